import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWeights, parseTable, serialiseTable, weightOf } from './feature-table.ts';
import { parseClasses, placeOfWord, serialiseClasses } from './word-classes.ts';

const rows = fc.uniqueArray(
  fc.record({
    hash: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    state: fc.integer({ min: 0, max: 20 }),
    weight: fc.double({ min: -6, max: 6, noNaN: true }),
  }),
  { selector: ({ hash, state }) => `${hash} ${state}` },
);

describe('the table of features', () => {
  it('keeps every weight to within half a step, cut down to the largest', () => {
    fc.assert(
      fc.property(rows, (weights) => {
        const table = parseTable(serialiseTable(weights, 4));
        for (const { hash, state, weight } of weights) {
          const kept = Math.max(-4, Math.min(4, weight));
          expect(Math.abs(weightOf(table, hash, state) - kept)).toBeLessThanOrEqual(4 / 127 / 2 + 1e-6);
        }
      }),
    );
  });

  it('adds nothing for a feature that it does not have', () => {
    const table = parseTable(serialiseTable([{ hash: 17, state: 3, weight: 1 }], 4));
    const scores = new Float32Array(42);
    addWeights(table, 16, scores, 21);
    expect(scores.every((score) => score === 0)).toBe(true);
    addWeights(table, 17, scores, 21);
    expect(scores[24]).toBeCloseTo(1, 1);
  });

  it('gives the same bytes whatever the order of the rows', () => {
    const weights = [5, -3, 9].map((hash) => ({ hash, state: 1, weight: hash / 4 }));
    expect(serialiseTable(weights, 4)).toEqual(serialiseTable([...weights].reverse(), 4));
  });

  it('refuses bytes that are cut short', () => {
    const bytes = serialiseTable([{ hash: 17, state: 3, weight: 1 }], 4);
    for (let length = 0; length < bytes.length; length++)
      expect(() => parseTable(bytes.subarray(0, length)), `${length} bytes`).toThrow('build them again');
  });
});

describe('the table of word classes', () => {
  const bytes = serialiseClasses(['بغداد', 'و+'], ['frequency', 'class'], Uint8Array.of(7, 3, 9, 1));

  it('finds the row of a word', () => {
    const classes = parseClasses(bytes);
    expect(classes.columns).toEqual(['frequency', 'class']);
    const place = placeOfWord(classes, 'بغداد');
    expect([...classes.values.subarray(place * 2, place * 2 + 2)]).toEqual([7, 3]);
    expect(placeOfWord(classes, 'دمشق')).toBe(-1);
  });

  it('refuses bytes that are cut short', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(() => parseClasses(bytes.subarray(0, length)), `${length} bytes`).toThrow('build the weights');
  });
});
