import { OFFSETS, OUTSIDE, SIDES, STATES } from '../../core/entities/tagger/states.ts';
import { transitionFeature } from '../../core/entities/tagger/templates.ts';
import type { Weight } from '../../core/entities/tagger/feature-table.ts';
import { createLattice, expOfTransitions, fitLattice, runLattice } from './crf.ts';
import type { TrainingLine } from './lines.ts';
import type { FeatureIndex, IndexedLine } from './feature-index.ts';
import { createRandom, shuffle } from './random.ts';

/** A model as it is learnt: weights with the sums of squared gradients that AdaGrad keeps of each. */
export interface Model {
  /** By feature and state. */
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  /** Of transitions, from × STATES + to. */
  readonly between: Float64Array;
  readonly betweenSquares: Float64Array;
}

/** What the squares begin with, so that first steps are not too long. */
const FIRST_SQUARE = 0.01;

/** A model that knows nothing, for so many features. */
export const createModel = (features: number): Model => ({
  weights: new Float32Array(features * STATES),
  squares: new Float32Array(features * STATES).fill(FIRST_SQUARE),
  between: new Float64Array(STATES * STATES),
  betweenSquares: new Float64Array(STATES * STATES).fill(FIRST_SQUARE),
});

/** A copy that learns on from what a model knows, its steps as long again as at first. */
export const continueFrom = ({ weights, between }: Model): Model => ({
  weights: weights.slice(),
  squares: new Float32Array(weights.length).fill(FIRST_SQUARE),
  between: between.slice(),
  betweenSquares: new Float64Array(between.length).fill(FIRST_SQUARE),
});

export interface Learning {
  /** How often to go through the lines. */
  readonly rounds: number;
  /** The step of AdaGrad. */
  readonly rate: number;
  /** How strongly a weight is drawn towards 0 when it is touched (L2). */
  readonly decay: number;
  /** How often a word's features that know it by name are hidden, so that the others learn to do without. */
  readonly hiding: number;
  readonly seed: number;
}

/** Differences of probabilities below this teach nothing. */
const TINY = 5e-4;

/**
 * Learns a CRF: stochastic gradient steps over the log-probability of each line's sets of possible states (Tsuboi et al.
 * 2008), each weight with its own step (AdaGrad; Duchi, Hazan and Singer 2011). The same lines and seed give the same weights.
 * @param model is changed
 * @param trust how much a line of the index counts; 0: it is left out
 * @param tell is called after each round over the lines with the mean loss per line
 */
