import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import type { App } from '../app.ts';
import type { ArticleItem } from '../../server/protocol.ts';
import type { Row } from './rows.ts';
import type { ViewCommand } from './view.ts';

/** The commands of every view whose rows stand for marks and annotations. */
export const ITEM_COMMANDS: readonly ViewCommand[] = [
  {
    id: 'accept',
    title: { en: 'Accept', ar: 'قبول' },
    icon: 'check',
    places: ['inline', 'row'],
    rows: '\\b(mark|rejected)\\b',
  },
  {
    id: 'reject',
    title: { en: 'Reject', ar: 'رفض' },
    icon: 'close',
    places: ['inline', 'row'],
    rows: '\\bmark\\b',
  },
  {
    id: 'place',
    title: { en: 'Place on the Words Selected', ar: 'وضعه على الكلمات المحددة' },
    icon: 'debug-reverse-continue',
    places: ['inline', 'row'],
    rows: '\\borphan\\b',
  },
  {
    id: 'remove',
    title: { en: 'Remove Annotation', ar: 'إزالة الوسم' },
    icon: 'trash',
    places: ['row'],
    rows: '\\b(accepted|rejected|orphan)\\b',
  },
];

/** What those commands do to the items of the rows. */
export const itemHandlers = (app: App): Record<string, (rows: readonly Row[]) => Promise<void>> => ({
  // Who changes their mind about a rejected mark accepts it; among others it stays as it is.
  accept: (rows) => decideOn(app, rows, 'accept', ['mark', 'rejected']),
  reject: (rows) => decideOn(app, rows, 'reject', ['mark']),
  place: (rows) => placeOnSelection(app, rows),
  remove: (rows) => decideOn(app, rows, 'remove', ['accepted', 'rejected', 'orphan']),
});

/** Gives the first orphan of the rows the words that are selected, or the word at the caret, for its own. */
async function placeOnSelection(app: App, rows: readonly Row[]): Promise<void> {
  const view = await currentArticle(app);
  const [id] = rows.flatMap(({ items = [] }) => items);
  if (!view || id === undefined) return;
  const { document, selection } = view.editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  if (!range) return say(l10n.t('Select the words first on which the annotation stands.'));
  await act(app, view, { kind: 'place', id, range: { start: range.start, end: range.end } });
}

/** @param states the items that it can be done to: those in the first of these states that there are */
async function decideOn(
  app: App,
  rows: readonly Row[],
  kind: 'accept' | 'reject' | 'remove',
  states: readonly ArticleItem['state'][],
): Promise<void> {
  const view = await currentArticle(app);
  if (!view) return;
  const wanted = new Set(rows.flatMap(({ items = [] }) => items));
  const items = view.state.items.filter(({ id, state }) => wanted.has(id) && states.includes(state));
  const marks = items.filter(({ state }) => state === 'mark');
  const chosen = kind === 'accept' && marks.length > 0 ? marks : items;
  if (chosen.length === 0) return say(l10n.t('There is no undecided mark here.'));
  await act(app, view, { kind, ids: chosen.map(({ id }) => id) });
}
