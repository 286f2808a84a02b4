import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureList } from './feature-list.ts';
import { addAllWeights, addWeights, parseTable, serialiseTable } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { parseClasses, placeOfWord, serialiseClasses } from './word-classes.ts';

const CELLS = 105;

const rows = fc.uniqueArray(
  fc.record({
    hash: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    cell: fc.integer({ min: 0, max: CELLS - 1 }),
    weight: fc.double({ min: -6, max: 6, noNaN: true }),
  }),
  { selector: ({ hash, cell }) => `${hash} ${cell}` },
);

function sumsOf(table: FeatureTable, ...hashes: readonly number[]): Int32Array {
  const sums = new Int32Array(CELLS);
  for (const hash of hashes) addWeights(table, hash, sums, 0);
  return sums;
}

describe('the table of features', () => {
  it('keeps every weight to within half a step, cut down to the largest', () => {
    fc.assert(
      fc.property(rows, (weights) => {
        const table = parseTable(serialiseTable(weights, 4));
        for (const { hash, cell, weight } of weights) {
          const kept = (sumsOf(table, hash)[cell] as number) * table.step;
          expect(Math.abs(kept - Math.max(-4, Math.min(4, weight)))).toBeLessThanOrEqual(4 / 127 / 2 + 1e-6);
        }
      }),
    );
  });

  it('adds the same for a list of features as for one after the other, those that it does not have among them', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer()), (weights, others) => {
        const table = parseTable(serialiseTable(weights, 4));
        const list = createFeatureList();
        const hashes = [...weights.map(({ hash }) => hash), ...others].slice(0, list.hashes.length);
        list.hashes.set(hashes);
        list.length = hashes.length;
        const sums = new Int32Array(CELLS);
        addAllWeights(table, list, sums);
        expect(sums).toEqual(sumsOf(table, ...hashes));
      }),
    );
  });

  it('adds nothing for a feature that it does not have', () => {
    const table = parseTable(serialiseTable([{ hash: 17, cell: 3, weight: 1 }], 4));
    const scores = new Int32Array(42);
    addWeights(table, 16, scores, 21);
    expect(scores.every((score) => score === 0)).toBe(true);
    addWeights(table, 17, scores, 21);
    expect((scores[24] as number) * table.step).toBeCloseTo(1, 1);
  });

  it('gives the same bytes whatever the order of the features', () => {
    const weights = [5, -3, 9].map((hash) => ({ hash, cell: 1, weight: hash / 4 }));
    expect(serialiseTable(weights, 4)).toEqual(serialiseTable([...weights].reverse(), 4));
  });

  it('refuses bytes that are cut short', () => {
    const bytes = serialiseTable([{ hash: 17, cell: 3, weight: 1 }], 4);
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
