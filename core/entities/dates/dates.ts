import { reachTo } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { foldedAt, NUMBER_START, Start } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { centuryAt, decadeAt } from './centuries.ts';
import {
  dateReading,
  deicticAt,
  expression,
  SAME,
  timeUnitAt,
  timeWordAt,
  unknown,
} from './date-expression.ts';
import type { DateExpression, DateReader } from './date-expression.ts';
import { namedDayAt, relativeDayAt, weekdayAt, writtenDateAt } from './days.ts';
import { durationAt, DURATION_START } from './durations.ts';
import { monthExpressionAt } from './months.ts';
import { edgeOf, partOf, weekOf, yearPeriod } from './periods.ts';
import { recurringDayAt } from './recurring-days.ts';
import { isShort, relativePeriodAt, seasonAt } from './relative-periods.ts';
import { yearExpressionAt } from './years.ts';
import { yearAt } from './written-year.ts';

/** A reader of dates, with what its expressions begin with (bits of Start). */
interface Rule {
  readonly on: number;
  readonly read: DateReader;
}

/** The readers of days and of longer periods; the longest reading counts, the first where two are as long. */
const READERS: readonly Rule[] = [
  { on: NUMBER_START | Start.Ordinal | Start.Month | Start.TimeUnit, read: writtenDateAt },
  { on: Start.Day, read: relativeDayAt },
  { on: Start.Weekday | Start.TimeUnit, read: weekdayAt },
  { on: Start.NamedDay | Start.Ordinal | Start.TimeUnit, read: namedDayAt },
  { on: Start.Month | Start.TimeUnit, read: monthExpressionAt },
  { on: Start.Digits | Start.This | Start.TimeUnit, read: yearExpressionAt },
  { on: Start.TimeUnit, read: centuryAt },
  { on: Start.Decade, read: decadeAt },
  { on: Start.This | Start.Every | Start.Possessed | Start.TimeUnit, read: relativePeriodAt },
  { on: Start.This | Start.Season, read: seasonAt },
  { on: Start.Every | Start.Ordinal, read: recurringDayAt },
];

/** The longest reading that one of the rules has at a token. */
function longestAt(rules: readonly Rule[], scan: Scan, i: number): DateExpression | null {
  const start = scan.starts[i] ?? 0;
  if (start === 0) return null;
  let best: DateExpression | null = null;
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r] as Rule;
    if ((rule.on & start) === 0) continue;
    const found = rule.read(scan, i);
    if (found && (!best || found.last > best.last)) best = found;
  }
  return best;
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['النصف', 2],
  ['الثلث', 3],
  ['الربع', 4],
]);

/** "الربع المماثل": the same quarter of another year. */
const COMPARED = wordSet('المماثل المقابل');

const LAST_TEN = wordSet('الأواخر الأوائل');

/** The date expression at a token, without what may be built round it. */
const plainDateAt = (scan: Scan, i: number): DateExpression | null => longestAt(READERS, scan, i);

/** A date expression that begins at token `i` with its first letter: nothing written onto it. */
function innerDateAt(scan: Scan, i: number): DateExpression | null {
  const date = plainDateAt(scan, i);
  return date && date.start === scan.tokens[i]?.start ? date : null;
}

/** "مطلع تشرين الأول الحالي", "منتصف العام الماضي", "نهاية الأسبوع": the edge of a period. */
const edgeAt: DateReader = (scan, i) => {
  const edge = timeWordAt(scan, i, 'edge');
  if (!edge) return null;
  const inner = innerDateAt(scan, edge.last + 1);
  if (!inner || inner.kind === 'day' || inner.kind === 'duration') return null;
  return expression(
    reachTo(scan, i, edge.start, inner.last),
    'period',
    (published) => {
      const period = inner.resolve(published);
      return period && edgeOf(period, edge.detail);
    },
    inner.confidence,
  );
};

