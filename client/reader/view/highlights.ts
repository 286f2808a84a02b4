import type { ArticleItem } from '../../../server/protocol.ts';
import type { Stretch } from '../../items.ts';
import type { ReaderLabel } from '../messages.ts';
import type { Paragraphs } from './paragraphs.ts';
import { partsOf } from './segments.ts';
import type { Segment } from './segments.ts';

/**
 * Marks and annotations are drawn by the CSS Custom Highlight API: no element stands in the text, so that letters join and
 * words stand in their order whatever lies over them. Each look is a highlight of its own.
 */
export interface Highlights {
  /** Takes other labels and colours: everything has to be drawn anew. */
  setLabels(labels: readonly ReaderLabel[]): void;
  /** Draws what lies in a paragraph, in place of what was drawn in it. */
  draw(paragraph: HTMLElement, line: number, segments: readonly Segment[]): void;
  /** Forgets what was drawn in a paragraph. */
  forget(paragraph: HTMLElement): void;
  forgetAll(): void;
  /** Draws words that are pointed at: the speaker and the cue of a quotation, or the mentions of a note. */
  point(kind: Pointer, stretches: readonly Stretch[]): void;
}

type Pointer = 'speaker' | 'cue' | 'pointed';

const POINTERS: readonly Pointer[] = ['speaker', 'cue', 'pointed'];

/** What the style sheet needs to know of a look: the style of its line, and its ground. */
const LINES: Readonly<Record<ArticleItem['state'], string>> = {
  mark: 'dotted',
  accepted: 'solid',
  rejected: 'dashed',
  orphan: 'dashed',
};

const isColour = (value: string): boolean => !/[;{}]/.test(value) && CSS.supports('color', value);

export function createHighlights(paragraphs: Paragraphs): Highlights {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const looks = new Map<string, Highlight>();
  const drawn = new Map<HTMLElement, (readonly [Highlight, Range])[]>();
  let labels = new Map<string, ReaderLabel>();

  const pointers = new Map(
    POINTERS.map((kind, i) => {
      const highlight = new Highlight();
      highlight.priority = 20 + i;
      CSS.highlights.set(kind, highlight);
      return [kind, highlight];
    }),
  );

  const rangeOf = (line: number, start: number, end: number): Range | undefined => {
    const from = paragraphs.pointOf({ line, character: start });
    const to = paragraphs.pointOf({ line, character: end });
    if (!from || !to) return undefined;
    // It lives with the text: what is typed in another editor moves it along until the marks come anew.
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  };

  const lookOf = (item: ArticleItem): Highlight => {
    const { family, label, state, weak } = item;
    const key = `${family}/${label}/${state}/${weak === true}`;
    const known = looks.get(key);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = family === 'entity' ? 10 : 0;
    const name = `look-${looks.size}`;
    sheet.insertRule(`.near::highlight(${name}) { ${declarations(item, labels.get(`${family}/${label}`))} }`);
    CSS.highlights.set(name, highlight);
    looks.set(key, highlight);
    return highlight;
  };

  const forget = (paragraph: HTMLElement) => {
    for (const [highlight, range] of drawn.get(paragraph) ?? []) highlight.delete(range);
    drawn.delete(paragraph);
  };
  const forgetAll = () => {
    for (const highlight of looks.values()) highlight.clear();
    drawn.clear();
  };

  return {
    setLabels(next) {
      forgetAll();
      [...looks.keys()].forEach((_, i) => CSS.highlights.delete(`look-${i}`));
      looks.clear();
      sheet.replaceSync('');
      labels = new Map(next.map((label) => [`${label.family}/${label.id}`, label]));
    },
    draw(paragraph, line, segments) {
      forget(paragraph);
      const made = segments.flatMap(({ item, start, end }) => {
        const range = rangeOf(line, start, end);
        return range ? [[lookOf(item), range] as const] : [];
      });
      for (const [highlight, range] of made) highlight.add(range);
      drawn.set(paragraph, made);
    },
    forget,
    forgetAll,
    point(kind, stretches) {
      const highlight = pointers.get(kind);
      highlight?.clear();
      for (const stretch of stretches)
        for (const { line, start, end } of partsOf(stretch, paragraphs.lines)) {
          const range = rangeOf(line, start, end);
          if (range) highlight?.add(range);
        }
    },
  };
}

/**
 * The look of an item. The family shows in the shape (entity: a thick line; quotation: tinted words with a thin line far
 * below), the state in line and ground (dotted: a mark; solid on a denser ground: accepted; dashed without ground:
 * rejected), the label in the colour. A weak suggestion has a thin line and no ground.
 */
function declarations({ family, state, weak }: ArticleItem, label: ReaderLabel | undefined): string {
  const safe = (colour: string | undefined, otherwise: string): string =>
    colour !== undefined && isColour(colour) ? colour : otherwise;
  const line = safe(label?.colour, 'currentColor');
  const ground =
    weak || state === 'rejected'
      ? 'transparent'
      : safe(state === 'accepted' ? label?.accepted : label?.ground, 'transparent');
  const isThick = family === 'entity' && !weak;
  return [
    `background-color: ${ground}`,
    `text-decoration-line: underline`,
    `text-decoration-style: ${LINES[state]}`,
    // A quotation may be long: its line is quieter than that of a name.
    `text-decoration-color: ${family === 'quotation' ? `color-mix(in srgb, ${line} 60%, transparent)` : line}`,
    `text-decoration-thickness: var(--reader-line-${isThick ? 'thick' : 'thin'})`,
    `text-underline-offset: var(--reader-line-${family === 'entity' ? 'near' : 'far'})`,
  ].join('; ');
}