export function learnCrf(
  index: FeatureIndex,
  model: Model,
  trust: (line: TrainingLine) => number,
  learning: Learning,
  tell: (round: number, loss: number) => void = () => undefined,
): void {
  const { lines, rows, edges } = index;
  const { rate, decay, hiding } = learning;
  const { weights, squares, between, betweenSquares } = model;
  const transitions = new Float64Array(STATES * STATES);
  const wanted = new Float64Array(STATES * STATES);
  const lattice = createLattice();
  const random = createRandom(learning.seed);
  const shares = lines.map(({ line }) => trust(line));
  const order = Int32Array.from(lines.keys()).filter((number) => (shares[number] as number) > 0);
  /** The features of the line at work: those of token i from `starts[i]` to `starts[i + 1]`. */
  let features = new Int32Array(1024);
  let starts = new Int32Array(256);
  let differences = new Float64Array(256 * STATES);

  const gather = ({ types, context, starts: own }: IndexedLine): void => {
    let length = 0;
    const add = (numbers: Int32Array, from: number, to: number): void => {
      if (length + to - from > features.length) {
        const grown = new Int32Array((length + to - from) * 2);
        grown.set(features);
        features = grown;
      }
      for (let i = from; i < to; i++) features[length++] = numbers[i] as number;
    };
    for (let i = 0; i < types.length; i++) {
      starts[i] = length;
      for (let side = 0; side < SIDES; side++) {
        const at = i + side - OFFSETS;
        const type = at < 0 ? edges[0] : at >= types.length ? edges[1] : (types[at] as number);
        const { named, general } = rows[type * SIDES + side] as (typeof rows)[number];
        add(general, 0, general.length);
        if (hiding === 0 || random() >= hiding) add(named, 0, named.length);
      }
      add(context, own[i] as number, own[i + 1] as number);
    }
    starts[types.length] = length;
  };

  const score = (tokens: number): void => {
    const { scores } = lattice;
    scores.fill(0, 0, tokens * STATES);
    for (let i = 0; i < tokens; i++) {
      const at = i * STATES;
      for (let k = starts[i] as number, end = starts[i + 1] as number; k < end; k++) {
        const row = (features[k] as number) * STATES;
        for (let state = 0; state < STATES; state++)
          (scores[at + state] as number) += weights[row + state] as number;
      }
    }
  };

  /** The states of a token whose probability is not what it should be, and by how much. */
  const wrong = new Uint8Array(STATES);
  const slopes = new Float64Array(STATES);

  /** Steps along the differences between what is possible and what is expected. */
  const step = (tokens: number): void => {
    for (let i = 0; i < tokens; i++) {
      let count = 0;
      for (let state = 0; state < STATES; state++) {
        const difference = differences[i * STATES + state] as number;
        if (difference < TINY && difference > -TINY) continue;
        wrong[count] = state;
        slopes[count++] = difference;
      }
      if (count === 0) continue;
      for (let k = starts[i] as number, end = starts[i + 1] as number; k < end; k++) {
        const row = (features[k] as number) * STATES;
        for (let w = 0; w < count; w++) {
          const at = row + (wrong[w] as number);
          const weight = weights[at] as number;
          const slope = (slopes[w] as number) - decay * weight;
          const square = (squares[at] as number) + slope * slope;
          squares[at] = square;
          weights[at] = weight + (rate * slope) / Math.sqrt(square);
        }
      }
    }
    for (let at = 0; at < between.length; at++) {
      const slope = wanted[at] as number;
      if (slope === 0) continue;
      (betweenSquares[at] as number) += slope * slope;
      (between[at] as number) += (rate * slope) / Math.sqrt(betweenSquares[at] as number);
    }
  };

  for (let round = 0; round < learning.rounds; round++) {
    shuffle(order, random);
    let loss = 0;
    for (const number of order) {
      const indexed = lines[number] as IndexedLine;
      const tokens = indexed.types.length;
      const share = shares[number] as number;
      if (tokens === 0) continue;
      if (starts.length <= tokens) {
        starts = new Int32Array(tokens * 2);
        differences = new Float64Array(tokens * 2 * STATES);
      }
      fitLattice(lattice, tokens);
      gather(indexed);
      score(tokens);
      expOfTransitions(between, transitions);
      wanted.fill(0);
      const possible = runLattice(lattice, tokens, transitions, indexed.line.possible, wanted, share);
      if (possible === -Infinity) continue;
      for (let at = 0; at < tokens * STATES; at++)
        differences[at] = share * (lattice.marginals[at] as number);
      const all = runLattice(lattice, tokens, transitions, null, wanted, -share);
      for (let at = 0; at < tokens * STATES; at++)
        (differences[at] as number) -= share * (lattice.marginals[at] as number);
      loss += share * (all - possible);
      step(tokens);
    }
    tell(round, loss / order.length);
  }
}

/** What was learnt, for the analysis: of words by offset and state, of tokens in their lines by state. */
export interface LearntWeights {
  readonly words: readonly Weight[];
  readonly lines: readonly Weight[];
}

/** The weights of a model from `least` on, on either side of 0, and all those of transitions, which tell of tokens in their lines. */
export function weightsOf(
  { names }: FeatureIndex,
  { weights, between }: Model,
  least: number,
): LearntWeights {
  const learnt = { words: [] as Weight[], lines: [] as Weight[] };
  for (const { number, hash, offset } of names)
    for (let state = 0; state < STATES; state++) {
      const weight = weights[number * STATES + state] as number;
      if (Math.abs(weight) < least) continue;
      if (offset === null) learnt.lines.push({ hash, cell: state, weight });
      else learnt.words.push({ hash, cell: (offset + OFFSETS) * STATES + state, weight });
    }
  for (let from = OUTSIDE; from < STATES; from++)
    for (let to = OUTSIDE; to < STATES; to++)
      learnt.lines.push({
        hash: transitionFeature(from),
        cell: to,
        weight: between[from * STATES + to] as number,
      });
  return learnt;
}
