import { widened } from './room.ts';
import { canFollow, insideOf, isInside, labelOf, OUTSIDE, STATES } from './states.ts';

/** A stretch of tokens, first to last, that may be a name, with the probability that it is just this name. */
export interface ScoredSpan {
  readonly first: number;
  readonly last: number;
  /** By index in NAME_LABELS. */
  readonly label: number;
  readonly probability: number;
}

/** By how much, in log space, the state outside must lead for a token to be outside for certain. */
const CERTAIN = 4;
/** A state that lies so far behind the best of its token is not looked at. */
const NEGLIGIBLE = 7;
/** Further behind, in steps, nothing lies: exp of it would be nothing beside the others. */
const LEAST_STEPS = 1588;
/** Less probable spans are not told. */
const LEAST_PROBABILITY = 0.03;

/** The weights of transitions, made ready. */
export interface Transitions {
  /** What 1 stands for in scores and leanings, in log space. */
  readonly step: number;
  /** exp of numbers of steps, from that of -LEAST_STEPS on. */
  readonly exps: Float64Array;
  /** exp of the weights, from × STATES + to, 0 where a state cannot follow. */
  readonly ways: Float64Array;
  /**
   * By state, in steps: what the transitions add to its score where the tokens beside are outside. Scores with it can be
   * compared within a token; that of the state outside alone says little.
   */
  readonly leanings: Int32Array;
}

/** Makes transitions ready from their weights, in steps, from × STATES + to; those into a state that cannot follow count for nothing. */
export function transitionsFrom(weights: Int32Array, step: number): Transitions {
  const weightOf = (from: number, to: number): number => weights[from * STATES + to] as number;
  const ways = new Float64Array(STATES * STATES);
  for (let from = 0; from < STATES; from++)
    for (let to = 0; to < STATES; to++)
      if (canFollow(from, to)) ways[from * STATES + to] = Math.exp(weightOf(from, to) * step);
  const staying = weightOf(OUTSIDE, OUTSIDE);
  const leanings = Int32Array.from({ length: STATES }, (_, state) => {
    const into = weightOf(isInside(state) ? state - 1 : OUTSIDE, state);
    return state === OUTSIDE ? staying : into + weightOf(state, OUTSIDE) - staying;
  });
  const most = Math.max(0, ...leanings.map((leaning) => -leaning));
  const exps = Float64Array.from({ length: LEAST_STEPS + most + 1 }, (_, i) =>
    Math.exp((i - LEAST_STEPS) * step),
  );
  return { step, exps, ways, leanings };
}

/** Room for one stretch of tokens; grows as needed. */
let room = 0;
/** exp of the scores, divided by the best of the token, of the states looked at. */
let emissions = new Float64Array(0);
let forward = new Float64Array(0);
let backward = new Float64Array(0);
/** The sums by which each token was scaled. */
let scales = new Float64Array(0);
/** The states looked at: one after the other, how many, and as bits. */
let active = new Uint8Array(0);
let counts = new Uint8Array(0);
let sets = new Int32Array(0);

function makeRoom(tokens: number): void {
  if (tokens <= room) return;
  room = Math.max(64, tokens * 2);
  emissions = widened(emissions, room * STATES);
  forward = new Float64Array(room * STATES);
  backward = new Float64Array(room * STATES);
  scales = new Float64Array(room + 1);
  active = widened(active, room * STATES);
  counts = widened(counts, room);
  sets = widened(sets, room);
}

/** States inside names, as bits. */
const INSIDE = Array.from({ length: STATES }, (_, state) => state).reduce(
  (bits, state) => (isInside(state) ? bits | (1 << state) : bits),
  0,
);

/**
 * The spans that the model thinks possible in a line, by their exact marginal probability in a linear-chain CRF
 * (Lafferty, McCallum and Pereira 2001; forward–backward, then for each beginning the chance that it goes on as far). Tokens
 * that are outside for certain, or for want of another state, part the line into short stretches, which do not depend on
 * each other.
 * @param scores by token and state, in steps, with the leanings
 * @returns ordered by first token
 */
export function findSpans(scores: Int32Array, tokens: number, transitions: Transitions): ScoredSpan[] {
  const spans: ScoredSpan[] = [];
  let start = 0;
  for (let i = 0; i < tokens; i++) {
    if (pickStates(scores, i, i - start, transitions)) continue;
    if (start < i) readStretch(start, i, false, transitions.ways, spans);
    start = i + 1;
  }
  if (start < tokens) readStretch(start, tokens, true, transitions.ways, spans);
  return spans;
}

/**
 * Picks the states to look at of token `i`, the one at place `k` of its stretch. The state outside always is one, so that
 * there is a way through.
 * @returns whether there is another
 */
