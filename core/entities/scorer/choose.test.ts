import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBest } from './choose.ts';

const candidate = fc.record({
  start: fc.nat(12),
  length: fc.integer({ min: 1, max: 5 }),
  gain: fc.integer({ min: -3, max: 9 }),
});

const candidates = fc
  .array(candidate, { maxLength: 9 })
  .map((all) =>
    all
      .map(({ start, length, gain }) => ({ start, end: start + length, gain }))
      .sort((a, b) => a.start - b.start),
  );

type Gainful = readonly { readonly start: number; readonly end: number; readonly gain: number }[];

/** The most that can be gained, by trying every set. */
function mostOf(all: Gainful): number {
  let most = 0;
  for (let set = 0; set < 2 ** all.length; set++) {
    const taken = all.filter((_, i) => (set >> i) & 1);
    if (taken.every(({ start }, i) => taken.slice(0, i).every(({ end }) => end <= start)))
      most = Math.max(
        most,
        taken.reduce((sum, { gain }) => sum + gain, 0),
      );
  }
  return most;
}

describe('chooseBest', () => {
  it('takes two short names rather than the long one over both, where they gain more', () => {
    const spans = [
      { start: 0, end: 9 },
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ];
    expect(chooseBest(spans, [0.5, 0.3, 0.3])).toEqual([1, 2]);
    expect(chooseBest(spans, [0.7, 0.3, 0.3])).toEqual([0]);
  });

  it('takes nothing that gains nothing', () => {
    expect(
      chooseBest(
        [
          { start: 0, end: 3 },
          { start: 4, end: 6 },
        ],
        [0, -1],
      ),
    ).toEqual([]);
  });

  it('gains as much as any set without overlaps, in order', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const taken = chooseBest(
          all,
          all.map(({ gain }) => gain),
        );
        for (const [k, i] of taken.entries()) {
          const before = taken[k - 1];
          if (before !== undefined) expect(all[before]!.end).toBeLessThanOrEqual(all[i]!.start);
        }
        expect(taken.reduce((sum, i) => sum + all[i]!.gain, 0)).toBe(mostOf(all));
      }),
      { numRuns: 300 },
    );
  });
});
