import { foldedAt, isDash } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { wordSet } from '../word-set.ts';

/** The Hijri and Gregorian years that news speak of; anything else is a number. */
export const isYear = (year: number): boolean => year >= 1000 && year <= 2199;

/** Nouns before a year. */
export const YEAR_NOUNS = new Set(['عام', 'العام', 'سنه', 'السنه', 'لعام', 'للعام', 'لسنه']);

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
const SIGN_INITIALS = 'همل';
const GREGORIAN_SIGNS = wordSet('م ميلادي ميلادية للميلاد');

/** The calendar that the sign at token `i` tells. */
function calendarSign(scan: Scan, i: number): Calendar | null {
  const sign = scan.tokens[i];
  if (sign?.kind !== 'word' || !SIGN_INITIALS.includes(sign.folded.charAt(0))) return null;
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
