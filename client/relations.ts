import { isFor } from '../core/labels/scheme-parts.ts';
import { SAME_ENTITY } from '../core/labels/scheme-parts.ts';
import type { ArticleItem, RelationChoice } from '../server/protocol.ts';
import { encloses, type Stretch } from './items.ts';
import { nearestTo } from './nearest.ts';

const isSettled = ({ state }: ArticleItem): boolean => state === 'mark' || state === 'accepted';

const labelOf = ({ family, label }: ArticleItem) => ({ family, id: label });

/** The relations of a scheme that can go out from an item; that of the same entity only from entities. */
export const relationsFrom = (relations: readonly RelationChoice[], item: ArticleItem): RelationChoice[] =>
  relations.filter(({ name, from }) =>
    name === SAME_ENTITY ? item.family === 'entity' : isFor(from, labelOf(item)),
  );

/**
 * The items that a relation can lead to from another one, the nearest first. The same entity: those with the same label,
 * each name once, by its nearest mention. Those that it leads to already are left out.
 */
export function otherEnds(
  items: readonly ArticleItem[],
  relation: RelationChoice,
  from: ArticleItem,
): ArticleItem[] {
  const isSame = relation.name === SAME_ENTITY;
  const known = from.relations.filter(({ type }) => type === relation.name).map(({ to }) => to);
  const fits = (item: ArticleItem) =>
    isSame ? item.family === 'entity' && item.label === from.label : isFor(relation.to, labelOf(item));
  const ends = items
    .filter((item) => item.id !== from.id && isSettled(item) && fits(item) && !known.includes(item.id))
    .toSorted(nearestTo(from.range));
  return isSame ? oncePerName(ends, from.canonical) : ends;
}

/** The first of each name but one; what has no name stays. */
const oncePerName = (items: readonly ArticleItem[], but: string | null): ArticleItem[] =>
  items.filter(
    ({ canonical }, index) =>
      canonical === null ||
      (canonical !== but && items.findIndex((other) => other.canonical === canonical) === index),
  );

/** A relation of an item: one that goes out from it, or one that leads to it. */
export interface Tie {
  readonly type: string;
  readonly from: ArticleItem;
  readonly to: ArticleItem;
}

/** The relations that an item has at either end, those that go out from it first. */
export function tiesOf(items: readonly ArticleItem[], item: ArticleItem): Tie[] {
  const outgoing = item.relations.flatMap(({ type, to }) =>
    items.filter(({ id }) => id === to).map((end) => ({ type, from: item, to: end })),
  );
  const incoming = items.flatMap((from) =>
    from === item
      ? []
      : from.relations.filter(({ to }) => to === item.id).map(({ type }) => ({ type, from, to: item })),
  );
  return [...outgoing, ...incoming];
}

/** The items that two carets or selections stand for, where there are just two: the ends of a relation. */
export const bothEnds = (
  chosen: readonly ArticleItem[],
  selections: readonly Stretch[],
): readonly [ArticleItem, ArticleItem] | null => {
  const [first, second] = chosen;
  if (chosen.length !== 2 || selections.length !== 2 || !first || !second) return null;
  const [start] = selections;
  // It goes out from the item of the caret that was put first.
  return start && encloses(second.range, start) && !encloses(first.range, start)
    ? [second, first]
    : [first, second];
};
