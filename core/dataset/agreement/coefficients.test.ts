import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from './alpha.ts';
import { cohenKappa, fleissKappa } from './kappa.ts';

/** The ratings of a confusion matrix: rows are the first annotator's categories. */
const ratingsOf = (matrix: readonly (readonly number[])[]): [string, string][] =>
  matrix.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, (): [string, string] => [String(a), String(b)])),
  );

/** "aab dde": the ratings of units, one letter a rater; "*" is missing. */
const units = (text: string): string[][] => text.split(' ').map((unit) => [...unit].filter((c) => c !== '*'));

/** The columns of rows of equal length: from one row an observer to one string a unit. */
const columns = (...rows: string[]): string =>
  [...(rows[0] ?? '')].map((_, i) => rows.map((row) => row[i] ?? '').join('')).join(' ');

/** Counts by category, a row a subject. */
const counted = (...rows: string[]): string[][] =>
  rows.map((row) => row.split(' ').flatMap((count, category) => Array(Number(count)).fill(String(category))));

describe('cohenKappa: published examples', () => {
  const examples: readonly [source: string, matrix: number[][], kappa: number][] = [
    [
      'Cohen 1960, p. 37: Po 0.29, Pe 0.35',
      [
        [25, 12, 3],
        [13, 2, 15],
        [12, 16, 2],
      ],
      (0.29 - 0.35) / (1 - 0.35),
    ],
    [
      'Cohen 1960, p. 45',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.492,
    ],
    [
      'Krippendorff 1995, p. 57, pair A',
      [
        [10, 0],
        [8, 6],
      ],
      0.385,
    ],
    [
      'Krippendorff 1995, p. 57, pair C',
      [
        [6, 4],
        [4, 10],
      ],
      0.314,
    ],
  ];
  test.each(examples)('%s', (_source, matrix, kappa) => {
    expect(cohenKappa(ratingsOf(matrix))).toBeCloseTo(kappa, 3);
  });
});

describe('fleissKappa: published examples', () => {
  const examples: readonly [source: string, ratings: string[][], kappa: number][] = [
    [
      'Fleiss 1971, p. 379: 30 patients, 6 psychiatrists, 5 diagnoses',
      units(
        '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 ' +
          '144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 ' +
          '555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
      ),
      0.43,
    ],
    [
      '14 raters, 10 subjects, 5 categories (the worked example of Wikipedia’s article)',
      counted(
        '0 0 0 0 14',
        '0 2 6 4 2',
        '0 0 3 5 6',
        '0 3 9 2 0',
        '2 2 8 1 1',
        '7 7 0 0 0',
        '3 2 6 3 0',
        '2 5 3 2 2',
        '6 5 2 1 0',
        '0 2 2 3 7',
      ),
      0.21,
    ],
    [
      'of two raters it is Scott’s pi: Krippendorff 1995, p. 57, pair A',
      ratingsOf([
        [10, 0],
        [8, 6],
      ]),
      0.314,
    ],
  ];
  test.each(examples)('%s', (_source, ratings, kappa) => {
    expect(fleissKappa(ratings)).toBeCloseTo(kappa, 3);
  });

  test('refuses units with unequally many ratings', () => {
    expect(() => fleissKappa([['a', 'b'], ['a']])).toThrow(RangeError);
  });
});

describe('krippendorffAlpha: published examples', () => {
  const examples: readonly [source: string, ratings: string, alpha: number][] = [
    ['Krippendorff 2011, A: two observers, two values', columns('0100000010', '1110010000'), 0.095],
    ['Krippendorff 2011, B: two observers, many values', columns('aabbdcccedda', 'babbbccceddd'), 0.692],
    [
      'Krippendorff 2011, C: four observers, missing values',
      columns('123321412***', '1233224125*3', '*3332342251*', '12332441251*'),
      0.743,
    ],
    [
      'Krippendorff 1995, p. 57, pair A',
      ratingsOf([
        [10, 0],
        [8, 6],
      ])
        .map((pair) => pair.join(''))
        .join(' '),
      0.329,
    ],
  ];
  test.each(examples)('%s', (_source, ratings, alpha) => {
    expect(krippendorffAlpha(units(ratings))).toBeCloseTo(alpha, 3);
  });

  test('units that only one rated change nothing', () => {
    const rated = units('ab aa bb ab');
    expect(krippendorffAlpha([...rated, ['a'], [], ['c']])).toBe(krippendorffAlpha(rated));
  });
});

describe('where nothing varies a coefficient is undefined, which is not 0', () => {
  const cases: readonly [what: string, ratings: [string, string][]][] = [
    ['nothing to rate', []],
    ['one category alone', ratingsOf([[12]])],
  ];
  test.each(cases)('%s', (_what, ratings) => {
    expect([cohenKappa(ratings), fleissKappa(ratings), krippendorffAlpha(ratings)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('but everything equal in two categories is 1, and nothing equal below 0', () => {
    const equal = ratingsOf([
      [3, 0],
      [0, 4],
    ]);
    expect([cohenKappa(equal), fleissKappa(equal), krippendorffAlpha(equal)]).toEqual([1, 1, 1]);
    const unequal = ratingsOf([
      [0, 3],
      [3, 0],
    ]);
    for (const value of [cohenKappa(unequal), fleissKappa(unequal), krippendorffAlpha(unequal)])
      expect(value).toBeLessThan(0);
  });

  test('one annotator with one category alone, the other with two: Cohen’s kappa is 0', () => {
    expect(cohenKappa(ratingsOf([[5, 2]]))).toBe(0);
  });
});

describe('every coefficient', () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 30,
  });

  test('is 1 at most, and the same whoever is named first', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const turned = ratings.map(([a, b]): [string, string] => [b, a]);
        for (const coefficient of [cohenKappa, fleissKappa, krippendorffAlpha]) {
          const value = coefficient(ratings);
          if (value === null) expect(coefficient(turned)).toBeNull();
          else {
            expect(value).toBeLessThanOrEqual(1);
            expect(coefficient(turned)).toBeCloseTo(value, 12);
          }
        }
      }),
    );
  });

  test('of all, alpha is Fleiss’ kappa corrected for a small sample', () => {
    fc.assert(
      fc.property(pairs, (ratings) => {
        const [kappa, alpha] = [fleissKappa(ratings), krippendorffAlpha(ratings)];
        if (kappa === null) expect(alpha).toBeNull();
        else expect(alpha).toBeCloseTo(kappa + (1 - kappa) / (2 * ratings.length), 12);
      }),
    );
  });

  test('is the same whether units that all rate alike are listed or counted', () => {
    fc.assert(
      fc.property(pairs, fc.nat(20), (ratings, units) => {
        const listed = [...ratings, ...Array.from({ length: units }, (): [string, string] => ['a', 'a'])];
        const unanimous = { category: 'a', units };
        expect(cohenKappa(ratings, unanimous)).toBe(cohenKappa(listed));
        expect(fleissKappa(ratings, unanimous)).toBe(fleissKappa(listed));
        expect(krippendorffAlpha(ratings, { category: 'a', values: 2 * units })).toBe(
          krippendorffAlpha(listed),
        );
      }),
    );
  });
});
