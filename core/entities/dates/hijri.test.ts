import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from './calendar.ts';
import { fromHijri, toHijri } from './hijri.ts';

describe('hijri: Hijri days of Umm al-Qura', () => {
  it.each([
    [1436, 10, 25, '2015-08-10'],
    [1445, 9, 1, '2024-03-11'],
    [1444, 10, 1, '2023-04-21'],
    [1446, 1, 1, '2024-07-07'],
  ])('%i-%i-%i is %s', (year, month, dayOfMonth, expected) => {
    const number = fromHijri(year, month, dayOfMonth);
    expect(number === null ? null : isoDay(number)).toBe(expected);
  });
  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.integer({ min: -15_000, max: 35_000 }), (number) => {
        const hijri = toHijri(number);
        expect(fromHijri(hijri.year, hijri.month, hijri.day)).toBe(number);
      }),
      { numRuns: 50 },
    );
  });
  it('are those of Intl, where the engine has its tables', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    if (format.resolvedOptions().calendar !== 'islamic-umalqura') return;
    fc.assert(
      fc.property(fc.integer({ min: -31_826, max: 74_000 }), (number) => {
        const parts = new Map(
          format.formatToParts(number * 86_400_000).map(({ type, value }) => [String(type), value]),
        );
        const { year, month, day: dayOfMonth } = toHijri(number);
        expect([year, month, dayOfMonth], String(number)).toEqual(
          ['year', 'month', 'day'].map((part) => parseInt(parts.get(part) ?? '', 10)),
        );
      }),
      { numRuns: 500 },
    );
  });
  it('go on beyond the table', () => {
    expect(toHijri(-492148)).toEqual({ year: 1, month: 1, day: 1 });
    for (const number of [-400_000, -31_827, 74_800, 200_000]) {
      const { year, month, day: dayOfMonth } = toHijri(number);
      expect(fromHijri(year, month, dayOfMonth), String(number)).toBe(number);
    }
  });
  it('has no 30th where the month has 29 days', () => expect(fromHijri(1436, 9, 31)).toBeNull());
});
