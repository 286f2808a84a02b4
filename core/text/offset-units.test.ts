import fc from 'fast-check';
import { anyText } from '../../test/unit/arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { OFFSET_UNITS, offsetsFrom, offsetsTo } from './offset-units.ts';

describe('offset units', () => {
  const text = 'نعم 👩 no';
  const cases: [unit: (typeof OFFSET_UNITS)[number], offsets: number[]][] = [
    ['utf16', [0, 1, 4, 6, 7, 9]],
    ['codepoint', [0, 1, 4, 5, 6, 8]],
    ['byte', [0, 2, 7, 11, 12, 14]],
  ];
  it.each(cases)('%s', (unit, offsets) => {
    expect([0, 1, 4, 6, 7, 9].map(offsetsTo(unit, text))).toEqual(offsets);
    expect(offsets.map(offsetsFrom(unit, text))).toEqual([0, 1, 4, 6, 7, 9]);
  });

  it('agrees with code points and UTF-8 as the platform has them, and comes back', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...OFFSET_UNITS), (whole, unit) => {
        const to = offsetsTo(unit, whole);
        const from = offsetsFrom(unit, whole);
        for (let i = 0, at = 0; i <= whole.length; at++) {
          const before = whole.slice(0, i);
          const expected = { utf16: i, codepoint: at, byte: new TextEncoder().encode(before).length }[unit];
          expect(to(i)).toBe(expected);
          expect(from(expected)).toBe(i);
          i += (whole.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
        }
      }),
    );
  });
});
