import {
  beginOf,
  canBegin,
  canFollow,
  insideOf,
  OUTSIDE,
  STATES,
} from '../../core/entities/tagger/states.ts';
import { featuresOf } from './feature-index.ts';
import type { FeatureIndex, IndexedLine } from './feature-index.ts';
import type { TrainingLine } from './lines.ts';
import { createModel } from './learn.ts';
import type { Model } from './learn.ts';
import type { Count } from './measure.ts';
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
  const model = createModel(index.count);
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
      const right = rightWay(line.line);
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

/** Compares the best way through lines with the annotated one: exact tokens and label of each name. */
export function measurePerceptron(
  index: FeatureIndex,
  { weights, between }: Model,
  chosen: (line: TrainingLine) => boolean,
): Count {
  const count: Count = { right: 0, found: 0, gold: 0 };
  for (const line of index.lines) {
    if (!chosen(line.line)) continue;
    const features = Array.from(line.types, (_, i) => featuresOf(index, line, i));
    const found = spansOf(bestWay(features, weights, between));
    const gold = spansOf(rightWay(line.line));
    count.found += found.size;
    count.gold += gold.size;
    for (const span of found) if (gold.has(span)) count.right++;
  }
  return count;
}

const rightWay = ({ possible }: TrainingLine): number[] =>
  Array.from(possible, (set) => 31 - Math.clz32(set));

/** The names that states make: "first last label". */
function spansOf(states: readonly number[]): Set<string> {
  const spans = new Set<string>();
  for (const [i, state] of states.entries()) {
    const label = (state - 1) >> 1;
    if (state === OUTSIDE || state !== beginOf(label)) continue;
    let last = i;
    while (states[last + 1] === insideOf(label)) last++;
    spans.add(`${i} ${last} ${label}`);
  }
  return spans;
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
