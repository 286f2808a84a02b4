import { fold } from '../../text/fold.ts';
import type { EntityCandidate } from '../candidate.ts';
import { reading } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { foldedAt, Start } from '../scan.ts';
import type { ListedWord, Reach, Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { parseIsoDay } from './calendar.ts';
import type { Resolve } from './periods.ts';

/** An expression for a day or a longer period, before larger expressions are built round it. */
export interface DateExpression extends Reach {
  /** What it is: only months, years and longer periods have a beginning, a middle and an end that are spoken of. */
  readonly kind: 'day' | 'month' | 'year' | 'period' | 'duration';
  readonly resolve: Resolve;
  /** ISO 8601 duration, for expressions that say how long and not when. */
  readonly duration: string | null;
  readonly confidence: number;
}

/** Reads one kind of date expression at a token. */
export type DateReader = (scan: Scan, i: number) => DateExpression | null;

/** Nobody can tell when it is. */
export const unknown: Resolve = () => null;

/** A date expression over a reach. */
export const expression = (
  reach: Reach,
  kind: DateExpression['kind'],
  resolve: Resolve,
  confidence: number,
  duration: string | null = null,
): DateExpression => ({
  first: reach.first,
  last: reach.last,
  start: reach.start,
  end: reach.end,
  kind,
  resolve,
  confidence,
  duration,
});

/** The value of a date expression: a duration as it is, a date once the day of publication is known. */
function valueOfDate({ resolve, duration }: DateExpression): EntityCandidate['value'] {
  if (duration !== null) return { type: 'duration', iso: duration };
  const fixed = resolve(null);
  if (fixed) return { type: 'date', iso: fixed.iso };
  return (published) => {
    const day = published === null ? null : parseIsoDay(published);
    const period = day === null ? null : resolve(day);
    return period && { type: 'date', iso: period.iso };
  };
}

/** The reading as DATE. */
export const dateReading = (date: DateExpression): Reading =>
  reading(date, 'DATE', valueOfDate(date), date.confidence);

/** "الماضي", "المقبل", "الجاري" at token `i`: -1, 1, 0 and the last token. */
export function deicticAt(scan: Scan, i: number): { readonly last: number; readonly offset: number } | null {
  const word = scan.bare('deictic', i);
  return word && { last: word.last, offset: Number(word.value) };
}

/** The part that a listed time word plays at token `i`: the cells of its value, and its reach. */
export function timeWordAt(scan: Scan, i: number, role: string): ListedWord | null {
  const word = scan.word('time-word', i);
  return word?.role === role ? word : null;
}

/** A span of time's noun at token `i`, its ISO 8601 duration and its form. */
export function timeUnitAt(scan: Scan, i: number): TimeUnit | null {
  if (((scan.starts[i] ?? 0) & Start.TimeUnit) === 0) return null;
  const found = scan.units[i];
  if (found !== undefined) return found;
  const word = scan.word('time-unit', i);
  if (!word) return (scan.units[i] = null);
  const { first, last, start, end, proclitics, definite, role, detail } = word;
  return (scan.units[i] = { first, last, start, end, proclitics, definite, unit: role, form: detail });
}

/** The noun of a span of time: its ISO 8601 duration, and its form as lexicon/time-unit.tsv has it. */
export interface TimeUnit extends Reach {
  readonly proclitics: string;
  readonly definite: boolean;
  readonly unit: string;
  readonly form: string;
}

/** Words behind which a bare "شهر", "سنوات", "2013" or "مارس" is a time. */
const PREPOSITIONS = wordSet(
  `في منذ خلال حتى إلى من قبل بعد طوال طيلة مدى مدة لمدة عدة بضع بضعة شهر عام سنة بين مطلع بداية نهاية منتصف أواخر أوائل
   منتصف أواسط آخر مستهل ختام قبيل غداة طول مرور بقية باقي دام بحلول حلول عقب استمر استمرت عبر تقريبا نحو حوالي قرابة`,
);

/** Whether the token before `i` is a preposition of time, or the word has one written onto it. */
export const isAfterPreposition = (scan: Scan, i: number, proclitics: string): boolean =>
  isPreposition(foldedAt(scan, i - 1)) || /[بل]/.test(proclitics);

const isPreposition = (word: string): boolean =>
  PREPOSITIONS.has(word) || (/^[وف]/.test(word) && PREPOSITIONS.has(word.slice(1)));

export const SAME = new Set(['نفسه', 'نفسها', 'ذاته', 'ذاتها', 'عينه', 'المذكور', 'المذكورة'].map(fold));
