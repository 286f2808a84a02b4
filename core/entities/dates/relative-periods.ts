import { reachTo } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import type { NumberPhrase } from '../numbers/number-phrase.ts';
import {
  deicticAt,
  expression,
  isAfterPreposition,
  SAME,
  timeUnitAt,
  timeWordAt,
  unknown,
} from './date-expression.ts';
import type { DateReader } from './date-expression.ts';
import { centuryAt } from './centuries.ts';
import { monthsPeriod, unitPeriod, unitsPeriod } from './periods.ts';
import type { Resolve } from './periods.ts';
import { fromDayNumber } from './calendar.ts';
import { relativeYearAt, yearExpressionAt } from './years.ts';
import { yearAt } from './written-year.ts';

const NEW = wordSet('الجديد الجديدة');
const FEW = wordSet('القليلة القلائل العديدة الطويلة الأولى الأخرى');
const KINDS = wordSet(
  'الرياضي الدراسي الدراسية المالي المالية الكروي السياسي السياحي الزراعي الدرامي الرمضاني',
);
const PRESENT = wordSet('هذا هذه بهذا');

/** Whether a unit is shorter than a day: its expressions are times, not dates. */
export const isShort = (unit: string): boolean => unit.startsWith('PT');

/**
 * Periods told from now, or from the text: "الأسبوع الماضي", "الأيام المقبلة", "السنوات الأربع الماضية", "العامين
 * الماضيين", "هذا الشهر", "ذلك الأسبوع", "العام نفسه", "السنة الثالثة", "شهرها السادس", "كل شهر", "الأسبوع".
 */
export const relativePeriodAt: DateReader = (scan, i) => {
  const pointer = timeWordAt(scan, i, 'this');
  const every = pointer ? null : timeWordAt(scan, i, 'every');
  const opening = pointer ?? every;
  const noun = timeUnitAt(scan, opening ? opening.last + 1 : i);
  if (opening && (!noun || noun.proclitics !== '')) return everyCountAt(scan, i);
  if (!noun) return possessedUnitAt(scan, i);
  if (isShort(noun.unit)) return null;
  if (pointer) {
    if (!noun.definite) return null;
    const present = PRESENT.has(foldedAt(scan, i).replace(/^[ولبف]/, '')) || PRESENT.has(foldedAt(scan, i));
    const deictic = deicticAt(scan, noun.last + 1);
    const year = noun.unit === 'P1D' ? yearExpressionAt(scan, noun.last + 1) : null;
    if (year && year.start === scan.tokens[noun.last + 1]?.start)
      return expression(reachTo(scan, i, pointer.start, year.last), 'day', unknown, 0.9);
    const resolve = present && noun.form === 'one' ? away(noun.unit, deictic?.offset ?? 0) : unknown;
    return expression(reachTo(scan, i, pointer.start, deictic?.last ?? noun.last), 'period', resolve, 0.95);
  }
  if (every) {
    if (noun.definite || noun.form === 'few') return null;
    return expression(reachTo(scan, i, every.start, noun.last), 'duration', unknown, 0.85);
  }
  return noun.definite ? definiteAt(scan, i) : null;
};

const away =
  (unit: string, offset: number): Resolve =>
  (published) =>
    published === null ? null : unitPeriod(published, unit, offset);

function definiteAt(scan: Scan, i: number) {
  const noun = timeUnitAt(scan, i);
  if (!noun) return null;
  let at = noun.last + 1;
  let count = noun.form === 'two' ? 2 : NaN;
  const number = numberPhraseAt(scan, at);
  if (number && isCountOf(number) && noun.form === 'few') {
    count = number.number;
    at = number.last + 1;
  } else if (FEW.has(foldedAt(scan, at)) || KINDS.has(foldedAt(scan, at))) at++;
  const deictic = deicticAt(scan, at);
  const reach = (last: number) => reachTo(scan, i, noun.start, last);
  if (deictic) {
    const { offset } = deictic;
    const resolve: Resolve =
      noun.form === 'one'
        ? away(noun.unit, offset)
        : (published) =>
            published === null || Number.isNaN(count) || offset === 0
              ? null
              : unitsPeriod(published, noun.unit, count, offset);
    const year = yearAt(scan, deictic.last + 1);
    return expression(reach(year && noun.unit === 'P1Y' ? year.last : deictic.last), 'period', resolve, 0.95);
  }
  // "الموسم الجديد", "العام الدراسي الجديد": which one it is the text tells.
  const isYear = noun.form === 'one' && (noun.unit === 'P1Y' || noun.unit === 'season');
  if (isYear && NEW.has(foldedAt(scan, at))) return expression(reach(at), 'period', unknown, 0.8);
  if (FEW.has(foldedAt(scan, at)) && at > noun.last + 1) at++;
  const same = SAME.has(foldedAt(scan, at));
  const of =
    foldedAt(scan, same ? at + 1 : at) === 'من' && (same || at > noun.last + 1)
      ? relativeOrWrittenYear(scan, (same ? at + 1 : at) + 1)
      : null;
  if (of) return expression(reach(of.last), 'period', unknown, 0.9);
  if (at > noun.last + 1 && !KINDS.has(foldedAt(scan, at - 1)))
    return expression(reach(at - 1), 'period', unknown, 0.85);
  if (SAME.has(foldedAt(scan, at))) return expression(reach(at), 'period', unknown, 0.9);
  if (noun.form === 'two') return expression(reach(noun.last), 'period', unknown, 0.8);
  if (noun.form !== 'one') return null;
  const ordinal = scan.bare('ordinal', at);
  // "للعام الرابع على التوالي" counts, it names no year.
  if (ordinal && foldedAt(scan, ordinal.last + 1) === 'علي' && foldedAt(scan, ordinal.last + 2) === 'التوالي')
    return null;
  // "العقد الحادي والعشرين": a contract, unless it is a decade of something.
  if (ordinal?.definite && noun.unit === 'P10Y') return decadeOfAt(scan, i, ordinal.last);
  if (ordinal?.definite) return expression(reach(ordinal.last), 'period', unknown, 0.85);
  if (noun.unit === 'P1W') return expression(reach(noun.last), 'period', away('P1W', 0), 0.75);
  if (
    (noun.unit === 'P1M' || noun.unit === 'P1Y') &&
    isAfterPreposition(scan, i, '') &&
    BOUNDS.has(foldedAt(scan, i - 1))
  )
    return expression(reach(at - 1), 'period', away(noun.unit, 0), 0.7);
  return null;
}

