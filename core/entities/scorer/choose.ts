import type { Span } from '../../text/span.ts';

/**
 * Of candidates ordered by start, the set without overlaps that gains most (weighted interval scheduling; Kleinberg and
 * Tardos, Algorithm Design, 6.1). `gains` are by index; what gains nothing is never taken. Linear but for the sorting.
 * @returns the indices taken, in order
 */
export function chooseBest(candidates: readonly Span[], gains: ArrayLike<number>): number[] {
  const order: number[] = [];
  for (let i = 0; i < candidates.length; i++) if ((gains[i] as number) > 0) order.push(i);
  if (isFree(candidates, order)) return order;
  const by = (i: number): Span => candidates[i] as Span;
  order.sort((a, b) => by(a).end - by(b).end || a - b);
  /** By number of candidates looked at: the most that can be gained. */
  const best = new Float64Array(order.length + 1);
  /** By place in the order: how many candidates end before this one starts. */
  const before = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) {
    const i = order[place] as number;
    before[place] = endingBy(candidates, order, by(i).start, place);
    const taken = (best[before[place] as number] as number) + (gains[i] as number);
    best[place + 1] = Math.max(best[place] as number, taken);
  }
  const taken: number[] = [];
  for (let place = order.length; place > 0;)
    if ((best[place] as number) > (best[place - 1] as number)) {
      taken.push(order[place - 1] as number);
      place = before[place - 1] as number;
    } else place--;
  return taken.reverse();
}

/** Whether candidates ordered by start have no overlaps. */
function isFree(candidates: readonly Span[], order: readonly number[]): boolean {
  for (let place = 1; place < order.length; place++)
    if (
      (candidates[order[place - 1] as number] as Span).end >
      (candidates[order[place] as number] as Span).start
    )
      return false;
  return true;
}

/** How many of the first `places` candidates of an order by end have ended at an offset. */
function endingBy(
  candidates: readonly Span[],
  order: readonly number[],
  offset: number,
  places: number,
): number {
  let low = 0;
  let high = places;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[order[middle] as number] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
