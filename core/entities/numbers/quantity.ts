import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from './number-phrase.ts';

/** What may stand behind a slash, and how CLDR says it. */
const PER: ReadonlyMap<string, string> = new Map([
  ['س', 'hour'],
  ['ساعه', 'hour'],
  ['الساعه', 'hour'],
  ['h', 'hour'],
  ['ث', 'second'],
  ['ثانيه', 'second'],
  ['الثانيه', 'second'],
  ['s', 'second'],
  ['دقيقه', 'minute'],
  ['الدقيقه', 'minute'],
  ['يوم', 'day'],
  ['يوميا', 'day'],
]);

/** Unit words that mean something else far from a number, or behind a small one: "8 م" is a time. */
const METRE_SIGN = 'م';
const DUALS = wordSet('كيلومترين مترين سنتيمترين طنين كيلوغرامين غرامين لترين ميلين برميلين هكتارين');

/** Measures with a unit: "430 ميلاً", "6 آلاف كيلومتر مربع", "90 كم/ساعة", "عشرة كيلومترات", "مترين". */
export const quantityAt: Reader = (scan, i) => {
  const number = numberPhraseAt(scan, i);
  if (!number) {
    const dual = scan.word('unit', i);
    if (!dual || !DUALS.has(foldedAt(scan, i).slice(dual.proclitics.length))) return null;
    return reading(dual, 'QUANTITY', { type: 'quantity', amount: 2, unit: dual.value }, 0.9);
  }
  if (number.kind === 'times') return null;
  const unit = scan.bare('unit', number.last + 1);
  if (!unit) return null;
  if (
    foldedAt(scan, unit.first) === METRE_SIGN &&
    (number.number <= 12 || scan.tokens[unit.first]?.spaced === false)
  )
    return null;
  const per = foldedAt(scan, unit.last + 1) === '/' ? PER.get(foldedAt(scan, unit.last + 2)) : undefined;
  const last = per === undefined ? unit.last : unit.last + 2;
  const name = per === undefined ? unit.value : `${unit.value}-per-${per}`;
  const value = Number.isNaN(number.number)
    ? null
    : { type: 'quantity' as const, amount: number.number, unit: name };
  return reading(reachTo(scan, i, number.start, last), 'QUANTITY', value, value ? 0.95 : 0.6);
};

/** Whether a unit stands at token `i`, so that the number before it is a measure. */
export const isUnit = (scan: Scan, i: number): boolean => scan.bare('unit', i) !== null;
