import { foldedAt, isArticle, isDash, NUMBER_START, Start } from '../scan.ts';
import type { ListedWord, Reach, Scan } from '../scan.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { wordSet } from '../word-set.ts';

/** A date written as day, month and year, whole or in part, in either calendar. */
export interface CalendarDate extends Reach {
  readonly calendar: 'gregorian' | 'hijri';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** The last day of "10 إلى 13 سبتمبر". */
  readonly lastDay: number | null;
}

/** A month's name, with its second name behind a slash or in brackets: "أكتوبر/تشرين الأول", "تموز (يوليو)". */
export interface MonthName extends Reach {
  readonly calendar: 'gregorian' | 'hijri';
  readonly month: number;
  /** Whether the word by itself may be something else: مارس, رجب. */
  readonly weak: boolean;
}

/** The Hijri and Gregorian years that news speak of; anything else is a number. */
const isYear = (year: number): boolean => year >= 1000 && year <= 2199;

const YEAR_NOUNS = new Set(['عام', 'العام', 'سنه', 'السنه', 'لعام', 'للعام', 'لسنه']);
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

export type Calendar = 'gregorian' | 'hijri';

/** A year as it is written, with the sign of its calendar, if it has one. Years before Christ count down from 0. */
export interface WrittenYear {
  readonly last: number;
  readonly year: number;
  readonly calendar: Calendar | null;
}

/**
 * A year at token `i`: in words, in four digits, or in fewer where the sign of its calendar stands behind it ("1436 هـ",
 * "2015 م", "7هـ", "500 قبل الميلاد"), with the same year of the other calendar behind a slash ("697هـ/1298م").
 */
export function yearAt(scan: Scan, i: number): WrittenYear | null {
  const token = scan.tokens[i];
  if (token?.kind === 'word') return wordYearAt(scan, i);
  if (token?.kind !== 'number' || token.folded.length > 4) return null;
  const year = parseDigits(token.folded);
  if (!(year >= 1)) return null;
  const beforeChrist = beforeChristEnd(scan, i + 1);
  if (beforeChrist >= 0) return { last: beforeChrist, year: 1 - year, calendar: 'gregorian' };
  const calendar = calendarSign(scan, i + 1);
  const isShort = token.folded.length < 4;
  // "500م" is a length.
  if (isShort ? calendar !== 'hijri' && !(calendar && isYearNoun(scan, i - 1)) : !isYear(year)) return null;
  if (!calendar) return { last: i, year, calendar };
  return { last: otherCalendarEnd(scan, i + 1, calendar), year, calendar };
}

const HIJRI_SIGNS = wordSet('ه هـ هجري هجرية للهجرة');
const GREGORIAN_SIGNS = wordSet('م ميلادي ميلادية للميلاد');

/** The calendar that the sign at token `i` tells. */
function calendarSign(scan: Scan, i: number): Calendar | null {
  const sign = scan.tokens[i];
  if (sign?.kind !== 'word') return null;
  return HIJRI_SIGNS.has(sign.folded) ? 'hijri' : GREGORIAN_SIGNS.has(sign.folded) ? 'gregorian' : null;
}

/** Whether "سنة", "عام" stands at token `i`. */
const isYearNoun = (scan: Scan, i: number): boolean => {
  const word = foldedAt(scan, i);
  return YEAR_NOUNS.has(word) || YEAR_NOUNS.has(word.slice(1));
};

/** Where a year ends whose sign stands at token `i`: behind the same year of the other calendar, if that follows. */
function otherCalendarEnd(scan: Scan, i: number, calendar: Calendar): number {
  if (foldedAt(scan, i + 1) !== '/') return i;
  const number = scan.tokens[i + 2];
  if (number?.kind !== 'number' || number.folded.length > 4) return i;
  const last = isDash(scan, i + 3) && scan.tokens[i + 4]?.kind === 'number' ? i + 4 : i + 2;
  const other = calendarSign(scan, last + 1);
  if (other === calendar) return i;
  return other ? last + 1 : number.folded.length >= 3 ? last : i;
}

/** The end of "قبل الميلاد", "ق.م" at token `i`; -1 if it does not stand there. */
export function beforeChristEnd(scan: Scan, i: number): number {
  const word = foldedAt(scan, i);
  if (word === 'قبل' && foldedAt(scan, i + 1) === 'الميلاد') return i + 1;
  if (word !== 'ق') return -1;
  const behind = foldedAt(scan, i + 1) === '.' ? i + 2 : i + 1;
  return foldedAt(scan, behind) === 'م' ? behind : -1;
}

/** "ألفين وثمانية عشر", "ألف وتسعمائة وثمانية وسبعين". */
function wordYearAt(scan: Scan, i: number): WrittenYear | null {
  const number = numberPhraseAt(scan, i);
  if (!number || number.written !== 'words' || number.proclitics !== '' || number.last === i) return null;
  return Number.isInteger(number.number) && isYear(number.number)
    ? { last: number.last, year: number.number, calendar: null }
    : null;
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
  let parts: number[];
  let last = i;
  if (token.folded.includes('.')) parts = token.folded.split('.').map(parseDigits);
  else {
    const separator = foldedAt(scan, i + 1);
    if (separator !== '/' && separator !== '-' && separator !== '\\') return null;
    if (foldedAt(scan, i + 3) !== separator) return separator === '/' ? monthOfYearAt(scan, i) : null;
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

/** "3 / 1436 هـ": a month and its year, told from a fraction by the sign of the calendar. */
function monthOfYearAt(scan: Scan, i: number): CalendarDate | null {
  const month = parseDigits(foldedAt(scan, i));
  const year = yearAt(scan, i + 2);
  if (!year?.calendar || year.year < 1000 || !(month >= 1 && month <= 12)) return null;
  const { calendar } = year;
  return made(scan, i, scan.tokens[i]?.start ?? 0, year.last, {
    calendar,
    year: year.year,
    month,
    day: null,
  });
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
