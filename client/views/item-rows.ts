import { l10n, type TextDocument } from 'vscode';
import type { ArticleItem, LabelChoice } from '../../server/protocol.ts';
import { rangeOf } from '../act.ts';
import type { App } from '../app.ts';
import { contextOf, shortened } from '../context.ts';
import { coloursOf } from '../styles.ts';
import { isolate } from './bidi.ts';
import { shownStateOf, type ShownState } from './filter-items.ts';
import { GO_TO, type Goal } from './go-to.ts';
import type { Row, RowIcon } from './rows.ts';

/**
 * As much of a name or of an item's words as a row shows, in UTF-16 code units. What does not fit into the view is cut at
 * the right by the editor: of Arabic words the first ones.
 */
export const LONGEST = 32;

/** As much as a tooltip or a screen reader tells. */
const WHOLE = 400;

const STATE_ICONS: Readonly<Record<ShownState, string>> = {
  mark: 'circle-large-outline',
  weak: 'question',
  accepted: 'pass-filled',
  rejected: 'circle-slash',
  orphan: 'debug-disconnect',
};

/** What a state is called. */
export const stateTitle = (state: ShownState): string =>
  ({
    mark: l10n.t('Undecided'),
    weak: l10n.t('Weak suggestion'),
    accepted: l10n.t('Accepted'),
    rejected: l10n.t('Rejected'),
    orphan: l10n.t('Words are gone'),
  })[state];

/** The labels of an article's project, as far as they are known. */
export const labelsFor = (app: App, document: TextDocument): readonly LabelChoice[] =>
  app.schemes.known(document)?.labels ?? [];

/** What the label of an item is called, and its colour. */
export function labelOf(
  labels: readonly LabelChoice[],
  { family, label }: Pick<ArticleItem, 'family' | 'label'>,
): { readonly title: string; readonly colour: Pick<RowIcon, 'colour' | 'own'> } {
  const choice = labels.find((one) => one.family === family && one.id === label);
  return {
    title: choice?.title ?? label,
    colour: choice?.colour ? { own: choice.colour } : { colour: coloursOf(family, label).line },
  };
}

/** The words of an item on one line; of an orphan those that it once had. */
export const wordsOf = (document: TextDocument, item: ArticleItem): string =>
  shortened(item.lost ?? document.getText(rangeOf(item.range)), WHOLE);

/** "3 left", "12 · 3 left", "12": how many there are, and how many of them nobody has decided on. */
export const countsOf = (number: number, undecided: number): string[] => [
  ...(undecided === number ? [] : [`${number}`]),
  ...(undecided === 0 ? [] : [l10n.t('{0} left', undecided)]),
];

/** The id of an item's row. */
export const itemRowId = ({ id }: ArticleItem): string => `item:${id}`;

/** What is behind the words in an item's row. */
export interface ItemRowParts {
  /** Between the number of the line and the words beside it, such as the label's title. */
  readonly details?: readonly string[];
  readonly icon?: RowIcon;
}

/** A row for a mark or an annotation: its words, its line, the words beside it. */
export function itemRow(document: TextDocument, item: ArticleItem, parts: ItemRowParts = {}): Row {
  const words = wordsOf(document, item);
  const state = shownStateOf(item);
  const line = item.state === 'orphan' ? [] : [`${item.range.start.line + 1}`];
  // What is long says enough by itself.
  const isShort = item.state !== 'orphan' && words.length <= LONGEST;
  const context = isShort ? [isolate(contextOf((at) => document.lineAt(at).text, item.range))] : [];
  const details = [...line, ...(parts.details ?? []), ...context];
  const goal: Goal = { uri: document.uri.toString(), id: item.id, range: item.range };
  const spoken = [
    words,
    stateTitle(state),
    ...(parts.details ?? []),
    ...line.map((number) => l10n.t('line {0}', number)),
    ...(item.note ? [l10n.t('Note: {0}', item.note)] : []),
  ];
  return {
    id: itemRowId(item),
    label: isolate(shortened(words, LONGEST)),
    // A left-to-right mark keeps the number from joining the Arabic words before it.
    description: `\u200e${details.join(' · ')}`,
    tooltip: [isolate(words), ...spoken.slice(1).map(isolate)].join('\n'),
    icon: parts.icon ?? { name: STATE_ICONS[state] },
    kind: `item.${item.state}`,
    spoken: spoken.join(', '),
    ...(item.state !== 'orphan' && { open: { command: GO_TO, arguments: [goal] } }),
    items: [item.id],
    ...(item.state === 'rejected' && { dimmed: true }),
  };
}
