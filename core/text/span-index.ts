import type { Span } from './span.ts';

/** Things with a span, put in order so that those at a place are found without going through all of them. */
export interface SpanIndex<T> {
  /** Those that share at least one code unit with a span, by start. */
  readonly overlapping: (span: Span) => T[];
  /** Those with exactly these ends, in the order in which they came. */
  readonly at: (span: Span) => readonly T[];
}

/**
 * An index of things by their spans; `spanOf` gives null for what has none, which is then in it nowhere. Building sorts;
 * asking costs a binary search and what is found, as long as few of the spans hold many others.
 */
export function indexSpans<T>(items: Iterable<T>, spanOf: (item: T) => Span | null): SpanIndex<T> {
  const entries: { readonly start: number; readonly end: number; readonly item: T }[] = [];
  for (const item of items) {
    const span = spanOf(item);
    if (span) entries.push({ start: span.start, end: span.end, item });
  }
  // Stable, so that things of one span stay in the order in which they came.
  entries.sort((a, b) => a.start - b.start);
  // How far the spans up to each one reach: behind it, none of them needs a look.
  const reach: number[] = [];
  for (const [i, { end }] of entries.entries()) reach.push(Math.max(end, reach[i - 1] ?? 0));
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    overlapping({ start, end }) {
      const found: T[] = [];
      for (let i = firstFrom(end) - 1; i >= 0 && (reach[i] ?? 0) > start; i--) {
        const entry = entries[i];
        if (entry && entry.end > start) found.push(entry.item);
      }
      return found.reverse();
    },
    at({ start, end }) {
      const found: T[] = [];
      for (let i = firstFrom(start); entries[i]?.start === start; i++) {
        const entry = entries[i];
        if (entry?.end === end) found.push(entry.item);
      }
      return found;
    },
  };
}
