import { foldedAt, isArticle, isDash, NUMBER_START, Start } from '../scan.ts';
import type { ListedWord, Reach, Scan } from '../scan.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { isYear, YEAR_NOUNS, yearAt } from './written-year.ts';
import type { Calendar } from './written-year.ts';
import { wordSet } from '../word-set.ts';

/** A date written as day, month and year, whole or in part, in either calendar. */
export interface CalendarDate extends Reach {
  readonly calendar: Calendar;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The last day of "10 إلى 13 سبتمبر". */
  readonly lastDay: number | null;
}

/** A month's name, with its second name behind a slash or in brackets: "أكتوبر/تشرين الأول", "تموز (يوليو)". */
export interface MonthName extends Reach {
  readonly calendar: Calendar;
  readonly month: number;
  /** Whether the word by itself may be something else: مارس, رجب. */
  readonly weak: boolean;
}

const ORDINAL_SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);
const RANGE_WORDS = new Set(['الي', 'حتي', 'و', '-', '–', '—']);

/** The month named at token `i`, if any; the first token may carry proclitics. */
export function monthAt(scan: Scan, i: number): MonthName | null {
  if (((scan.starts[i] ?? 0) & Start.Month) === 0) return null;
  const gregorian = scan.word('month', i);
  const hijri = scan.word('hijri-month', i);
  const word = longer(gregorian, hijri);
  if (!word) return null;
  let last = word.last;
  let weak = word.value.endsWith('?');
  const mark = foldedAt(scan, last + 1);
  const second = scan.bare('month', last + 2);
  if (second && mark === '/') {
    last = second.last;
    weak = false;
  } else if (second && mark === '(' && foldedAt(scan, second.last + 1) === ')') {
    last = second.last + 1;
    weak = false;
  } else {
    const behind = isDash(scan, last + 1) ? last + 2 : last + 1;
    const next = scan.bare('month', behind);
    if (next && word === gregorian && parseInt(next.value, 10) === parseInt(word.value, 10)) {
      last = next.last;
      weak = false;
    }
  }
  return {
    first: i,
    last,
    start: word.start,
    end: scan.tokens[last]?.end ?? word.end,
    calendar: word === hijri ? 'hijri' : 'gregorian',
    month: parseInt(word.value, 10),
    weak,
  };
}

function longer(a: ListedWord | null, b: ListedWord | null): ListedWord | null {
  if (!a || !b) return a ?? b;
  return b.last > a.last ? b : a;
}

/** A day of the month at token `i`: "12", "12th", "السابع", "الـ25"; the day numbers 1 to 31. */
export function dayAt(
  scan: Scan,
  i: number,
): { readonly start: number; readonly last: number; readonly day: number } | null {
  let at = i;
  const token = scan.tokens[i];
  if (token?.kind === 'word' && isArticle(scan, i)) at = i + 1;
  const number = scan.tokens[at];
  if (token && number?.kind === 'number' && number.folded.length <= 2) {
    const day = parseDigits(number.folded);
    if (!(day >= 1 && day <= 31)) return null;
    const suffix = scan.tokens[at + 1];
    const last = suffix && !suffix.spaced && ORDINAL_SUFFIXES.has(suffix.folded) ? at + 1 : at;
    return { start: token.start, last, day };
  }
  const ordinal = scan.word('ordinal', i);
  const count = ordinal ? null : numberPhraseAt(scan, i);
  if (count?.written === 'words' && Number.isInteger(count.number) && count.number >= 1 && count.number <= 31)
    return { start: count.start, last: count.last, day: count.number };
  if (!ordinal) return null;
  const day = Number(ordinal.value);
  return day >= 1 && day <= 31 ? { start: ordinal.start, last: ordinal.last, day } : null;
}

/** Skips what may stand between the parts: a comma, "من", "من شهر", "شهر". */
function skipToMonth(scan: Scan, i: number): number {
  let at = i;
  if (foldedAt(scan, at) === 'من') at++;
  if (foldedAt(scan, at) === 'شهر') at++;
  return at;
}

