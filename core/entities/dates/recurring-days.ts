import { reachTo } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { expression, timeUnitAt, timeWordAt, unknown } from './date-expression.ts';
import type { DateReader } from './date-expression.ts';

/** Weekdays without the article, as they stand behind "كل" and behind an ordinal. */
const WEEKDAYS = wordSet('سبت أحد اثنين إثنين ثلاثاء أربعاء خميس جمعة');

/** "كل أحد" is everybody, "كل اثنين" every two. */
const OTHER_WORDS = wordSet('أحد اثنين إثنين');

/** Days that come again: "كل جمعة", "كل أول اثنين من الشهر", "ثاني خميس من كل شهر". They have no value. */
export const recurringDayAt: DateReader = (scan, i) => {
  const every = timeWordAt(scan, i, 'every');
  const at = every ? every.last + 1 : i;
  const ordinal = every ? scan.bare('ordinal', at) : scan.word('ordinal', at);
  const start = every?.start ?? ordinal?.start;
  if (start === undefined || ordinal?.definite) return null;
  const day = ordinal ? ordinal.last + 1 : at;
  const word = foldedAt(scan, day);
  if (!WEEKDAYS.has(word)) return null;
  if (ordinal) {
    const month = monthBehind(scan, day + 1);
    return month < 0 ? null : expression(reachTo(scan, i, start, month), 'day', unknown, 0.95);
  }
  return OTHER_WORDS.has(word) ? null : expression(reachTo(scan, i, start, day), 'day', unknown, 0.9);
};

/** The last token of "من الشهر", "من كل شهر" at token `i`; -1 if they do not stand there. */
function monthBehind(scan: Scan, i: number): number {
  if (foldedAt(scan, i) !== 'من' && foldedAt(scan, i) !== 'في') return -1;
  const every = timeWordAt(scan, i + 1, 'every');
  const unit = timeUnitAt(scan, every ? every.last + 1 : i + 1);
  const fits = unit?.unit === 'P1M' && unit.form === 'one' && unit.proclitics === '';
  return fits && unit.definite === !every ? unit.last : -1;
}
