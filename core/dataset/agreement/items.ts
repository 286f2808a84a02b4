import type { Annotation } from '../../annotations/annotation.ts';
import { sortAnnotations } from '../../annotations/order.ts';
import { isAlike, isMostlySame } from '../../annotations/visible.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import type { Line } from '../../text/lines.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { AnnotatorVersion } from './version.ts';

/** An accepted annotation of one of several versions of an article, by the version's index. */
export interface Item {
  readonly version: number;
  readonly annotation: Annotation;
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** What the versions accepted of a family, version by version, each sorted by place. Orphans are left out. */
export const itemsOf = (
  text: string,
  lines: readonly Line[],
  family: MarkFamily,
  versions: readonly AnnotatorVersion[],
): Item[] =>
  versions.flatMap(({ annotations }, version) =>
    sortAnnotations(annotations).flatMap((annotation): Item[] => {
      const { span } = annotation.anchor;
      if (annotation.family !== family || annotation.decision !== 'accepted' || !span) return [];
      return [{ version, annotation, span, pieces: piecesOf(text, lines, annotation) }];
    }),
  );

/** Items in groups of one key each, in the order in which the keys first occur. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/**
 * Items of one family joined with all items of other versions that they concern, and with what those concern in turn.
 * Within a group they stand in the order given.
 */
export function clusters(items: readonly Item[]): Item[][] {
  const parent = items.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const byStart = items.map((_, i) => i).sort((a, b) => startOf(items, a) - startOf(items, b));
  let open: number[] = [];
  for (const i of byStart) {
    const item = items[i] as Item;
    open = open.filter((j) => (items[j] as Item).span.end > item.span.start);
    for (const j of open) {
      const other = items[j] as Item;
      if (other.version !== item.version && concerns(other.annotation, item.annotation))
        parent[root(i)] = root(j);
    }
    open.push(i);
  }
  return groupBy(
    items.map((item, i) => ({ item, group: String(root(i)) })),
    ({ group }) => group,
  ).map((group) => group.map(({ item }) => item));
}

const startOf = (items: readonly Item[], i: number): number => items[i]?.span.start ?? 0;

/**
 * Whether two annotations of one family speak of the same thing. Entities do not overlap and lines have one class, so
 * that a shared character is enough; a quotation may hold another one, of its own kind or not.
 */
export function concerns(a: Annotation, b: Annotation): boolean {
  const [s, t] = [a.anchor.span, b.anchor.span];
  if (a.family !== b.family || !s || !t || !overlaps(s, t)) return false;
  if (a.family !== 'quotation') return true;
  return a.label === b.label ? isAlike(s, t) : isMostlySame(s, t);
}