/** Skips a comma, "عام", "من عام" before a year. */
function skipToYear(scan: Scan, i: number): number {
  let at = i;
  if (foldedAt(scan, at) === '،' || foldedAt(scan, at) === ',') at++;
  if (foldedAt(scan, at) === 'من' && YEAR_NOUNS.has(foldedAt(scan, at + 1))) at++;
  if (YEAR_NOUNS.has(foldedAt(scan, at))) at++;
  return at;
}

/**
 * The date that begins at token `i`: numeric (2020-06-03, 03/06/2020: day first unless that is impossible), day,
 * month and perhaps year ("السابع من تشرين الأول/أكتوبر 2023", "10 إلى 13 سبتمبر"), month, day, year
 * ("يوليو 5, 2024"), or month and year ("يناير 2017"). Null for a month alone or a year alone.
 */
export function calendarDateAt(scan: Scan, i: number): CalendarDate | null {
  const start = scan.starts[i] ?? 0;
  if ((start & (NUMBER_START | Start.Ordinal | Start.Month)) === 0) return null;
  return (
    ((start & Start.Digits) === 0 ? null : numericDateAt(scan, i)) ??
    dayFirstDateAt(scan, i) ??
    ((start & Start.Month) === 0 ? null : monthFirstDateAt(scan, i))
  );
}

const made = (
  scan: Scan,
  first: number,
  start: number,
  last: number,
  parts: Pick<CalendarDate, 'calendar' | 'year' | 'month' | 'day'> & { readonly lastDay?: number },
): CalendarDate => ({
  lastDay: null,
  ...parts,
  first,
  last,
  start,
  end: scan.tokens[last]?.end ?? start,
});

function numericDateAt(scan: Scan, i: number): CalendarDate | null {
  const token = scan.tokens[i];
  if (token?.kind !== 'number') return null;
  const range = numericRangeAt(scan, i);
  if (range) return range;
  let parts: number[];
  let last = i;
  if (token.folded.includes('.')) parts = token.folded.split('.').map(parseDigits);
  else {
    const separator = foldedAt(scan, i + 1);
    if (separator !== '/' && separator !== '-' && separator !== '\\') return null;
    if (foldedAt(scan, i + 3) !== separator)
      return separator === '/' ? (monthOfYearAt(scan, i) ?? dayOfMonthAt(scan, i)) : null;
    parts = [token.folded, foldedAt(scan, i + 2), foldedAt(scan, i + 4)].map(parseDigits);
    last = i + 4;
  }
  const [a = NaN, b = NaN, c = NaN] = parts;
  if (parts.length !== 3 || Number.isNaN(a + b + c)) return null;
  const read = ordered(a, b, c, (scan.tokens[last]?.folded.length ?? 0) === 2);
  if (!read) return null;
  const sign = scan.tokens[last + 1];
  const hijri = sign?.kind === 'word' && sign.folded === 'ه';
  const gregorian = sign?.kind === 'word' && sign.folded === 'م' && !sign.spaced;
  const calendar = hijri || (read.year >= 1300 && read.year < 1500) ? 'hijri' : 'gregorian';
  return made(scan, i, token.start, hijri || gregorian ? last + 1 : last, { calendar, ...read });
}

/** "3-5 / 11 / 1436": the days of a date in digits. */
function numericRangeAt(scan: Scan, i: number): CalendarDate | null {
  if (!isDash(scan, i + 1) || foldedAt(scan, i + 3) !== '/') return null;
  const first = parseDigits(foldedAt(scan, i));
  const until = scan.tokens[i + 2]?.kind === 'number' ? numericDateAt(scan, i + 2) : null;
  if (!until || until.day === null || !(first >= 1 && first < until.day)) return null;
  return { ...until, first: i, start: scan.tokens[i]?.start ?? 0, day: first, lastDay: until.day };
}