/** "النصف الأول من عام 2018", "الربع الثاني للعام", "الربع الثاني", "الأسبوع الأول من يناير". */
const partAt: DateReader = (scan, i) => {
  const isNumber = ((scan.starts[i] ?? 0) & Start.NumberWord) !== 0;
  const count = isNumber
    ? PARTS.get(
        foldedAt(scan, i)
          .replace(/^[وبل](?=ال)/, '')
          .replace(/^لل/, 'ال'),
      )
    : undefined;
  const unit = count === undefined ? timeUnitAt(scan, i) : null;
  const word = count === undefined ? unit : scan.word('number-word', i);
  if (!word || !word.definite || (unit && (unit.form !== 'one' || isShort(unit.unit)))) return null;
  const ordinal = scan.bare('ordinal', word.last + 1);
  const compared = COMPARED.has(foldedAt(scan, word.last + 1)) || SAME.has(foldedAt(scan, word.last + 1));
  const told = count !== 4 ? null : compared ? { last: word.last + 1 } : deicticAt(scan, word.last + 1);
  if (told) return expression(reachTo(scan, i, word.start, told.last), 'period', unknown, 0.85);
  if (unit && foldedAt(scan, word.last + 1).startsWith('الاخير')) {
    const whole = foldedAt(scan, word.last + 2) === 'من' ? innerDateAt(scan, word.last + 3) : null;
    return whole && whole.kind !== 'day' && whole.kind !== 'duration'
      ? expression(reachTo(scan, i, word.start, whole.last), 'period', unknown, 0.9)
      : null;
  }
  if (!ordinal?.definite) return null;
  const inner = belongingAt(scan, ordinal.last + 1);
  if (!inner) {
    if (count !== 4) return null;
    return expression(reachTo(scan, i, word.start, ordinal.last), 'period', unknown, 0.85);
  }
  return expression(
    reachTo(scan, i, word.start, inner.last),
    'period',
    (published) => {
      const period = inner.resolve(published);
      if (count !== undefined) return period && partOf(period, Number(ordinal.value), count);
      return period && unit?.unit === 'P1W' ? weekOf(period, Number(ordinal.value)) : null;
    },
    0.95,
  );
};

/** The period that a part belongs to: "من العام", "للعام", "عام 2018". */
function belongingAt(scan: Scan, i: number): DateExpression | null {
  const joined = foldedAt(scan, i) === 'من' || foldedAt(scan, i) === 'في' ? i + 1 : i;
  const written = yearAt(scan, joined);
  const token = scan.tokens[joined];
  if (written && token && token.spaced && written.calendar !== 'hijri')
    return expression(
      reachTo(scan, joined, token.start, written.last),
      'year',
      () => yearPeriod(written.year),
      0.9,
    );
  const found = plainDateAt(scan, joined) ?? bareYearOfPart(scan, joined);
  if (!found || found.kind === 'day' || found.kind === 'duration') return null;
  const proclitic = found.start - (scan.tokens[joined]?.start ?? 0);
  return proclitic === 0 || (joined === i && foldedAt(scan, i).startsWith('ل')) ? found : null;
}

/** "العام" alone is a period behind "النصف الأول من". */
function bareYearOfPart(scan: Scan, i: number): DateExpression | null {
  const unit = timeUnitAt(scan, i);
  return unit?.definite && unit.form === 'one' && !isShort(unit.unit)
    ? expression(reachTo(scan, i, unit.start, unit.last), 'year', unknown, 0.8)
    : null;
}

/** "الفترة نفسها من العام الماضي", "نفس الفترة من عام 2017", "العشر الأواخر من شهر رمضان". */
const comparedAt: DateReader = (scan, i) => {
  const token = scan.tokens[i];
  if (!token) return null;
  const word = token.folded;
  const next = foldedAt(scan, i + 1);
  const period = (word === 'الفتره' && SAME.has(next)) || (word === 'نفس' && next === 'الفتره');
  const ten = word === 'العشر' && LAST_TEN.has(next);
  if (!period && !ten) return null;
  const inner = foldedAt(scan, i + 2) === 'من' ? innerDateAt(scan, i + 3) : null;
  return inner && expression(reachTo(scan, i, token.start, inner.last), 'period', unknown, 0.9);
};

const DURATION: DateReader = (scan, i) => {
  const duration = durationAt(scan, i);
  return duration && !isShort(duration.unit) ? duration : null;
};

const BUILT: readonly Rule[] = [
  { on: ~0, read: plainDateAt },
  { on: Start.Edge, read: edgeAt },
  { on: Start.NumberWord | Start.TimeUnit, read: partAt },
  { on: Start.Other | Start.NumberWord, read: comparedAt },
  { on: DURATION_START, read: DURATION },
];

/** The longest date expression at a token; null if there is none. */
export const dateExpressionAt = (scan: Scan, i: number): DateExpression | null => longestAt(BUILT, scan, i);

/** Days and longer: dates, weekdays, months, years, ages, durations, and expressions told from now. */
export const dateAt: Reader = (scan, i) => {
  const date = dateExpressionAt(scan, i);
  return date && dateReading(date);
};
