import { describe, expect, it } from 'vitest';
import { findSpans, transitionsFrom } from '../../core/entities/tagger/lattice.ts';
import { canBegin, canFollow, STATES } from '../../core/entities/tagger/states.ts';
import { createLattice, expOfTransitions, fitLattice, runLattice } from './crf.ts';
import { begins, insides, OUTSIDE_ALONE } from './lines.ts';
import { createRandom } from './random.ts';

const TOKENS = 3;
/** What 1 stands for in the scores of the analysis. */
const STEP = 1 / 32;

/** Scores and weights of transitions that look random. */
function chance(seed: number, spread = 2): { scores: Float64Array; weights: Float64Array } {
  const random = createRandom(seed);
  const numbers = (length: number): Float64Array =>
    Float64Array.from({ length }, () => (random() - 0.5) * 2 * spread);
  return { scores: numbers(TOKENS * STATES), weights: numbers(STATES * STATES) };
}

/** Every way through three tokens that the scheme allows, with its score. */
function* ways(
  scores: Float64Array,
  weights: Float64Array,
  possible: Int32Array | null,
): Generator<{ way: [number, number, number]; score: number }> {
  const may = (i: number, state: number): boolean =>
    !possible || (((possible[i] as number) >> state) & 1) === 1;
  for (let a = 0; a < STATES; a++)
    for (let b = 0; b < STATES; b++)
      for (let c = 0; c < STATES; c++) {
        if (!canBegin(a) || !canFollow(a, b) || !canFollow(b, c)) continue;
        if (!may(0, a) || !may(1, b) || !may(2, c)) continue;
        const score =
          (scores[a] as number) +
          (scores[STATES + b] as number) +
          (scores[2 * STATES + c] as number) +
          (weights[a * STATES + b] as number) +
          (weights[b * STATES + c] as number);
        yield { way: [a, b, c], score };
      }
}

/** Forward–backward over three tokens. */
function run(scores: Float64Array, weights: Float64Array, possible: Int32Array | null) {
  const lattice = createLattice();
  fitLattice(lattice, TOKENS);
  lattice.scores.set(scores);
  const pairs = new Float64Array(STATES * STATES);
  const transitions = expOfTransitions(weights, new Float64Array(STATES * STATES));
  const sum = runLattice(lattice, TOKENS, transitions, possible, pairs, 1);
  return { sum, marginals: lattice.marginals.slice(0, TOKENS * STATES), pairs };
}

const SETS: [what: string, possible: Int32Array | null][] = [
  ['everything possible', null],
  ['one state by token', Int32Array.of(begins('PER'), insides('PER'), OUTSIDE_ALONE)],
  [
    'a place of some kind, then a token about which the guidelines are silent',
    Int32Array.of(
      OUTSIDE_ALONE,
      begins('GPE', 'LOC', 'FAC'),
      OUTSIDE_ALONE | begins('OCC', 'LAW') | insides('OCC', 'LAW'),
    ),
  ],
];

describe('forward–backward', () => {
  it.each(SETS)('gives the sum, the marginals and the pairs of all ways: %s', (_what, possible) => {
    const { scores, weights } = chance(3);
    const all = [...ways(scores, weights, possible)];
    const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
    const marginals = new Float64Array(TOKENS * STATES);
    const pairs = new Float64Array(STATES * STATES);
    for (const { way, score } of all) {
      const share = Math.exp(score) / total;
      for (const [i, state] of way.entries()) (marginals[i * STATES + state] as number) += share;
      (pairs[way[0] * STATES + way[1]] as number) += share;
      (pairs[way[1] * STATES + way[2]] as number) += share;
    }
    const found = run(scores, weights, possible);
    expect(found.sum).toBeCloseTo(Math.log(total), 9);
    for (const [at, share] of marginals.entries()) expect(found.marginals[at]).toBeCloseTo(share, 9);
    for (const [at, share] of pairs.entries()) expect(found.pairs[at]).toBeCloseTo(share, 9);
  });

  it('says where no way is possible', () => {
    const { scores, weights } = chance(4);
    const possible = Int32Array.of(OUTSIDE_ALONE, insides('PER'), OUTSIDE_ALONE);
    expect(run(scores, weights, possible).sum).toBe(-Infinity);
  });

  it('gives the gradient of the log-probability of a set of states, as finite differences have it', () => {
    const { scores, weights } = chance(5);
    const possible = (SETS[2] as (typeof SETS)[number])[1];
    const likelihood = (): number => run(scores, weights, possible).sum - run(scores, weights, null).sum;
    const wanted = run(scores, weights, possible);
    const expected = run(scores, weights, null);
    const slope = (numbers: Float64Array, at: number): number => {
      const kept = numbers[at] as number;
      numbers[at] = kept + 1e-5;
      const above = likelihood();
      numbers[at] = kept - 1e-5;
      const below = likelihood();
      numbers[at] = kept;
      return (above - below) / 2e-5;
    };
    for (let at = 0; at < TOKENS * STATES; at++)
      expect(slope(scores, at), `score ${at}`).toBeCloseTo(
        (wanted.marginals[at] as number) - (expected.marginals[at] as number),
        6,
      );
    for (let at = 0; at < STATES * STATES; at += 7)
      if (canFollow(Math.floor(at / STATES), at % STATES))
        expect(slope(weights, at), `transition ${at}`).toBeCloseTo(
          (wanted.pairs[at] as number) - (expected.pairs[at] as number),
          6,
        );
  });
});

describe('the lattice of the analysis', () => {
  it('gives spans the probability that all ways together give them', () => {
    const chances = chance(6, 1.5);
    const steps = (numbers: Float64Array): Int32Array =>
      Int32Array.from(numbers, (n) => Math.round(n / STEP));
    const inSteps = { scores: steps(chances.scores), weights: steps(chances.weights) };
    const scores = Float64Array.from(inSteps.scores, (n) => n * STEP);
    const weights = Float64Array.from(inSteps.weights, (n) => n * STEP);
    const all = [...ways(scores, weights, null)];
    const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
    const spans = new Map<string, number>();
    for (const { way, score } of all)
      for (let first = 0; first < TOKENS; first++) {
        const state = way[first] as number;
        if (state % 2 === 0) continue;
        let last = first;
        while (last + 1 < TOKENS && way[last + 1] === state + 1) last++;
        const key = `${first} ${last} ${(state - 1) / 2}`;
        spans.set(key, (spans.get(key) ?? 0) + Math.exp(score) / total);
      }
    const transitions = transitionsFrom(inSteps.weights, STEP);
    const leaning = inSteps.scores.map((n, at) => n + (transitions.leanings[at % STATES] as number));
    const found = findSpans(leaning, TOKENS, transitions);
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(({ first, last, label }) => `${first} ${last} ${label}`))).toEqual(
      new Set([...spans].filter(([, share]) => share >= 0.03).map(([key]) => key)),
    );
    for (const { first, last, label, probability } of found)
      expect(probability).toBeCloseTo(spans.get(`${first} ${last} ${label}`) as number, 4);
  });
});