function pickStates(
  scores: Int32Array,
  i: number,
  k: number,
  { leanings, step, exps }: Transitions,
): boolean {
  const from = i * STATES;
  const outside = scores[from] as number;
  let best = scores[from + 1] as number;
  for (let state = 2; state < STATES; state++) {
    const behind = best - (scores[from + state] as number);
    best -= behind & (behind >> 31); // the larger one, without a branch that nobody can foretell
  }
  if (best <= outside - CERTAIN / step) return false;
  if (best < outside) best = outside;
  makeRoom(k + 1);
  // A name is entered by its beginning alone.
  const before = k > 0 ? (sets[k - 1] as number) : 0;
  const reachable = ~INSIDE | before | (before << 1);
  const bar = best - NEGLIGIBLE / step;
  const to = k * STATES;
  let set = 0;
  let count = 0;
  for (let state = 0; state < STATES; state++) {
    const score = scores[from + state] as number;
    if (state !== OUTSIDE && (score <= bar || ((reachable >> state) & 1) === 0)) continue;
    const steps = Math.max(score - best - (leanings[state] as number), -LEAST_STEPS);
    emissions[to + state] = exps[steps + LEAST_STEPS] as number;
    active[to + count++] = state;
    set |= 1 << state;
  }
  counts[k] = count;
  sets[k] = set;
  return count > 1;
}

function readStretch(
  start: number,
  end: number,
  endsLine: boolean,
  ways: Float64Array,
  spans: ScoredSpan[],
): void {
  const length = end - start;
  runForward(length, start > 0, ways);
  runBackward(length, endsLine, ways);
  for (let i = 0; i < length; i++)
    for (let k = 0; k < (counts[i] as number); k++) {
      const state = active[i * STATES + k] as number;
      if (state !== OUTSIDE && !isInside(state)) followSpans(i, state, start, length, ways, spans);
    }
}

function runForward(length: number, behindOutside: boolean, transitions: Float64Array): void {
  for (let i = 0; i < length; i++) {
    const at = i * STATES;
    let sum = 0;
    for (let k = 0; k < (counts[i] as number); k++) {
      const state = active[at + k] as number;
      let ways = 0;
      if (i === 0) ways = behindOutside ? (transitions[OUTSIDE * STATES + state] as number) : 1;
      else
        for (let j = 0; j < (counts[i - 1] as number); j++) {
          const before = active[at - STATES + j] as number;
          ways +=
            (forward[at - STATES + before] as number) * (transitions[before * STATES + state] as number);
        }
      sum += forward[at + state] = ways * (emissions[at + state] as number);
    }
    scales[i] = sum;
    for (let k = 0; k < (counts[i] as number); k++)
      (forward[at + (active[at + k] as number)] as number) /= sum;
  }
}

function runBackward(length: number, endsLine: boolean, transitions: Float64Array): void {
  let total = 0;
  const last = (length - 1) * STATES;
  for (let k = 0; k < (counts[length - 1] as number); k++) {
    const state = active[last + k] as number;
    const ending = endsLine ? 1 : (transitions[state * STATES + OUTSIDE] as number);
    backward[last + state] = ending;
    total += (forward[last + state] as number) * ending;
  }
  for (let k = 0; k < (counts[length - 1] as number); k++)
    (backward[last + (active[last + k] as number)] as number) /= total;
  for (let i = length - 2; i >= 0; i--) {
    const at = i * STATES;
    for (let k = 0; k < (counts[i] as number); k++) {
      const state = active[at + k] as number;
      let ways = 0;
      for (let j = 0; j < (counts[i + 1] as number); j++) {
        const next = active[at + STATES + j] as number;
        ways += (transitions[state * STATES + next] as number) * stepTo(i + 1, next);
      }
      backward[at + state] = ways;
    }
  }
}

/** What goes on from a state of token `i`, without the transition that leads there. */
const stepTo = (i: number, state: number): number =>
  ((emissions[i * STATES + state] as number) * (backward[i * STATES + state] as number)) /
  (scales[i] as number);

/** Adds every span that begins at token `i` of the stretch, in a state that begins names, and is probable enough. */
function followSpans(
  i: number,
  begin: number,
  start: number,
  length: number,
  transitions: Float64Array,
  spans: ScoredSpan[],
): void {
  let state = begin;
  const label = labelOf(begin);
  const inside = insideOf(label);
  /** The probability of what lies before, up to token `last`, in its state. */
  let way = forward[i * STATES + state] as number;
  for (let last = i; last < length; last++) {
    const whole = way * (backward[last * STATES + state] as number);
    if (whole < LEAST_PROBABILITY) return;
    const canGoOn = last + 1 < length && (((sets[last + 1] as number) >> inside) & 1) === 1;
    const on = canGoOn ? (transitions[state * STATES + inside] as number) * stepTo(last + 1, inside) : 0;
    const probability = Math.min(1, way * Math.max(0, (backward[last * STATES + state] as number) - on));
    if (probability >= LEAST_PROBABILITY)
      spans.push({ first: start + i, last: start + last, label, probability });
    if (!canGoOn) return;
    way *=
      ((transitions[state * STATES + inside] as number) *
        (emissions[(last + 1) * STATES + inside] as number)) /
      (scales[last + 1] as number);
    state = inside;
  }
}
