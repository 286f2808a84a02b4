import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, fromDayNumber, isoDay, parseIsoDay, toDayNumber, weekdayOf } from './calendar.ts';

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
