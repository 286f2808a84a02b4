/**
 * The linear-chain CRF as it is trained: dense, in double precision, with sets of possible states instead of one right
 * state. What runs at analysis is core/entities/tagger/lattice.ts; tests hold the two together.
 */
import { canBegin, canFollow, isInside, OUTSIDE, STATES } from '../../core/entities/tagger/states.ts';

/** Room for one line, used again for the next. */
export interface Lattice {
  /** By token and state: the scores, in log space. */
  scores: Float64Array;
  /** By token and state: the marginal probabilities that the last pass found. */
  marginals: Float64Array;
  emissions: Float64Array;
  forward: Float64Array;
  backward: Float64Array;
  scales: Float64Array;
}

export const createLattice = (): Lattice => ({
  scores: new Float64Array(0),
  marginals: new Float64Array(0),
  emissions: new Float64Array(0),
  forward: new Float64Array(0),
  backward: new Float64Array(0),
  scales: new Float64Array(0),
});

/** Makes a lattice large enough for a line of `tokens` tokens. */
export function fitLattice(lattice: Lattice, tokens: number): void {
  if (lattice.scales.length >= tokens) return;
  const size = tokens * 2;
  lattice.scores = new Float64Array(size * STATES);
  lattice.marginals = new Float64Array(size * STATES);
  lattice.emissions = new Float64Array(size * STATES);
  lattice.forward = new Float64Array(size * STATES);
  lattice.backward = new Float64Array(size * STATES);
  lattice.scales = new Float64Array(size);
}

/** exp of the weights of transitions, from × STATES + to; 0 where a state cannot follow. */
export function expOfTransitions(weights: Float64Array, into: Float64Array): Float64Array {
  for (let from = 0; from < STATES; from++)
    for (let to = 0; to < STATES; to++) {
      const at = from * STATES + to;
      into[at] = canFollow(from, to) ? Math.exp(weights[at] as number) : 0;
    }
  return into;
}

/**
 * Forward–backward over `lattice.scores` (Rabiner 1989, scaled), restricted to the states that `possible` leaves for each
 * token, or unrestricted. Fills `lattice.marginals`.
 * @param transitions exp of their weights
 * @param pairs where given, each pair of neighbouring states gets `sign` times its expected count added
 * @returns the log of the sum over all ways through; -Infinity where none is possible
 */
export function runLattice(
  lattice: Lattice,
  tokens: number,
  transitions: Float64Array,
  possible: Int32Array | null,
  pairs: Float64Array | null,
  sign: number,
): number {
  const { scores, marginals, emissions, forward, backward, scales } = lattice;
  let logSum = 0;
  for (let i = 0; i < tokens; i++) {
    const at = i * STATES;
    const set = possible ? (possible[i] as number) : -1;
    let best = -Infinity;
    for (let state = 0; state < STATES; state++)
      if ((set >> state) & 1) best = Math.max(best, scores[at + state] as number);
    let sum = 0;
    for (let state = 0; state < STATES; state++) {
      if (((set >> state) & 1) === 0 || (i === 0 && !canBegin(state))) {
        emissions[at + state] = forward[at + state] = 0;
        continue;
      }
      const emission = (emissions[at + state] = Math.exp((scores[at + state] as number) - best));
      let ways = 1;
      if (i > 0)
        if (isInside(state))
          ways =
            (forward[at - STATES + state] as number) * (transitions[state * STATES + state] as number) +
            (forward[at - STATES + state - 1] as number) *
              (transitions[(state - 1) * STATES + state] as number);
        else {
          ways = 0;
          for (let before = 0; before < STATES; before++)
            ways +=
              (forward[at - STATES + before] as number) * (transitions[before * STATES + state] as number);
        }
      sum += forward[at + state] = ways * emission;
    }
    if (sum === 0) return -Infinity;
    for (let state = 0; state < STATES; state++) (forward[at + state] as number) /= sum;
    scales[i] = sum;
    logSum += best + Math.log(sum);
  }
  const last = (tokens - 1) * STATES;
  for (let state = 0; state < STATES; state++) {
    backward[last + state] = 1;
    marginals[last + state] = forward[last + state] as number;
  }
  for (let i = tokens - 2; i >= 0; i--) {
    const at = i * STATES;
    const next = at + STATES;
    const scale = scales[i + 1] as number;
    for (let state = 0; state < STATES; state++) backward[at + state] = 0;
    for (let to = 0; to < STATES; to++) {
      const step = ((emissions[next + to] as number) * (backward[next + to] as number)) / scale;
      if (step === 0) continue;
      for (
        let from = isInside(to) ? to - 1 : OUTSIDE, end = isInside(to) ? to + 1 : STATES;
        from < end;
        from++
      ) {
        const way = (transitions[from * STATES + to] as number) * step;
        (backward[at + from] as number) += way;
        if (pairs) (pairs[from * STATES + to] as number) += sign * way * (forward[at + from] as number);
      }
    }
    for (let state = 0; state < STATES; state++)
      marginals[at + state] = (forward[at + state] as number) * (backward[at + state] as number);
  }
  return logSum;
}
