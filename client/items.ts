import type { ArticleItem } from '../server/protocol.ts';

/** A place in a document: line from 0, UTF-16 code units from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a document, its end exclusive. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

export type Family = ArticleItem['family'];

/** Every family, in the order in which lists show them. */
export const FAMILIES: readonly Family[] = ['entity', 'quotation', 'boilerplate'];

/** Below 0 where `a` comes first, above 0 where `b` does. */
export const comparePlaces = (a: Place, b: Place): number => a.line - b.line || a.character - b.character;

export const samePlace = (a: Place, b: Place): boolean => comparePlaces(a, b) === 0;

const sameStretch = (a: Stretch, b: Stretch): boolean =>
  samePlace(a.start, b.start) && samePlace(a.end, b.end);

/** Whether a caret stands in a stretch or at one of its ends. */
const touches = (stretch: Stretch, caret: Place): boolean =>
  comparePlaces(stretch.start, caret) <= 0 && comparePlaces(caret, stretch.end) <= 0;

/** Whether the stretch `inner` lies wholly in `outer`. */
export const encloses = (outer: Stretch, inner: Stretch): boolean =>
  comparePlaces(outer.start, inner.start) <= 0 && comparePlaces(inner.end, outer.end) <= 0;

/** Whether `a` lies in `b` and is not `b`: the narrower one wins where a caret stands in both. */
const narrower = (a: Stretch, b: Stretch): boolean => encloses(b, a) && !sameStretch(a, b);

/** What the person looks at: where the last step put the caret, so that nested marks with one start are told apart. */
export interface Focus {
  readonly id: string;
  readonly range: Stretch;
}

/**
 * The item that a caret means: the one in focus as long as the caret touches it, else the narrowest that the caret
 * touches, one that holds the letter behind the caret before one that ends at it.
 */
export function itemAt(
  items: readonly ArticleItem[],
  caret: Place,
  focus: Focus | null = null,
): ArticleItem | undefined {
  const touched = items.filter((item) => touches(item.range, caret));
  const focused =
    focus && touched.find((item) => item.id === focus.id || sameStretch(item.range, focus.range));
  if (focused) return focused;
  const behind = touched.filter((item) => comparePlaces(caret, item.range.end) < 0);
  return narrowest(behind) ?? narrowest(touched);
}

const narrowest = (items: readonly ArticleItem[]): ArticleItem | undefined =>
  items.reduce<ArticleItem | undefined>(
    (best, item) => (best === undefined || narrower(item.range, best.range) ? item : best),
    undefined,
  );

/**
 * The item that the person steps to from a caret.
 * @param items ordered by start; those that may be stepped to
 * @param focus the item that was stepped to last: among items with one start, the step goes on behind it
 * @returns undefined when there is no item but the one in focus; the first one follows the last
 */
export function nextItem<T extends Focus>(
  items: readonly T[],
  caret: Place,
  direction: 'forward' | 'backward',
  focus: Focus | null = null,
): T | undefined {
  const ordered = direction === 'forward' ? items : items.toReversed();
  const sign = direction === 'forward' ? 1 : -1;
  const focused = focus && samePlace(focus.range.start, caret) ? focus : null;
  const at = focused ? ordered.findIndex((item) => item.id === focused.id) : -1;
  const others = ordered.filter((item) => item.id !== focused?.id);
  if (at >= 0) return ordered[at + 1] ?? others[0];
  // Where an article opens the caret stands at its very start, before whatever begins there.
  const isBefore = !focused && direction === 'forward' && caret.line === 0 && caret.character === 0;
  const beyond = others.find((item) => {
    const distance = comparePlaces(item.range.start, caret) * sign;
    if (isBefore) return true;
    // The item in focus is gone, decided just now: its neighbours with the same start are still to come.
    return focused
      ? distance > 0 || (distance === 0 && !sameStretch(item.range, focused.range))
      : distance > 0;
  });
  return beyond ?? others[0];
}

/** The items that lie wholly in a stretch. */
const itemsIn = (items: readonly ArticleItem[], stretch: Stretch): ArticleItem[] =>
  items.filter((item) => encloses(stretch, item.range));

/**
 * What an action is done to: for each caret the item that it means, the one that the editor frames, and no other; for
 * each selection all items in it or, where there are none, the item that it lies in. Weak suggestions among surer items
 * of a selection are left alone: each has to be looked at.
 * @param items all that are shown, ordered by start
 * @param isMeant whether the action can be done to an item: others are left out, none takes their place
 * @returns no item twice, in the order of the items
 */
export function chosenItems(
  items: readonly ArticleItem[],
  selections: readonly Stretch[],
  isMeant: (item: ArticleItem) => boolean,
  focus: Focus | null = null,
): ArticleItem[] {
  const chosen = new Set<ArticleItem | undefined>();
  for (const selection of selections) {
    const inside = samePlace(selection.start, selection.end) ? [] : itemsIn(items, selection).filter(isMeant);
    const sure = inside.filter(({ weak }) => !weak);
    for (const item of sure.length > 0 ? sure : inside) chosen.add(item);
    if (inside.length === 0) chosen.add(itemAt(items, selection.start, focus));
  }
  return items.filter((item) => chosen.has(item) && isMeant(item));
}
