import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitisedAlpha } from './unitised-alpha.ts';
import type { Continuum } from './unitised-alpha.ts';

/** Annotators' units drawn as text: a letter is a unit's label, as long as it goes on; "|" parts two of one label. */
function draw(...rows: string[]): Continuum {
  const lengths = rows.map((row) => row.replaceAll('|', '').length);
  if (new Set(lengths).size > 1) throw new Error('The rows are of unequal length.');
  return {
    length: lengths[0] ?? 0,
    units: rows.map((row) => {
      const units: { start: number; end: number; label: string }[] = [];
      let at = 0;
      let isOpen = false;
      for (const character of row) {
        const last = units[units.length - 1];
        if (character === '|') isOpen = false;
        else {
          if (character === '.') isOpen = false;
          else if (isOpen && last?.label === character) last.end = at + 1;
          else {
            units.push({ start: at, end: at + 1, label: character });
            isOpen = true;
          }
          at++;
        }
      }
      return units;
    }),
  };
}

/** The equations (1), (4), (5) and (6) letter by letter, with whole matrices of coincidences. */
function byTheLetter({ length, units }: Continuum): { nominal: number; binary: number } {
  const partitions = units.map((own) => {
    const segments: { start: number; end: number; label: string }[] = [];
    for (const unit of [...own, { start: length, end: length, label: 'end' }]) {
      const at = segments[segments.length - 1]?.end ?? 0;
      if (unit.start > at) segments.push({ start: at, end: unit.start, label: '' });
      if (unit.end > unit.start) segments.push(unit);
    }
    return segments;
  });
  const labels = [...new Set(partitions.flat().map(({ label }) => label))];
  const m = units.length;
  const observed = (c: string, k: string): number => {
    let sum = 0;
    for (const [i, one] of partitions.entries())
      for (const [j, other] of partitions.entries())
        if (i !== j)
          for (const g of one)
            for (const h of other)
              if (g.label === c && h.label === k)
                sum += Math.max(0, Math.min(g.end, h.end) - Math.max(g.start, h.start)) / (m - 1);
    return sum;
  };
  const margin = (c: string): number => labels.reduce((sum, k) => sum + observed(c, k), 0);
  const self = (c: string): number =>
    partitions
      .flat()
      .filter(({ label }) => label === c)
      .reduce((sum, { start, end }) => sum + (c === '' ? end - start : (end - start) ** 2), 0);
  const total = labels.reduce((sum, c) => sum + margin(c), 0);
  const selves = labels.reduce((sum, c) => sum + self(c), 0);
  const expected = (c: string, k: string): number =>
    (total * (margin(c) * margin(k) - (c === k ? self(c) : 0))) / (total ** 2 - selves);
  const disagreement = (
    of: (c: string, k: string) => number,
    differ: (c: string, k: string) => boolean,
  ): number =>
    labels.reduce((sum, c) => labels.reduce((inner, k) => inner + (differ(c, k) ? of(c, k) : 0), sum), 0);
  const isOther = (c: string, k: string): boolean => c !== k;
  const isGapOrNot = (c: string, k: string): boolean => (c === '') !== (k === '');
  return {
    nominal: 1 - disagreement(observed, isOther) / disagreement(expected, isOther),
    binary: 1 - disagreement(observed, isGapOrNot) / disagreement(expected, isGapOrNot),
  };
}

describe('unitisedAlpha', () => {
  test('by hand: one unit of 4 and one of 2 on a continuum of 10', () => {
    // ℓ.. = 20; shared: 2 of x and 6 of gap, each in both directions, so Do = 20 − 16 = 4.
    // ℓx = 6, ℓφ = 14; units' squares 16 + 4 = 20, gaps' lengths 6 + 8 = 14; 20² − 34 = 366.
    // εxx + εφφ = 20 · (36 − 20 + 196 − 14) / 366 = 3960 / 366; De = 20 − 3960 / 366 = 3360 / 366.
    const { nominal, binary } = unitisedAlpha([draw('xxxx......', 'xx........')]);
    expect(nominal).toBeCloseTo(1 - (4 * 366) / 3360, 12);
    expect(binary).toBe(nominal);
  });

  test('by hand: the same unit under two labels', () => {
    // ℓ.. = 12; only gaps agree: 2 · 4, Do = 4. ℓx = ℓy = 2, ℓφ = 8; squares 4 and 4, gaps 4 + 4; 144 − 16 = 128.
    // εxx = εyy = 0, εφφ = 12 · (64 − 8) / 128 = 5.25; De = 6.75. Marked or not they agree wholly.
    const { nominal, binary } = unitisedAlpha([draw('..xx..', '..yy..')]);
    expect(nominal).toBeCloseTo(1 - 4 / 6.75, 12);
    expect(binary).toBe(1);
  });

  test('everything equal is 1', () => {
    expect(unitisedAlpha([draw('.xx..yy', '.xx..yy', '.xx..yy')])).toEqual({ nominal: 1, binary: 1 });
  });

  test('where nothing is marked, or there is nobody to compare, it is undefined', () => {
    const undefinedBoth = { nominal: null, binary: null };
    expect(unitisedAlpha([draw('....', '....')])).toEqual(undefinedBoth);
    expect(unitisedAlpha([draw('.xx.')])).toEqual(undefinedBoth);
    expect(unitisedAlpha([])).toEqual(undefinedBoth);
  });

  test('a unit cut in two is not the same as one', () => {
    const whole = unitisedAlpha([draw('..xxxx....', '..xxx.....')]).nominal;
    const cut = unitisedAlpha([draw('..xx|xx....', '..xxx.....')]).nominal;
    expect(cut).not.toBe(whole);
  });

  test('several articles are one long continuum', () => {
    const parts = [draw('.xx...', '.xxx..'), draw('yy....', '......')];
    const joined = unitisedAlpha([draw('.xx...yy....', '.xxx........')]);
    // The gaps that the end of an article cuts count by their length alone, so cutting them changes nothing.
    expect(unitisedAlpha(parts).nominal).toBeCloseTo(joined.nominal ?? NaN, 12);
  });

  const row = fc.array(fc.constantFrom('.', '.', 'x', 'x', 'y', 'y', 'z'), { minLength: 12, maxLength: 12 });
  test('is what the equations say, letter by letter', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), (rows) => {
        const continuum = draw(...rows.map((one) => one.join('')));
        const { nominal, binary } = unitisedAlpha([continuum]);
        const wanted = byTheLetter(continuum);
        if (nominal !== null) expect(nominal).toBeCloseTo(wanted.nominal, 9);
        else expect(new Set(continuum.units.flat().map(({ label }) => label)).size).toBeLessThan(2);
        if (binary !== null) expect(binary).toBeCloseTo(wanted.binary, 9);
      }),
    );
  });
});
