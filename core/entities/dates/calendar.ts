/**
 * Days of the proleptic Gregorian calendar as day numbers, 0 being 1970-01-01 (Hinnant, "chrono-compatible
 * low-level date algorithms", days_from_civil). No clock is read; the Hijri calendar is in hijri.ts.
 */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The day number of a Gregorian day. */
export function toDayNumber({ year, month, day }: CalendarDay): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The Gregorian day of a day number. */
export function fromDayNumber(number: number): CalendarDay {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The weekday of a day number, Monday 1 to Sunday 7 (ISO 8601). */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** How many days a Gregorian month has. */
export const daysInMonth = (year: number, month: number): number =>
  toDayNumber(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) -
  toDayNumber({ year, month, day: 1 });

/** Whether there is such a day. */
export const isCalendarDay = ({ year, month, day }: CalendarDay): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** "YYYY", "YYYY-MM" or "YYYY-MM-DD" (ISO 8601-1); years before 0 as "-YYYY", by mutual agreement as the standard says. */
export const isoDate = (year: number, month?: number, day?: number): string =>
  (year < 0 ? `-${padded(-year, 4)}` : padded(year, 4)) +
  (month === undefined ? '' : `-${padded(month, 2)}`) +
  (month === undefined || day === undefined ? '' : `-${padded(day, 2)}`);

/** "YYYY-MM-DD" of a day number. */
export function isoDay(number: number): string {
  const { year, month, day } = fromDayNumber(number);
  return isoDate(year, month, day);
}

/** Reads "YYYY-MM-DD" to a day number; null for any other text. */
export function parseIsoDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) };
  return isCalendarDay(day) ? toDayNumber(day) : null;
}
