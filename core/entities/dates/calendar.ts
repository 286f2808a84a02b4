/**
 * Days of the proleptic Gregorian calendar as day numbers, 0 being 1970-01-01 (Hinnant, "chrono-compatible
 * low-level date algorithms", days_from_civil), and the Hijri calendar of Umm al-Qura. No clock is read.
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

/** "YYYY", "YYYY-MM" or "YYYY-MM-DD" (ISO 8601-1). */
export const isoDate = (year: number, month?: number, day?: number): string =>
  padded(year, 4) +
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

/** Day number of 1 Muharram of year 1 in the tabular calendar (civil epoch, 16 July 622 Julian). */
const HIJRI_EPOCH = -492148;

/** The tabular Hijri calendar: a guess that is at most two days off the observed one. */
const tabularHijri = (year: number, month: number, day: number): number =>
  day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + HIJRI_EPOCH - 1;

let ummAlQura: Intl.DateTimeFormat | undefined;

/** The Hijri day of a day number after Umm al-Qura, from the tables that every ECMAScript engine with Intl has. */
export function toHijri(number: number): CalendarDay {
  ummAlQura ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(ummAlQura.formatToParts(number * 86_400_000).map(({ type, value }) => [type, value]));
  const part = (type: 'year' | 'month' | 'day'): number => parseInt(parts.get(type) ?? '', 10);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** The day number of a Hijri day after Umm al-Qura; null if there is no such day (a 30th of a month of 29 days). */
export function fromHijri(year: number, month: number, day: number): number | null {
  const guess = tabularHijri(year, month, day);
  for (const offset of [0, 1, -1, 2, -2]) {
    const hijri = toHijri(guess + offset);
    if (hijri.year === year && hijri.month === month && hijri.day === day) return guess + offset;
  }
  return null;
}
