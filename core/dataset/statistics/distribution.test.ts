import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf } from './distribution.ts';

test.each([
  [[3], { count: 1, min: 3, median: 3, mean: 3, max: 3, bins: [{ from: 3, to: 4, count: 1 }] }],
  [
    [1, 2, 2, 4],
    {
      count: 4,
      min: 1,
      median: 2,
      mean: 2.25,
      max: 4,
      bins: [
        { from: 1, to: 2, count: 1 },
        { from: 2, to: 3, count: 2 },
        { from: 3, to: 4, count: 0 },
        { from: 4, to: 5, count: 1 },
      ],
    },
  ],
])('%j is described', (values, described) => expect(distributionOf(values)).toEqual(described));

test('bins are few, of one width of 1, 2 or 5 times a power of ten, touch, and hold every value', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5_000_000 }), { minLength: 1 }), (values) => {
      const bins = distributionOf(values)?.bins ?? [];
      const [first] = bins;
      const width = (first?.to ?? 0) - (first?.from ?? 0);
      expect(bins.length).toBeLessThanOrEqual(16);
      expect(String(width)).toMatch(/^[125]0*$/);
      for (const [index, bin] of bins.entries()) {
        expect(bin.to - bin.from).toBe(width);
        if (index > 0) expect(bin.from).toBe(bins[index - 1]?.to);
        expect(bin.count).toBe(values.filter((value) => bin.from <= value && value < bin.to).length);
      }
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    }),
  );
});
