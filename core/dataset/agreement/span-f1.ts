import type { Coefficient } from './kappa.ts';

/** How many spans two annotators have, and how many of them are the same. */
export interface SpanCounts {
  readonly first: number;
  readonly second: number;
  readonly shared: number;
}

/**
 * F1 of spans: 2 · shared / (first + second), the same whoever counts as the truth, and the limit of kappa where
 * what is not marked is without number. G. Hripcsak, A. S. Rothschild, "Agreement, the F-Measure, and Reliability in
 * Information Retrieval", JAMIA 12 (2005), 296–298. Of several counts the sums. Undefined (null) where nobody has any.
 */
export function spanF1(counts: readonly SpanCounts[]): Coefficient {
  const all = counts.reduce((sum, { first, second }) => sum + first + second, 0);
  return all === 0 ? null : (2 * counts.reduce((sum, { shared }) => sum + shared, 0)) / all;
}

/**
 * The largest number of pairs, one of each side, that are the same by `isSame`; none is in two pairs. (Kuhn's
 * matching by augmenting paths.)
 */
export function countPairs<T>(
  first: readonly T[],
  second: readonly T[],
  isSame: (a: T, b: T) => boolean,
): number {
  const partners = first.map((a) => second.flatMap((b, j) => (isSame(a, b) ? [j] : [])));
  const holder = new Array<number | undefined>(second.length);
  const place = (i: number, tried: Set<number>): boolean => {
    for (const j of partners[i] ?? []) {
      if (tried.has(j)) continue;
      tried.add(j);
      const other = holder[j];
      if (other !== undefined && !place(other, tried)) continue;
      holder[j] = i;
      return true;
    }
    return false;
  };
  return first.filter((_, i) => place(i, new Set())).length;
}