/** "3 / 1436 هـ", "3/2015", "2015/3": a month and its year, told from a fraction by the year. */
function monthOfYearAt(scan: Scan, i: number): CalendarDate | null {
  const yearFirst = foldedAt(scan, i).length === 4;
  const month = parseDigits(foldedAt(scan, yearFirst ? i + 2 : i));
  const year = yearAt(scan, yearFirst ? i : i + 2);
  if (!year || year.year < 1000 || !(month >= 1 && month <= 12)) return null;
  if (foldedAt(scan, yearFirst ? i + 2 : i).length > 2) return null;
  // "2009/10" is a season.
  const isSeason = yearFirst && (year.calendar !== null || month === (year.year + 1) % 100);
  if (isSeason || (!year.calendar && !isNewsYear(year.year))) return null;
  return made(scan, i, scan.tokens[i]?.start ?? 0, yearFirst ? i + 2 : year.last, {
    calendar: year.calendar ?? 'gregorian',
    year: year.year,
    month,
    day: null,
  });
}

/** Years that stand without a sign in a month of digits. */
const isNewsYear = (year: number): boolean => year >= 1900 && year <= 2099;

const DAY_NOUNS = wordSet('يوم بتاريخ تاريخ الموافق موافق اليوم غدا أمس');

/** "الأحد 12/4", "بتاريخ 3/5": day and month, told from a fraction by what stands before. */
function dayOfMonthAt(scan: Scan, i: number): CalendarDate | null {
  if (scan.word('weekday', i - 1) === null && !DAY_NOUNS.has(foldedAt(scan, i - 1).replace(/^و/, '')))
    return null;
  const a = parseDigits(foldedAt(scan, i));
  const b = scan.tokens[i + 2]?.kind === 'number' ? parseDigits(foldedAt(scan, i + 2)) : NaN;
  const [day, month] = b <= 12 ? [a, b] : [b, a];
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return null;
  return made(scan, i, scan.tokens[i]?.start ?? 0, i + 2, { calendar: 'gregorian', year: null, month, day });
}

/** Which of three numbers is the year, the month, the day; null if they are no date. */
function ordered(
  a: number,
  b: number,
  c: number,
  shortYear: boolean,
): { year: number; month: number; day: number } | null {
  const valid = (year: number, month: number, day: number) =>
    isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null;
  if (a > 31) return valid(a, b, c);
  const year = c < 100 && shortYear ? 2000 + c : c;
  return valid(year, b, a) ?? valid(year, a, b);
}

function dayFirstDateAt(scan: Scan, i: number): CalendarDate | null {
  const day = dayAt(scan, i);
  if (!day) return null;
  let lastDay: number | undefined;
  let at = day.last + 1;
  if (RANGE_WORDS.has(foldedAt(scan, at))) {
    const until = dayAt(scan, at + 1);
    if (until && until.day > day.day) {
      lastDay = until.day;
      at = until.last + 1;
    }
  }
  const separator = foldedAt(scan, at);
  const joined = separator === '-' || separator === '/' || separator === '،' || separator === ',';
  if (joined) at++;
  const month = monthAt(scan, skipToMonth(scan, at));
  if (!month || month.start !== scan.tokens[month.first]?.start) return null;
  const date = withYear(scan, i, day.start, month, {
    day: day.day,
    ...(lastDay === undefined ? {} : { lastDay }),
  });
  // A score, "3-صفر", is no date: behind a mark a weak month needs its year.
  return joined && month.weak && date.year === null ? null : date;
}

/** Goes on from a month to its year, if there is one. */
function withYear(
  scan: Scan,
  first: number,
  start: number,
  month: MonthName,
  days: { readonly day: number | null; readonly lastDay?: number },
  from = month.last + 1,
): CalendarDate {
  const separator = foldedAt(scan, from);
  const year = yearAt(scan, skipToYear(scan, separator === '-' || separator === '/' ? from + 1 : from));
  return made(scan, first, start, year ? year.last : from - 1, {
    calendar: year?.calendar ?? month.calendar,
    month: month.month,
    year: year ? year.year : null,
    ...days,
  });
}

function monthFirstDateAt(scan: Scan, i: number): CalendarDate | null {
  const month = monthAt(scan, i);
  if (!month) return null;
  const number = scan.tokens[month.last + 1];
  const day = number?.kind === 'number' ? dayAt(scan, month.last + 1) : null;
  if (day) {
    const dated = withYear(scan, i, month.start, month, { day: day.day }, day.last + 1);
    if (dated.year !== null) return dated;
  }
  const dated = withYear(scan, i, month.start, month, { day: null });
  return dated.year !== null ? dated : null;
}
