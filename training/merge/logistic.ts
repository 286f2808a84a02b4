/** Examples for a logistic model with binary features; features of example `i` from `starts[i]` to `starts[i + 1]`. */
export interface Examples {
  readonly starts: Int32Array;
  readonly slots: Int32Array;
  /** A number that goes in with a coefficient of its own, or null where there is none. */
  readonly carried: Float64Array | null;
  /** 1 where the candidate is right. */
  readonly right: Uint8Array;
  /** How much an example counts. */
  readonly weights: Float64Array;
}

export interface Logistic {
  readonly weights: Float64Array;
  readonly carried: number;
}

const ROUNDS = 300;
const RATE = 0.08;

/**
 * Fits a logistic model by its penalised likelihood, all examples at once with Adam (Kingma and Ba 2015): the same
 * examples always give the same weights.
 * @param penalty how much large weights cost: half of it times their squares, against the summed likelihood
 */
export function fitLogistic(examples: Examples, slots: number, penalty: number): Logistic {
  const { starts, carried, right, weights: counts } = examples;
  const count = right.length;
  const total = counts.reduce((sum, weight) => sum + weight, 0);
  // The last place is that of the coefficient of the carried number.
  const weights = new Float64Array(slots + 1);
  weights[slots] = carried ? 1 : 0;
  const gradient = new Float64Array(slots + 1);
  const means = new Float64Array(slots + 1);
  const squares = new Float64Array(slots + 1);
  const used = [...new Set(examples.slots)].sort((a, b) => a - b);
  if (carried) used.push(slots);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const slot of used)
      gradient[slot] = penalty * ((weights[slot] as number) - (slot === slots ? 1 : 0));
    for (let i = 0; i < count; i++) {
      const error = (counts[i] as number) * (probability(examples, weights, slots, i) - (right[i] as number));
      for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
        (gradient[examples.slots[k] as number] as number) += error;
      if (carried) (gradient[slots] as number) += error * (carried[i] as number);
    }
    const rate = RATE * (round < ROUNDS / 2 ? 1 : (2 * (ROUNDS - round)) / ROUNDS);
    for (const slot of used) {
      const slope = (gradient[slot] as number) / total;
      const mean = (means[slot] = 0.9 * (means[slot] as number) + 0.1 * slope);
      const square = (squares[slot] = 0.999 * (squares[slot] as number) + 0.001 * slope * slope);
      const step = mean / (1 - 0.9 ** round) / (Math.sqrt(square / (1 - 0.999 ** round)) + 1e-8);
      (weights[slot] as number) -= rate * step;
    }
  }
  return { weights: weights.subarray(0, slots), carried: weights[slots] as number };
}

function probability(
  { starts, slots, carried }: Examples,
  weights: Float64Array,
  extra: number,
  i: number,
): number {
  let logOdds = carried ? (carried[i] as number) * (weights[extra] as number) : 0;
  for (let k = starts[i] as number; k < (starts[i + 1] as number); k++)
    logOdds += weights[slots[k] as number] as number;
  return 1 / (1 + Math.exp(-logOdds));
}
