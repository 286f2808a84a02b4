import type { Place } from '../items.ts';

/** A change of a list: from `start` on, `removed` entries are replaced by others. */
export interface Splice<T> {
  readonly start: number;
  readonly removed: number;
  readonly inserted: readonly T[];
}

/**
 * The smallest single splice that makes the new list of the old one; undefined where they are alike.
 * @param isSame whether two entries need no change
 */
export function spliceBetween<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): Splice<T> | undefined {
  const shorter = Math.min(before.length, after.length);
  const same = (i: number, j: number): boolean => isSame(before[i] as T, after[j] as T);
  let start = 0;
  while (start < shorter && same(start, start)) start++;
  let tail = 0;
  while (tail < shorter - start && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
  const removed = before.length - start - tail;
  const inserted = after.slice(start, after.length - tail);
  return removed === 0 && inserted.length === 0 ? undefined : { start, removed, inserted };
}

/** The list after the splice. */
export const spliced = <T>(list: readonly T[], { start, removed, inserted }: Splice<T>): T[] => [
  ...list.slice(0, start),
  ...inserted,
  ...list.slice(start + removed),
];

/** What of a line was replaced, in UTF-16 code units; no half of a surrogate pair is parted from the other. */
export function changeOfLine(before: string, after: string): Splice<string> {
  const { start, removed, inserted } = spliceBetween(before.split(''), after.split('')) ?? {
    start: 0,
    removed: 0,
    inserted: [],
  };
  return { start, removed, inserted: [inserted.join('')] };
}

/**
 * Where a place is after lines were replaced: what stood in a line that changed keeps its distance from the start of the
 * line where the change lies behind it, and from the end where it lies before it.
 * @param before the lines as they were
 */
export function carried(place: Place, before: readonly string[], splice: Splice<string>): Place {
  const { start, removed, inserted } = splice;
  if (place.line < start) return place;
  if (place.line >= start + removed) return { ...place, line: place.line + inserted.length - removed };
  const line = Math.min(place.line, start + Math.max(0, inserted.length - 1));
  const after = inserted[line - start];
  if (after === undefined) return { line: Math.max(0, start - 1), character: 0 };
  const change = changeOfLine(before[place.line] ?? '', after);
  const end = change.start + change.removed;
  const grown = (change.inserted[0] ?? '').length - change.removed;
  const character =
    place.character <= change.start
      ? place.character
      : place.character >= end
        ? place.character + grown
        : change.start;
  return { line, character: Math.max(0, Math.min(character, after.length)) };
}