const LIFE = wordSet('عمره عمرها العمر عمرهم');

/** "العقد الرابع من العمر", "العقد الأول من القرن الماضي"; `last` is the ordinal's token. */
function decadeOfAt(scan: Scan, i: number, last: number) {
  const noun = timeUnitAt(scan, i);
  if (!noun || foldedAt(scan, last + 1) !== 'من') return null;
  const reach = (end: number) => reachTo(scan, i, noun.start, end);
  if (LIFE.has(foldedAt(scan, last + 2))) return expression(reach(last + 2), 'duration', unknown, 0.9);
  const century = centuryAt(scan, last + 2);
  return expression(reach(century?.last ?? last), 'period', unknown, 0.85);
}

/** "الأربع", "الـ10", "24" behind "السنوات": how many of them. */
const isCountOf = (number: NumberPhrase): boolean =>
  number.proclitics === '' && number.kind === 'exact' && (number.definite || number.written === 'digits');

/** The year behind "من" in "الأشهر الثلاثة الأولى من العام الجاري", "الشهر نفسه من عام 2014". */
function relativeOrWrittenYear(scan: Scan, i: number) {
  const year = yearExpressionAt(scan, i);
  return year && year.start === scan.tokens[i]?.start ? year : null;
}

/** Before "العام" and "الشهر" alone these say that a time is meant, not "general" or a person's month. */
const BOUNDS = wordSet('خلال منذ مطلع بداية نهاية منتصف آخر أواخر أوائل طوال طيلة مدار بقية باقي');

/** "شهرها السادس", "عامه الثالث": a unit with a possessive and an ordinal. */
function possessedUnitAt(scan: Scan, i: number) {
  const noun = timeWordAt(scan, i, 'possessed');
  const ordinal = noun && scan.bare('ordinal', i + 1);
  if (!noun || !ordinal?.definite) return null;
  return expression(reachTo(scan, i, noun.start, ordinal.last), 'period', unknown, 0.85);
}

/** "كل 6 أشهر", "كل ثلاث سنوات". */
function everyCountAt(scan: Scan, i: number) {
  const every = timeWordAt(scan, i, 'every');
  const number = every && numberPhraseAt(scan, every.last + 1);
  const unit = number && timeUnitAt(scan, number.last + 1);
  if (!every || !unit || unit.proclitics !== '' || isShort(unit.unit)) return null;
  return expression(reachTo(scan, i, every.start, unit.last), 'duration', unknown, 0.9);
}

/** Seasons with a year or a word like "الماضي": "ربيع 2013", "الصيف المقبل", "هذا الصيف", "صيف العام الماضي". */
export const seasonAt: DateReader = (scan, i) => {
  const pointer = timeWordAt(scan, i, 'this');
  const season = timeWordAt(scan, pointer ? pointer.last + 1 : i, 'season');
  if (!season) return null;
  const first = Number(season.detail);
  const at = season.last + 1;
  const deictic = deicticAt(scan, at);
  const year = yearAt(scan, at);
  const relative = relativeYearAt(scan, at);
  if (season.definite && (pointer || deictic)) {
    const offset = deictic?.offset ?? 0;
    return expression(
      reachTo(scan, i, pointer?.start ?? season.start, deictic?.last ?? season.last),
      'period',
      (published) => (published === null ? null : seasonNear(published, first, offset)),
      0.9,
    );
  }
  if (pointer) return null;
  if (year)
    return expression(
      reachTo(scan, i, season.start, year.last),
      'period',
      () => monthsPeriod(year.year, first, 3),
      0.95,
    );
  if (!relative || season.definite) return null;
  const resolve: Resolve = (published) => {
    const found = relative.resolve(published);
    return found && monthsPeriod(Number(found.iso.slice(0, 4)), first, 3);
  };
  return expression(reachTo(scan, i, season.start, relative.last), 'period', resolve, 0.9);
};

function seasonNear(published: number, first: number, offset: number) {
  const { year } = fromDayNumber(published);
  for (const y of offset > 0 ? [year, year + 1] : [year, year - 1]) {
    const season = monthsPeriod(y, first, 3);
    if (offset === 0 || (offset > 0 ? season.from > published : season.to < published)) return season;
  }
  return null;
}
