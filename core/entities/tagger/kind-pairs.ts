import { addWeights } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { kindPairFeature, LEFT, RIGHT } from './features.ts';
import { STATES } from './states.ts';

/** Classes of words are below this; -1 is a word without one. */
const KINDS = 256;

/** What the weights say of two neighbouring classes of words, worked out once for each two. */
export interface KindPairs {
  /** Adds it to the scores of the left token, which begin at `at`, and to those of the right one behind them. */
  readonly add: (left: number, right: number, scores: Float32Array, at: number) => void;
}

/** An empty memory over weights. */
export function createKindPairs(table: FeatureTable): KindPairs {
  /** By left and right class: the row and one, 0 where it is not known yet. */
  const rows = new Int32Array((KINDS + 1) * (KINDS + 1));
  /** By row: by state, first what is said of the left token, then of the right one. */
  let sums = new Float32Array(256 * 2 * STATES);
  let count = 0;

  function enter(left: number, right: number): number {
    const at = count * 2 * STATES;
    if (at === sums.length) {
      const grown = new Float32Array(sums.length * 2);
      grown.set(sums);
      sums = grown;
    }
    if (left >= 0) addWeights(table, kindPairFeature(left, right, LEFT), sums, at);
    if (right >= 0) addWeights(table, kindPairFeature(left, right, RIGHT), sums, at + STATES);
    return ++count;
  }

  return {
    add(left, right, scores, at) {
      const key = (left + 1) * (KINDS + 1) + right + 1;
      const row = (rows[key] ||= enter(left, right)) - 1;
      const from = row * 2 * STATES;
      for (let i = 0; i < 2 * STATES; i++) (scores[at + i] as number) += sums[from + i] as number;
    },
  };
}
