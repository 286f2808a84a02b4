import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../text/span.ts';
import { countPairs, spanF1 } from './span-f1.ts';

describe('spanF1', () => {
  test('is the harmonic mean of precision and recall, whoever counts as the truth', () => {
    const [first, second, shared] = [40, 50, 30];
    const [precision, recall] = [shared / first, shared / second];
    const f1 = (2 * precision * recall) / (precision + recall);
    expect(spanF1([{ first, second, shared }])).toBeCloseTo(f1, 12);
    expect(spanF1([{ first: second, second: first, shared }])).toBeCloseTo(f1, 12);
  });

  test('of several counts, the sums', () => {
    expect(
      spanF1([
        { first: 1, second: 1, shared: 1 },
        { first: 9, second: 9, shared: 0 },
      ]),
    ).toBe(0.1);
  });

  test('where nobody has a span it is undefined, where one has none 0', () => {
    expect(spanF1([])).toBeNull();
    expect(spanF1([{ first: 0, second: 0, shared: 0 }])).toBeNull();
    expect(spanF1([{ first: 0, second: 3, shared: 0 }])).toBe(0);
  });
});

describe('countPairs', () => {
  const span = (start: number, end: number) => ({ start, end });
  const cases: readonly [
    what: string,
    first: [number, number][],
    second: [number, number][],
    pairs: number,
  ][] = [
    ['nothing', [], [[0, 1]], 0],
    [
      'one long span is no partner of two',
      [[0, 10]],
      [
        [0, 4],
        [5, 9],
      ],
      1,
    ],
    [
      'the one that has a single partner gets it',
      [
        [0, 10],
        [0, 4],
      ],
      [
        [0, 3],
        [5, 9],
      ],
      2,
    ],
    [
      'likewise in the other order',
      [
        [0, 4],
        [0, 10],
      ],
      [
        [5, 9],
        [0, 3],
      ],
      2,
    ],
    ['touching is not sharing', [[0, 4]], [[4, 8]], 0],
  ];
  test.each(cases)('%s', (_what, first, second, pairs) => {
    const [a, b] = [first, second].map((list) => list.map(([start, end]) => span(start, end)));
    expect(countPairs(a ?? [], b ?? [], overlaps)).toBe(pairs);
  });

  test('is the same from both sides, and no more than either has', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
        .map(([start, length]) => span(start, start + length)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const pairs = countPairs(a, b, overlaps);
        expect(countPairs(b, a, overlaps)).toBe(pairs);
        expect(pairs).toBeLessThanOrEqual(Math.min(a.length, b.length));
      }),
    );
  });
});
