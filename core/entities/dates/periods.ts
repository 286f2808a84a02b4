import { daysInMonth, fromDayNumber, isoDate, isoDay, toDayNumber, weekdayOf } from './calendar.ts';
import { fromHijri, toHijri } from './hijri.ts';

/** A stretch of days, both ends inclusive, as day numbers (calendar.ts), and how ISO 8601 writes it. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly iso: string;
}

/** Finds the period that an expression means, given the day of publication (null if unknown); null if it cannot be told. */
export type Resolve = (published: number | null) => Period | null;

/** One day. */
export const dayPeriod = (day: number): Period => ({ from: day, to: day, iso: isoDay(day) });

/** Days from one to another. */
export const span = (from: number, to: number): Period =>
  from === to ? dayPeriod(from) : { from, to, iso: `${isoDay(from)}/${isoDay(to)}` };

/** A month of the Gregorian calendar; months beyond 1 to 12 count into the years beside. */
export function monthPeriod(year: number, month: number): Period {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const from = toDayNumber({ year: y, month: m, day: 1 });
  return { from, to: from + daysInMonth(y, m) - 1, iso: isoDate(y, m) };
}

/** A Gregorian year. */
export const yearPeriod = (year: number): Period => ({
  from: toDayNumber({ year, month: 1, day: 1 }),
  to: toDayNumber({ year, month: 12, day: 31 }),
  iso: isoDate(year),
});

/** Years from one to another, written "1980/1989". */
export const yearsPeriod = (first: number, last: number): Period => ({
  from: toDayNumber({ year: first, month: 1, day: 1 }),
  to: toDayNumber({ year: last, month: 12, day: 31 }),
  iso: `${isoDate(first)}/${isoDate(last)}`,
});

/** Months from one to another, written "2013-03/2013-05". */
export function monthsPeriod(year: number, first: number, count: number): Period {
  const a = monthPeriod(year, first);
  const b = monthPeriod(year, first + count - 1);
  return { from: a.from, to: b.to, iso: `${a.iso}/${b.iso}` };
}

/** The ISO 8601 week (Monday to Sunday) that a day lies in. */
function weekPeriod(day: number): Period {
  const monday = day - weekdayOf(day) + 1;
  const { year } = fromDayNumber(monday + 3);
  const firstThursday = toDayNumber({ year, month: 1, day: 4 });
  const week = Math.round((monday - (firstThursday - weekdayOf(firstThursday) + 1)) / 7) + 1;
  return { from: monday, to: monday + 6, iso: `${isoDate(year)}-W${String(week).padStart(2, '0')}` };
}

