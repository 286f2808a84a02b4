import type { LineReading } from '../../lexicon/article.ts';
import { foldedAt, scanLine } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { isCalendarDay, isoDate, isoDay } from './calendar.ts';
import { fromHijri } from './hijri.ts';
import { calendarDateAt } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';

/** Words before the date of an update, not of the publication. */
const UPDATE_WORDS = new Set(['تحديث', 'التحديث', 'تعديل', 'التعديل', 'updated', 'modified']);

/** How many tokens before a date the word "تحديث" may stand: "تم التحديث في يوم الثلاثاء". */
const UPDATE_REACH = 5;

/**
 * The full date in a stamp line ("تاريخ النشر: 12th, September 2023 GMT", "نشر في: 03/06/2020 - 14:05"), as
 * YYYY-MM-DD in the Gregorian calendar, or null if the line has none. Where a line gives several, the first counts
 * that is not the date of an update; a date of the Hijri calendar counts only where there is no other, by the
 * calendar of Umm al-Qura.
 */
export function readDateline(line: LineReading): string | null {
  const scan = scanLine(line);
  let best: { readonly iso: string; readonly rank: number } | null = null;
  for (let i = 0; i < scan.tokens.length; i++) {
    const date = calendarDateAt(scan, i);
    if (!date) continue;
    const iso = isoOf(date);
    if (iso === null) continue;
    const rank = (date.calendar === 'hijri' ? 2 : 0) + (isUpdate(scan, i) ? 1 : 0);
    if (!best || rank < best.rank) best = { iso, rank };
    i = date.last;
  }
  return best && best.iso;
}

function isUpdate(scan: Scan, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - UPDATE_REACH; k--) {
    if (scan.tokens[k]?.kind === 'number') return false;
    if (UPDATE_WORDS.has(foldedAt(scan, k))) return true;
  }
  return false;
}

/** The day that a date names, YYYY-MM-DD; null if it names none, or one that does not exist. */
function isoOf({ calendar, year, month, day }: CalendarDate): string | null {
  if (year === null || month === null || day === null) return null;
  if (calendar === 'gregorian') return isCalendarDay({ year, month, day }) ? isoDate(year, month, day) : null;
  const number = fromHijri(year, month, day);
  return number === null ? null : isoDay(number);
}
