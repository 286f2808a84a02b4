import type { FromPage } from '../messages.ts';
import { drawChart, pngOf, svgOf, toBase64 } from './chart.ts';
import type { DrawnChart } from './chart.ts';
import type { Bars, Card, Figures } from './card.ts';
import { button, choice, element, fill, titled } from '../../webview/view/dom.ts';
import { optionOf } from './option.ts';
import { tableElement } from './table.ts';
import { currentLook } from './theme.ts';

/** What somebody has chosen in a card; kept when figures are counted anew. */
export interface CardState {
  readonly choice?: string;
  readonly isTable?: boolean;
}

export interface CardContext {
  readonly figures: Figures;
  readonly language: 'en' | 'ar';
  readonly state: CardState;
  readonly onState: (state: CardState) => void;
  readonly post: (message: FromPage) => void;
}

/** A card on the page. */
export interface DrawnCard {
  readonly element: HTMLElement;
  readonly isWide: boolean;
  /** Once it is in the page: draws what needs its width. */
  readonly draw: () => void;
  readonly dispose: () => void;
}

/** How many bars a description tells. */
const TOLD = 5;

/** What a chart says, for those who do not see it: its first bars. */
function describe({ categories, series }: Bars, { texts, numbers }: Figures): string {
  const told = categories
    .slice(0, TOLD)
    .map(({ text }, index) =>
      titled(text, numbers.count(series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))),
    );
  return fill(texts.described, told.join(', '));
}

/** Makes a card: its title, what can be chosen, the chart or its table, and the buttons that save the chart. */
export function makeCard(card: Card, context: CardContext): DrawnCard | null {
  const { figures, language, post, onState } = context;
  const { texts, numbers } = figures;
  const choices = card.choices?.(figures) ?? [];
  let state = context.state;
  const chosen = (): string => choices.find(({ id }) => id === state.choice)?.id ?? choices[0]?.id ?? '';
  if (!card.content(figures, chosen())) return null;

  const title = card.title(texts);
  const fullTitle = (): string => {
    const words = choices.find(({ id }) => id === chosen())?.title;
    return words === undefined ? title : titled(title, words);
  };
  const content = element('div', { class: 'content' });
  const tools = element('div', { class: 'tools' });
  let drawn: DrawnChart | undefined;

  const draw = (): void => {
    drawn?.dispose();
    drawn = undefined;
    const shown = card.content(figures, chosen());
    content.replaceChildren();
    if (!shown) return;
    const { bars, table, note } = shown;
    if (bars && !state.isTable) {
      const chart = element('div', {
        class: 'chart',
        role: 'img',
        dir: 'ltr',
        'aria-label': describe(bars, figures),
      });
      content.append(chart);
      drawn = drawChart(chart, bars, optionOf(bars, currentLook(), numbers, language), (index) => {
        const target = bars.categories[index]?.target;
        if (target) post({ kind: 'open', target });
      });
    } else
      content.append(
        tableElement(table, titled(title, texts.table), texts, numbers, (target) =>
          post({ kind: 'open', target }),
        ),
      );
    if (note !== undefined) content.append(element('p', { class: 'note' }, note));
  };

  const change = (next: CardState): void => {
    state = { ...state, ...next };
    onState(state);
    draw();
  };
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const bars = card.content(figures, chosen())?.bars;
    if (!bars) return;
    const look = currentLook();
    const option = optionOf(bars, look, numbers, language);
    const { svg, width, height } = svgOf(bars, option, look, fullTitle(), describe(bars, figures), language);
    const picture = format === 'svg' ? toBase64(svg) : await pngOf(svg, width, height);
    post({ kind: 'save', name: card.id, format, content: picture });
  };

  if (card.content(figures, chosen())?.bars) {
    const toggles = [false, true].map((isTable) =>
      button(isTable ? texts.table : texts.chart, { class: 'toggle' }, () => {
        change({ isTable });
        mark();
      }),
    );
    const mark = (): void =>
      toggles.forEach((toggle, index) =>
        toggle.setAttribute('aria-pressed', String((index === 1) === (state.isTable ?? false))),
      );
    mark();
    tools.append(
      element('div', { class: 'toggles', role: 'group', 'aria-label': texts.showAs }, ...toggles),
      ...(['svg', 'png'] as const).map((format) =>
        button(
          format.toUpperCase(),
          { class: 'tool', title: fill(texts.saveAs, format.toUpperCase()) },
          () => void save(format),
        ),
      ),
    );
  }
  const id = `card-${card.id}`;
  return {
    element: element(
      'section',
      { class: card.isWide ? 'card wide' : 'card', 'aria-labelledby': id },
      element('header', {}, element('h2', { id }, title), tools),
      ...(choices.length > 1
        ? [
            element(
              'div',
              { class: 'choice' },
              choice(texts.show, choices, chosen(), (id) => change({ choice: id })),
            ),
          ]
        : []),
      content,
    ),
    isWide: card.isWide ?? false,
    draw,
    dispose: () => drawn?.dispose(),
  };
}
