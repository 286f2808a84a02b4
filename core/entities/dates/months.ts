import { reachTo } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { monthAt } from './calendar-date.ts';
import type { MonthName } from './calendar-date.ts';
import { deicticAt, expression, isAfterPreposition, timeUnitAt } from './date-expression.ts';
import type { DateReader } from './date-expression.ts';
import { isHolyMonth, resolveCalendarDate } from './days.ts';
import { relativeYearAt } from './years.ts';

const RAMADAN = 9;

/**
 * A month without a day: "أكتوبر/تشرين الأول المقبل", "شهر يونيو", "يناير", "سبتمبر/ أيلول العام الماضي", "رمضان",
 * "الشهر الكريم". Names that are another word as well (مارس, رجب) need "شهر", "في", "الماضي" or the like beside them,
 * and رمضان, which is a name of people too, may have no name beside it.
 */
export const monthExpressionAt: DateReader = (scan, i) => {
  const noun = timeUnitAt(scan, i);
  const behindNoun = noun?.unit === 'P1M' && noun.form === 'one' ? noun : null;
  if (behindNoun?.definite && isHolyMonth(scan, behindNoun.last + 1))
    return expression(
      reachTo(scan, i, behindNoun.start, behindNoun.last + 1),
      'month',
      resolveCalendarDate(dateOf(holyMonth(scan, i)), null),
      0.9,
    );
  const month = monthAt(scan, behindNoun && !behindNoun.definite ? behindNoun.last + 1 : i);
  if (!month) return null;
  const isNamed = behindNoun !== null && !behindNoun.definite;
  if (isNamed && month.start !== scan.tokens[month.first]?.start) return null;
  const start = isNamed ? behindNoun.start : month.start;
  let last = month.last;
  if (month.calendar === 'hijri' && isHolyMonth(scan, last + 1)) last++;
  const deictic = deicticAt(scan, last + 1);
  const year = deictic ? null : relativeYearAt(scan, last + 1);
  const proclitics = scan.text.slice(scan.tokens[month.first]?.start ?? month.start, month.start);
  const supported =
    isNamed || deictic || year || last > month.last || isAfterPreposition(scan, i, proclitics);
  // رمضان is a name of people too.
  const isPerson =
    month.calendar === 'hijri' && month.month === RAMADAN && !supported && isBesideName(scan, month);
  if (isPerson) return null;
  const needsSupport = month.weak;
  if (needsSupport && (!supported || isOtherWord(scan, month, proclitics))) return null;
  const written = dateOf(month);
  return expression(
    reachTo(scan, i, start, deictic?.last ?? year?.last ?? last),
    'month',
    year
      ? (published) => {
          const found = year.resolve(published);
          return (
            found && resolveCalendarDate({ ...written, year: Number(found.iso.slice(0, 4)) }, null)(published)
          );
        }
      : resolveCalendarDate(written, deictic?.offset ?? null),
    deictic || year || last > month.first ? 0.95 : 0.85,
  );
};

const OF_SON = wordSet('بن ابن أبو آل قال وقال أضاف وأضاف أكد وأكد السيد الشيخ الدكتور اللاعب الفنان النجم');

/** Whether a name, or what stands before names, is beside the month, so that it is a person: "محمد رمضان", "رمضان صبحي". */
const isBesideName = (scan: Scan, { first, last }: MonthName): boolean =>
  OF_SON.has(foldedAt(scan, first - 1)) || scan.beginsName(last + 1) || scan.beginsName(first - 1);

/** "باب" is a door and "أب" a father: a weak month takes no preposition onto it, and آب is written with its madda. */
function isOtherWord(scan: Scan, month: MonthName, proclitics: string): boolean {
  if (!month.weak || month.last > month.first) return false;
  return /[بلك]/.test(proclitics) || scan.text.slice(month.start, month.end).startsWith('أب');
}

const dateOf = (month: MonthName) => ({ ...month, year: null, day: null, lastDay: null });

const holyMonth = (scan: Scan, i: number): MonthName => ({
  ...reachTo(scan, i, scan.tokens[i]?.start ?? 0, i),
  calendar: 'hijri',
  month: RAMADAN,
  weak: false,
});
