import type { Span } from '../text/span.ts';

/** What the merge weighs a candidate by. */
interface Weighed extends Span {
  readonly confidence: number;
}

/**
 * The candidates without overlaps, ordered by start: of those that overlap the one with the most characters for its
 * confidence stays, so the longest name wins unless it is much less sure. Linear but for the sorting.
 */
export function withoutOverlaps<T extends Weighed>(candidates: readonly T[]): T[] {
  const ordered = candidates.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  if (ordered.every(({ start }, i) => i === 0 || (ordered[i - 1] as T).end <= start)) return ordered;
  const byWeight = candidates
    .filter((candidate) => candidate.end > candidate.start)
    .sort((a, b) => weight(b) - weight(a) || b.confidence - a.confidence || a.start - b.start);
  const covered = new Uint8Array(byWeight.reduce((end, candidate) => Math.max(end, candidate.end), 0));
  const kept = byWeight.filter(({ start, end }) => {
    if (covered.subarray(start, end).includes(1)) return false;
    covered.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

const weight = (candidate: Weighed): number => (candidate.end - candidate.start) * candidate.confidence ** 2;