/** A month of the Hijri calendar as Gregorian days. */
export function hijriMonthPeriod(year: number, month: number): Period | null {
  const from = fromHijri(year, month, 1);
  const next = fromHijri(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  return from === null || next === null ? null : span(from, next - 1);
}

/** Years of the Hijri calendar, from one to another, as Gregorian days. */
export function hijriYearsPeriod(first: number, last: number): Period | null {
  const from = fromHijri(first, 1, 1);
  const next = fromHijri(last + 1, 1, 1);
  return from === null || next === null ? null : span(from, next - 1);
}

/** A year of the Hijri calendar as Gregorian days. */
export const hijriYearPeriod = (year: number): Period | null => hijriYearsPeriod(year, year);

/**
 * A month of a given number near a day: deixis -1 the last one before it, 1 the next behind it, 0 in its year, null the
 * nearest. With a day of the month, "7 أكتوبر الماضي" may lie in the very month of publication.
 */
export function monthNear(
  published: number,
  month: number,
  deixis: number | null,
  day: number | null = null,
): Period {
  const now = fromDayNumber(published);
  const isSame = month === now.month && day !== null;
  if (deixis === -1)
    return monthPeriod(month < now.month || (isSame && day < now.day) ? now.year : now.year - 1, month);
  if (deixis === 1)
    return monthPeriod(month > now.month || (isSame && day > now.day) ? now.year : now.year + 1, month);
  if (deixis === 0) return monthPeriod(now.year, month);
  // Without a word for it, news speak of the month that is nearest, and rather of the past one.
  const distance = ((month - now.month + 18) % 12) - 6;
  return monthPeriod(now.year, now.month + distance);
}

/** A Hijri month of a given number near a day, as monthNear. */
export function hijriMonthNear(published: number, month: number, deixis: number | null): Period | null {
  const now = toHijri(published);
  let year = now.year;
  if (deixis === -1 && month >= now.month) year--;
  if (deixis === 1 && month <= now.month) year++;
  if (deixis === null && month - now.month > 6) year--;
  if (deixis === null && now.month - month > 6) year++;
  return hijriMonthPeriod(year, month);
}

/** A weekday near a day: deixis -1 the last before it, 1 the next behind it, else the last one, that day included. */
export function weekdayNear(published: number, weekday: number, deixis: number | null): Period {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  if (deixis === 1) return dayPeriod(published + (back === 0 ? 7 : 7 - back));
  return dayPeriod(published - (deixis === -1 && back === 0 ? 7 : back));
}

/** A period of one unit (ISO 8601 duration: P1D, P1W, P1M, P1Y, P10Y, P100Y) so many units from a day; null for others. */
export function unitPeriod(published: number, unit: string, offset: number): Period | null {
  const { year, month } = fromDayNumber(published);
  switch (unit) {
    case 'P1D':
      return dayPeriod(published + offset);
    case 'P1W':
      return weekPeriod(published + 7 * offset);
    case 'P1M':
      return monthPeriod(year, month + offset);
    case 'P1Y':
      return yearPeriod(year + offset);
    case 'P10Y': {
      const first = Math.floor(year / 10) * 10 + 10 * offset;
      return yearsPeriod(first, first + 9);
    }
    case 'P100Y': {
      const first = Math.floor((year - 1) / 100) * 100 + 1 + 100 * offset;
      return yearsPeriod(first, first + 99);
    }
    default:
      return null;
  }
}

/** The stretch of `count` units that ends (deixis -1) or begins (deixis 1) with a day; null for other units. */
export function unitsPeriod(published: number, unit: string, count: number, deixis: number): Period | null {
  const { year, month, day } = fromDayNumber(published);
  const months = unit === 'P1M' ? count : unit === 'P1Y' ? 12 * count : unit === 'P10Y' ? 120 * count : 0;
  const days = unit === 'P1D' ? count : unit === 'P1W' ? 7 * count : 0;
  if ((months === 0 && days === 0) || !Number.isInteger(count) || months > 12000 || days > 400000)
    return null;
  const target = monthPeriod(year, month + (deixis < 0 ? -months : months));
  const there =
    months > 0 ? Math.min(target.from + day - 1, target.to) : published + (deixis < 0 ? -days : days);
  return deixis < 0 ? span(there, published) : span(published, there);
}

/** The `number`-th week of a year (ISO 8601), or the `number`-th seven days of a month; null of another period, or beyond it. */
export function weekOf(period: Period, number: number): Period | null {
  const { year, month, day } = fromDayNumber(period.from);
  const length = period.to - period.from + 1;
  if (day !== 1 || number < 1) return null;
  if (month === 1 && length >= 365 && length <= 366)
    return number <= 52 ? weekPeriod(toDayNumber({ year, month: 1, day: 4 }) + 7 * (number - 1)) : null;
  const from = period.from + 7 * (number - 1);
  return length <= 31 && from <= period.to ? span(from, Math.min(from + 6, period.to)) : null;
}

/** The first, middle or last third of a period. */
export function edgeOf(period: Period, edge: string): Period {
  const third = Math.max(1, Math.floor((period.to - period.from + 1) / 3));
  if (edge === 'start') return span(period.from, period.from + third - 1);
  if (edge === 'end') return span(period.to - third + 1, period.to);
  return span(Math.min(period.from + third, period.to), Math.max(period.to - third, period.from));
}

/** The `number`-th of `count` equal parts of a year or another period. */
export function partOf(period: Period, number: number, count: number): Period | null {
  if (number < 1 || number > count) return null;
  const { year, month, day } = fromDayNumber(period.from);
  const wholeYear =
    month === 1 && day === 1 && period.to - period.from >= 364 && period.to - period.from <= 365;
  if (wholeYear && 12 % count === 0) return monthsPeriod(year, 1 + ((number - 1) * 12) / count, 12 / count);
  const length = (period.to - period.from + 1) / count;
  return span(period.from + Math.floor((number - 1) * length), period.from + Math.floor(number * length) - 1);
}
