import type { ScoredSpan } from './lattice.ts';

/**
 * Of spans that may overlap, the set without overlaps that gains most, where a span gains by how much its probability
 * exceeds `bar` (weighted interval scheduling). A low bar finds more, a high one errs less.
 * @returns for each span whether it was chosen
 */
export function chooseSpans(spans: readonly ScoredSpan[], bar: number): boolean[] {
  const chosen = spans.map(() => false);
  const order = spans
    .map((_, i) => i)
    .filter((i) => (spans[i] as ScoredSpan).probability > bar)
    .sort((a, b) => (spans[a] as ScoredSpan).last - (spans[b] as ScoredSpan).last);
  /** By number of spans of the order looked at: the best gain. */
  const gains = [0];
  /** How many spans of the order end before the span at this place begins. */
  const before: number[] = [];
  for (const [place, i] of order.entries()) {
    const span = spans[i] as ScoredSpan;
    let low = place;
    while (low > 0 && (spans[order[low - 1] as number] as ScoredSpan).last >= span.first) low--;
    before.push(low);
    gains.push(Math.max(gains[place] as number, (gains[low] as number) + span.probability - bar));
  }
  for (let place = order.length; place > 0;)
    if ((gains[place] as number) > (gains[place - 1] as number)) {
      chosen[order[place - 1] as number] = true;
      place = before[place - 1] as number;
    } else place--;
  return chosen;
}
