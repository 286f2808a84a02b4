import type { Steps } from '../../text/steps.ts';
import type { LineShape } from '../lines/shape.ts';
import { FEATURES_IN_TEXT, readFeatures } from './features.ts';

/** Weights of the chain: a score by slot, and by step from line to line (own to own, own to other's, …). */
export interface ChainWeights {
  readonly slots: Float32Array;
  readonly steps: Float32Array;
}

/** What the first line of a text scores as another article's: the text begins with it, whatever it looks like. */
const NEVER = -30;

/**
 * The score of each line as another article's, against 0 as the text's own. `prior` is added to each: how much rarer
 * such lines are than where the weights were learnt, as a logarithm. A line a step.
 */
export function* scoreLines(
  title: LineShape | null,
  lines: readonly LineShape[],
  weights: ChainWeights,
  prior: number,
): Steps<Float64Array> {
  const features = yield* readFeatures(title, lines);
  const scores = new Float64Array(lines.length);
  for (let i = 0, at = 0; i < lines.length; i++) {
    let score = prior;
    for (const slot of (lines[i] as LineShape).traits) score += weights.slots[slot] as number;
    for (const end = at + FEATURES_IN_TEXT; at < end; at++)
      score += weights.slots[features[at] as number] as number;
    scores[i] = i === 0 ? NEVER : score;
    yield;
  }
  return scores;
}

/** The sums over all ways to label the lines before (`forward`) and behind (`backward`) each, as logarithms. */
interface Sums {
  /** By 2 × line: the line as own, then as another's. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
}

const logSum = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

/** The forward-backward recursion of a linear-chain CRF with two labels (Lafferty, McCallum and Pereira, ICML 2001). */
export function sumChain(scores: Float64Array, steps: Float32Array | Float64Array): Sums {
  const count = scores.length;
  const forward = new Float64Array(2 * count);
  const backward = new Float64Array(2 * count);
  const [stay = 0, leave = 0, back = 0, remain = 0] = steps;
  for (let i = 0; i < count; i++) {
    const own = i === 0 ? 0 : (forward[2 * i - 2] as number);
    const other = i === 0 ? 0 : (forward[2 * i - 1] as number);
    forward[2 * i] = i === 0 ? 0 : logSum(own + stay, other + back);
    forward[2 * i + 1] = (scores[i] as number) + (i === 0 ? 0 : logSum(own + leave, other + remain));
  }
  for (let i = count - 2; i >= 0; i--) {
    const own = backward[2 * i + 2] as number;
    const other = (backward[2 * i + 3] as number) + (scores[i + 1] as number);
    backward[2 * i] = logSum(stay + own, leave + other);
    backward[2 * i + 1] = logSum(back + own, remain + other);
  }
  const total = count === 0 ? 0 : logSum(forward[2 * count - 2] as number, forward[2 * count - 1] as number);
  return { forward, backward, total };
}

/** How likely each line is another article's, from 0 to 1. A line a step. */
export function* foreignOdds(
  title: LineShape | null,
  lines: readonly LineShape[],
  weights: ChainWeights,
  prior: number,
): Steps<Float64Array> {
  const scores = yield* scoreLines(title, lines, weights, prior);
  const { forward, backward, total } = sumChain(scores, weights.steps);
  yield;
  return Float64Array.from(lines, (_, i) =>
    Math.exp((forward[2 * i + 1] as number) + (backward[2 * i + 1] as number) - total),
  );
}
