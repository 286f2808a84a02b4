import type { ArticleItem } from '../server/protocol.ts';
import { comparePlaces, itemAt, type Focus, type Place } from './items.ts';

/**
 * The items that are to become one: those chosen, or, where that is a single one, it and the next of its family behind it
 * in the same line. Fewer than two where there is nothing to merge.
 * @param items all that are shown, ordered by start
 */
export function toMerge(items: readonly ArticleItem[], chosen: readonly ArticleItem[]): ArticleItem[] {
  const [first] = chosen;
  if (!first || chosen.length > 1) return [...chosen];
  const next = items.find(
    ({ family, state, range }) =>
      family === first.family &&
      (state === 'mark' || state === 'accepted') &&
      comparePlaces(range.start, first.range.end) >= 0 &&
      (family === 'boilerplate' || range.start.line === first.range.end.line),
  );
  return next ? [first, next] : [first];
}

/** The item that a caret can cut in two: it stands within it. */
export const toSplit = (
  items: readonly ArticleItem[],
  caret: Place,
  focus: Focus | null,
): ArticleItem | undefined =>
  itemAt(
    items.filter(
      ({ state, range }) =>
        (state === 'mark' || state === 'accepted') &&
        comparePlaces(range.start, caret) < 0 &&
        comparePlaces(caret, range.end) < 0,
    ),
    caret,
    focus,
  );
