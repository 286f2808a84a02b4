import type { Span } from '../text/span.ts';

/** What the merge weighs a candidate by. */
interface Weighed extends Span {
  readonly confidence: number;
}

/**
 * The candidates without overlaps, ordered by start: of those that overlap the one with the most characters for its
 * confidence stays, so the longest name wins unless it is much less sure.
 */
export function withoutOverlaps<T extends Weighed>(candidates: readonly T[]): T[] {
  const byWeight = candidates
    .filter((candidate) => candidate.end > candidate.start)
    .sort((a, b) => weight(b) - weight(a) || b.confidence - a.confidence || a.start - b.start);
  const kept: T[] = [];
  for (const candidate of byWeight) if (!insert(kept, candidate)) continue;
  return kept;
}

const weight = (candidate: Weighed): number => (candidate.end - candidate.start) * candidate.confidence ** 2;

/** Puts a span into a list ordered by start, unless it overlaps one of it. */
function insert<T extends Span>(ordered: T[], span: T): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as T).start < span.start) low = middle + 1;
    else high = middle;
  }
  const before = ordered[low - 1];
  const after = ordered[low];
  if ((before && before.end > span.start) || (after && after.start < span.end)) return false;
  ordered.splice(low, 0, span);
  return true;
}
