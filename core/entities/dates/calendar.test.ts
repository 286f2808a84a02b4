import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysInMonth,
  fromDayNumber,
  fromHijri,
  isoDay,
  parseIsoDay,
  toDayNumber,
  toHijri,
  weekdayOf,
} from './calendar.ts';

const day = fc.integer({ min: -700_000, max: 1_500_000 });

describe('calendar: day numbers', () => {
  it('agree with the Date object of ECMAScript', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        expect(fromDayNumber(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(number)).toBe(((date.getUTCDay() + 6) % 7) + 1);
        expect(toDayNumber(fromDayNumber(number))).toBe(number);
      }),
    );
  });
  it('go through ISO 8601 and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (number) => {
        expect(parseIsoDay(isoDay(number))).toBe(number);
      }),
    );
  });
  it.each([
    ['2024-02-30', null],
    ['2023-9-12', null],
    ['', null],
  ])('%s is no day', (text, expected) => expect(parseIsoDay(text)).toBe(expected));
  it('know leap years', () => {
    expect([daysInMonth(2024, 2), daysInMonth(2023, 2), daysInMonth(1900, 2), daysInMonth(2000, 2)]).toEqual([
      29, 28, 28, 29,
    ]);
  });
});

describe('calendar: Hijri days of Umm al-Qura', () => {
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
  it('has no 30th where the month has 29 days', () => expect(fromHijri(1436, 9, 31)).toBeNull());
});
