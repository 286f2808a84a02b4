import { canBegin, canFollow, STATES } from '../../core/entities/tagger/states.ts';
import { featuresOf } from './feature-index.ts';
import type { FeatureIndex, IndexedLine } from './feature-index.ts';
import type { TrainingLine } from './lines.ts';
import { createModel } from './learn.ts';
import type { Model } from './learn.ts';
import { createRandom, shuffle } from './random.ts';

/**
 * Learns the same weights as the CRF's by the averaged perceptron (Collins 2002), for comparison: the best way through a
 * line is corrected towards the annotated one. Lines must have one possible state by token.
 * @param chosen which lines of the index to learn from
 */
export function learnPerceptron(
  index: FeatureIndex,
  chosen: (line: TrainingLine) => boolean,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Model {
  const model = createModel(index.hashes.length);
  const { weights, between } = model;
  /** Each change times the number of lines seen before it: what averaging takes off. */
  const early = new Float64Array(weights.length);
  const earlyBetween = new Float64Array(between.length);
  const random = createRandom(seed);
  const order = Int32Array.from(index.lines.keys()).filter((l) =>
    chosen((index.lines[l] as IndexedLine).line),
  );
  let seen = 0;
  const change = (features: Int32Array, state: number, by: number): void => {
    for (const feature of features) {
      (weights[feature * STATES + state] as number) += by;
      (early[feature * STATES + state] as number) += by * seen;
    }
  };
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const l of order) {
      const line = index.lines[l] as IndexedLine;
      const features = Array.from(line.types, (_, i) => featuresOf(index, line, i));
      const best = bestWay(features, weights, between);
      const right = Array.from(line.line.possible, (set) => 31 - Math.clz32(set));
      for (const [i, own] of features.entries()) {
        if (best[i] !== right[i]) {
          change(own, right[i] as number, 1);
          change(own, best[i] as number, -1);
        }
        if (i > 0)
          for (const [way, by] of [
            [right, 1],
            [best, -1],
          ] as const) {
            const at = (way[i - 1] as number) * STATES + (way[i] as number);
            (between[at] as number) += by;
            (earlyBetween[at] as number) += by * seen;
          }
      }
      seen++;
    }
  }
  for (let at = 0; at < weights.length; at++) (weights[at] as number) -= (early[at] as number) / seen;
  for (let at = 0; at < between.length; at++) (between[at] as number) -= (earlyBetween[at] as number) / seen;
  return model;
}

/** The states of the best way through a line (Viterbi). */
function bestWay(features: readonly Int32Array[], weights: Float32Array, between: Float64Array): number[] {
  let scores = new Float64Array(STATES);
  const origins: Uint8Array[] = [];
  for (const [i, own] of features.entries()) {
    const next = new Float64Array(STATES);
    const origin = new Uint8Array(STATES);
    for (let state = 0; state < STATES; state++) {
      let best = i === 0 ? (canBegin(state) ? 0 : -Infinity) : -Infinity;
      for (let from = 0; i > 0 && from < STATES; from++) {
        const score = canFollow(from, state)
          ? (scores[from] as number) + (between[from * STATES + state] as number)
          : -Infinity;
        if (score > best) [best, origin[state]] = [score, from];
      }
      for (const feature of own) best += weights[feature * STATES + state] as number;
      next[state] = best;
    }
    scores = next;
    origins.push(origin);
  }
  const way = [scores.indexOf(Math.max(...scores))];
  for (let i = origins.length - 1; i > 0; i--) way.unshift(origins[i]?.[way[0] as number] as number);
  return way;
}
