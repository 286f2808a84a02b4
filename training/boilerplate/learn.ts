import { scoreLines, sumChain } from '../../core/boilerplate/foreign/chain.ts';
import type { ChainWeights } from '../../core/boilerplate/foreign/chain.ts';
import { FEATURES_IN_TEXT, readFeatures } from '../../core/boilerplate/foreign/features.ts';
import type { LineShape } from '../../core/boilerplate/lines/shape.ts';
import { SLOTS } from '../../core/boilerplate/lines/slots.ts';
import { atOnce } from '../../core/text/steps.ts';

/** A page as the chain sees it. */
export interface Example {
  readonly title: LineShape | null;
  readonly lines: readonly LineShape[];
  /** By line, 1 where it comes from another article. */
  readonly foreign: readonly number[];
}

const RATE = 0.1;
const LAST_RATE = 0.005;
const DECAY = 1e-6;
/** Lines that are right already by this much teach nothing. */
const SMALLEST_ERROR = 1e-4;

/**
 * Learns the weights of the chain by gradient descent on the likelihood of a linear-chain CRF, with a step size of its
 * own for each weight (AdaGrad: Duchi, Hazan and Singer, JMLR 2011), one page at a time.
 * @param draw gives example `n`, of `count`
 */
export function learnChain(count: number, draw: (n: number) => Example): ChainWeights {
  const weights = { slots: new Float32Array(SLOTS), steps: new Float32Array(4) };
  const slotSquares = new Float64Array(SLOTS).fill(1e-6);
  const stepSquares = new Float64Array(4).fill(1e-6);
  for (let n = 0; n < count; n++) {
    const { title, lines, foreign } = draw(n);
    const rate = RATE * (1 - n / count) + LAST_RATE;
    const change = (slot: number, error: number): void => {
      const gradient = error + DECAY * (weights.slots[slot] as number);
      slotSquares[slot] = (slotSquares[slot] as number) + gradient * gradient;
      weights.slots[slot] =
        (weights.slots[slot] as number) - (rate * gradient) / Math.sqrt(slotSquares[slot] as number);
    };
    const scores = atOnce(scoreLines(title, lines, weights, 0));
    const { forward, backward, total } = sumChain(scores, weights.steps);
    const features = atOnce(readFeatures(title, lines));
    const stepErrors = new Float64Array(4);
    for (let i = 1; i < lines.length; i++) {
      for (const from of [0, 1])
        for (const to of [0, 1]) {
          const ways =
            (forward[2 * (i - 1) + from] as number) +
            (weights.steps[2 * from + to] as number) +
            (to === 1 ? (scores[i] as number) : 0) +
            (backward[2 * i + to] as number);
          stepErrors[2 * from + to] = (stepErrors[2 * from + to] as number) + Math.exp(ways - total);
        }
      const right = 2 * (foreign[i - 1] as number) + (foreign[i] as number);
      stepErrors[right] = (stepErrors[right] as number) - 1;
    }
    for (let i = 1; i < lines.length; i++) {
      const odds = Math.exp((forward[2 * i + 1] as number) + (backward[2 * i + 1] as number) - total);
      const error = odds - (foreign[i] as number);
      if (Math.abs(error) < SMALLEST_ERROR) continue;
      for (const slot of (lines[i] as LineShape).traits) change(slot, error);
      for (const slot of features.subarray(i * FEATURES_IN_TEXT, (i + 1) * FEATURES_IN_TEXT))
        change(slot, error);
    }
    for (let k = 0; k < 4; k++) {
      const error = stepErrors[k] as number;
      stepSquares[k] = (stepSquares[k] as number) + error * error;
      weights.steps[k] = (weights.steps[k] as number) - (rate * error) / Math.sqrt(stepSquares[k] as number);
    }
  }
  return weights;
}
