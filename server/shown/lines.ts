/** The items of an article as the client has them, by line: what moves along with its line stays the same. */
import { movedItem } from '../../core/labels/moved-items.ts';
import { endsStep } from '../../core/text/steps.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { Position, Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetAt } from '../positions.ts';
import type { ArticleItem, ChangedLines } from '../protocol.ts';

/**
 * By line of the document the items that begin in it, ordered by start: their lines count from their own, the offsets in
 * the ids of marks from its first code unit.
 */
export type ShownLines = readonly (readonly ArticleItem[])[];

const NONE: readonly ArticleItem[] = [];

/** The offset of the first code unit of a line. */
const startOf = (document: TextDocument, line: number): number => offsetAt(document, { line, character: 0 });

/** An article's items (of the version `document`, ordered by start) by line. In steps. */
export function* linesOf(document: TextDocument, items: readonly ArticleItem[]): Steps<ShownLines> {
  const lines = new Array<readonly ArticleItem[]>(document.lineCount).fill(NONE);
  let own: ArticleItem[] = [];
  let last = -1;
  let units = 0;
  for (const [i, item] of items.entries()) {
    if (endsStep(i)) yield;
    const { line } = item.range.start;
    if (line !== last) {
      lines[line] = own = [];
      last = line;
      units = startOf(document, line);
    }
    own.push(movedItem(item, -line, -units));
  }
  return lines;
}

/** The items of the lines from `from` to `to` (exclusive) as they stand in the document. */
export function itemsIn(lines: ShownLines, document: TextDocument, from: number, to: number): ArticleItem[] {
  const items: ArticleItem[] = [];
  for (let line = from; line < to; line++) {
    const own = lines[line];
    if (!own || own.length === 0) continue;
    const units = startOf(document, line);
    for (const item of own) items.push(movedItem(item, line, units));
  }
  return items;
}

/** Where more lines than this have changed, the whole state is no longer than what has changed. */
const MOST_CHANGED = 0.5;

/**
 * What has to be told to somebody who knows the items of an article's lines, for them to know what they are by now; null
 * where everything may as well be told. As many lines before as after.
 */
export function changedLines(
  before: ShownLines,
  after: ShownLines,
  document: TextDocument,
): ChangedLines[] | null {
  if (before.length !== after.length) return null;
  const changes: ChangedLines[] = [];
  let [changed, all] = [0, 0];
  for (let line = 0; line < after.length; line++) {
    const own = after[line] ?? NONE;
    all += own.length;
    if (isSame(before[line] ?? NONE, own)) continue;
    changed += own.length;
    const items = itemsIn(after, document, line, line + 1);
    changes.push({ from: line, to: line + 1, lines: 1, units: 0, items });
  }
  return changed > 20 && changed > all * MOST_CHANGED ? null : changes;
}

const isSame = (a: readonly ArticleItem[], b: readonly ArticleItem[]): boolean =>
  a === b || (a.length === b.length && a.every((item, i) => isSameItem(item, b[i] as ArticleItem)));

/** The id of a mark says what it is and where it begins and ends; of an annotation everything may be another. */
const isSameItem = (a: ArticleItem, b: ArticleItem): boolean =>
  a === b ||
  (a.state === 'mark'
    ? a.id === b.id &&
      b.state === 'mark' &&
      a.weak === b.weak &&
      a.canonical === b.canonical &&
      isSameRange(a.range, b.range) &&
      isSameRange(a.speaker, b.speaker) &&
      isSameRange(a.cue, b.cue)
    : JSON.stringify(a) === JSON.stringify(b));

const isSameRange = (a: Range | null, b: Range | null): boolean =>
  a === b || (a !== null && b !== null && isSamePosition(a.start, b.start) && isSamePosition(a.end, b.end));

const isSamePosition = (a: Position, b: Position): boolean =>
  a.line === b.line && a.character === b.character;
