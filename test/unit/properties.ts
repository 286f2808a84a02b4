/**
 * How properties run: in the suite from one seed, so that what has passed passes again; for `npm run fuzz` from other
 * seeds and many times over. See docs/fuzzing.md.
 */
import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

/** What `npm run fuzz` says of a round. */
export interface FuzzRound {
  readonly seed: number;
  /** How many times as often as in the suite every property runs. */
  readonly times: number;
  /** How long one property may take, in milliseconds. One that is cut off has not failed. */
  readonly atMost: number;
  /** When the round ends, in milliseconds since 1970. */
  readonly until: number;
}

const told = process.env['HASHIYA_FUZZ'];
const round = told === undefined ? null : (JSON.parse(told) as FuzzRound);

const fuzzing = ({ seed, times, atMost, until }: FuzzRound, numRuns: number) => ({
  seed,
  numRuns: times * numRuns,
  // Without a single run fast-check takes a property for failed.
  interruptAfterTimeLimit: Math.max(1000, Math.min(atMost, until - Date.now())),
  markInterruptAsFailure: false,
});

vi.mock('fast-check', async (original) => {
  const fastCheck = await original<typeof FastCheck>();
  const assert = <T>(property: FastCheck.IRawProperty<T>, said: FastCheck.Parameters<T> = {}) =>
    fastCheck.assert(property, {
      seed: 1,
      ...said,
      ...(round && fuzzing(round, said.numRuns ?? 100)),
    });
  return { ...fastCheck, assert, default: { ...fastCheck.default, assert } };
});
