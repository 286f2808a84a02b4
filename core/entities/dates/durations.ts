import { reachTo } from '../reading.ts';
import { foldedAt, isDash, NUMBER_START, Start } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { measureNumberAt, numberPhraseAt, rangeEnd } from '../numbers/number-phrase.ts';
import type { NumberPhrase } from '../numbers/number-phrase.ts';
import {
  deicticAt,
  expression,
  isAfterPreposition,
  timeUnitAt,
  timeWordAt,
  unknown,
} from './date-expression.ts';
import type { DateExpression } from './date-expression.ts';
import { unitsPeriod } from './periods.ts';
import { relativeYearAt } from './years.ts';

/** Adjectives that belong to a duration: "ساعات طويلة", "سنوات إضافية", "أيام قلائل", "أسبوع كامل". */
const ADJECTIVES = wordSet(
  `طويلة طوال قليلة قلائل عديدة إضافية كاملة كامل كاملين متتالية متواصلة متتال معدودة معدودات كثيرة واحد واحدة
   مضت خلت متبقية مقبلة ماضية إضافي إضافيين متتاليين متتاليتين متواصل`,
);
const AGE = wordSet('عمره عمرها العمر عمرهم عمري');
const RANGE = wordSet('إلى حتى و أو');
const COUNTING = wordSet('عدة بضع بضعة عشرات مئات آلاف');

/** A duration, of days and longer or of hours and shorter; `unit` tells which. */
export interface Duration extends DateExpression {
  readonly unit: string;
}

/** ISO 8601 duration of a count of units ("P3Y", "PT30M", "P2.5Y"); null for a count that is not told. */
function isoDuration(count: number, unit: string): string | null {
  const designator = unit.slice(-1);
  const size = Number(unit.replace(/\D/g, ''));
  const total = count * size;
  if (!unit.startsWith('P') || !Number.isFinite(total)) return null;
  return `${unit.startsWith('PT') ? 'PT' : 'P'}${total}${designator}`;
}

/** What a duration begins with (bits of Start). */
export const DURATION_START = NUMBER_START | Start.Mark | Start.Ordinal | Start.TimeUnit | Start.Some;

/**
 * Durations and ages: "ثلاث سنوات", "36 عامًا", "أربعة وعشرين ساعة", "18 و22 عاماً", "8 - 12 عاماً", "نصف عام",
 * "يومين", "عدة أيام", "عشرات السنوات", "أسبوع كامل", "الثلاث سنوات الأخيرة", "الـ20 من عمره"; and vague ones where
 * what stands before tells that a duration is meant ("قبل أشهر", "منذ عقود").
 */
export function durationAt(scan: Scan, i: number): Duration | null {
  if (((scan.starts[i] ?? 0) & DURATION_START) === 0) return null;
  const found = scan.durations[i];
  return found === undefined ? (scan.durations[i] = readDuration(scan, i)) : found;
}

function readDuration(scan: Scan, i: number): Duration | null {
  const first = countedAt(scan, i) ?? vagueCountAt(scan, i) ?? uncountedAt(scan, i) ?? yearOfLifeAt(scan, i);
  if (!first?.duration) return first;
  // "سنتين وثلاثة أشهر و10 أيام", "4 ساعات و25 دقيقة": smaller units are joined.
  let whole = first;
  for (let parts = 1; parts < DESIGNATORS.length; parts++) {
    const longer = joinedAt(scan, i, whole);
    if (!longer) break;
    whole = longer;
  }
  return whole;
}

/** A duration that begins at token `i` with the smaller one behind it; null if none is joined to it. */
function joinedAt(scan: Scan, i: number, first: Duration): Duration | null {
  const alone = foldedAt(scan, first.last + 1) === 'و';
  const at = first.last + (alone ? 2 : 1);
  const more = countedAt(scan, at) ?? uncountedAt(scan, at) ?? singleUnitAt(scan, at);
  const joint = more && scan.text.slice(scan.tokens[at]?.start ?? more.start, more.start);
  if (!more?.duration || !first.duration || joint !== (alone ? '' : 'و')) return null;
  const iso = joinedDuration(first.duration, more.duration);
  if (iso === null) return null;
  const reach = reachTo(scan, i, first.start, more.last);
  return { ...expression(reach, 'duration', unknown, 0.95, iso), unit: first.unit };
}

/** "وشهر" behind a longer duration. */
function singleUnitAt(scan: Scan, i: number): Duration | null {
  const unit = timeUnitAt(scan, i);
  if (!unit || unit.definite || unit.form !== 'one') return null;
  return {
    ...expression(
      reachTo(scan, i, unit.start, unit.last),
      'duration',
      unknown,
      0.8,
      isoDuration(1, unit.unit),
    ),
    unit: unit.unit,
  };
}

/** Designators of ISO 8601 durations from the largest to the smallest; days and longer, then times. */
const DESIGNATORS = ['Y', 'M', 'W', 'D'];
const TIME_DESIGNATORS = ['H', 'M', 'S'];

/** "P2Y" and "P3M" as "P2Y3M"; null unless the second is of a smaller unit of the same kind. */
function joinedDuration(first: string, second: string): string | null {
  const isTime = first.startsWith('PT');
  const order = isTime ? TIME_DESIGNATORS : DESIGNATORS;
  if (second.startsWith('PT') !== isTime || order.indexOf(first.slice(-1)) >= order.indexOf(second.slice(-1)))
    return null;
  return first + second.slice(isTime ? 2 : 1);
}

function countedAt(scan: Scan, i: number): Duration | null {
  const number = measureNumberAt(scan, i);
  if (!number || number.kind === 'times') return null;
  const until = upperEnd(scan, number);
  const unit = timeUnitAt(scan, (until ?? number).last + 1);
  if (
    !unit ||
    unit.proclitics !== '' ||
    unit.form === 'two' ||
    unit.form === 'construct' ||
    (unit.definite && !mayCountDefinite(number, unit.form))
  )
    return ageAt(scan, i, number);
  if (number.kind === 'vague' && !Number.isNaN(number.number)) return null;
  if (unit.form === 'one' && isGeneral(scan, unit.last, number)) return null;
  const { last: unitLast, offset, fraction } = tail(scan, unit.last);
  const last = number.definite ? firstOfEnd(scan, unitLast) : unitLast;
  const count = until ? NaN : number.number + fraction;
  const reach = reachTo(scan, i, number.start, last);
  const iso = isoDuration(count, unit.unit);
  if (offset !== null && number.definite)
    return {
      ...expression(
        reach,
        'period',
        (published) => (published === null ? null : unitsPeriod(published, unit.unit, count, offset)),
        0.95,
      ),
      unit: unit.unit,
    };
  return { ...expression(reach, 'duration', unknown, 0.95, iso), unit: unit.unit };
}

/** "الـ9 أشهر الأولى من العام الحالي": the first units of a year. */
function firstOfEnd(scan: Scan, last: number): number {
  if (foldedAt(scan, last + 1) !== 'الاولي') return last;
  const year = foldedAt(scan, last + 2) === 'من' ? relativeYearAt(scan, last + 2) : null;
  return year?.last ?? last + 1;
}

/** Before a unit with the article: "ربع القرن", "الأربعة الأشهر الماضية", "عشرات السنين". */
const mayCountDefinite = (number: NumberPhrase, form: string): boolean =>
  number.kind === 'vague' || number.kind === 'fraction' || (number.definite && form === 'few');

/** The upper number of a range whose unit stands once: "18 و22", "8 - 12", "3 إلى 5", "ثلاثة أو أربعة". */
function upperEnd(scan: Scan, number: NumberPhrase): NumberPhrase | null {
  if (isDash(scan, number.last + 1)) return rangeEnd(scan, number);
  if (!RANGE.has(foldedAt(scan, number.last + 1))) {
    const or = numberPhraseAt(scan, number.last + 1);
    return or?.proclitics === 'و' && number.written === 'words' && or.number > number.number ? or : null;
  }
  const until = numberPhraseAt(scan, number.last + 2);
  return until && until.proclitics === '' && until.number > number.number && until.written === number.written
    ? until
    : null;
}

/** "23 عام" is an age; "20 عام 2020" is none, and "3 عام" not either where عام is an adjective. */
const isGeneral = (scan: Scan, last: number, number: NumberPhrase): boolean =>
  number.written === 'digits' && foldedAt(scan, last) === 'عام' && scan.tokens[last + 1]?.kind === 'number';

/** What belongs to a duration behind its unit: adjectives, "من العمر", "الأخيرة". */
function tail(
  scan: Scan,
  unitLast: number,
): { readonly last: number; readonly offset: number | null; readonly fraction: number } {
  let last = unitLast;
  const half = scan.word('number-word', last + 1);
  const own = timeUnitAt(scan, unitLast)?.unit;
  const next = half && timeUnitAt(scan, half.last + 1);
  // "90 دقيقة ونصف ساعة": half of another unit.
  const isHalf =
    half?.proclitics === 'و' &&
    half.value.endsWith('fraction') &&
    (!next || next.proclitics !== '' || next.unit === own);
  if (isHalf) last = half.last;
  const fraction = isHalf ? fractionOf(half.value) : 0;
  // "ساعة ونصف الساعة", "عامين ونصف العام", "15 ساعة ونصف ساعة"
  const again = isHalf ? timeUnitAt(scan, last + 1) : null;
  if (again?.proclitics === '' && again.form === 'one' && again.unit === own) last = again.last;
  // "كل يوم طوال أيام رمضان": the preposition, behind a singular.
  const single = timeUnitAt(scan, unitLast)?.form === 'one';
  while (
    last < unitLast + 3 &&
    ADJECTIVES.has(foldedAt(scan, last + 1)) &&
    !(single && foldedAt(scan, last + 1) === 'طوال')
  )
    last++;
  const deictic = deicticAt(scan, last + 1);
  return { last: deictic?.last ?? last, offset: deictic?.offset ?? null, fraction };
}

const fractionOf = (cell: string): number => {
  const [above = '', below = '1'] = (cell.split(' ')[0] ?? '').split('/');
  return Number(above) / Number(below);
};

/** "الـ20 من عمره", "30 من العمر". */
function ageAt(scan: Scan, i: number, number: NumberPhrase): Duration | null {
  const isAge =
    number.kind === 'exact' &&
    foldedAt(scan, number.last + 1) === 'من' &&
    AGE.has(foldedAt(scan, number.last + 2));
  if (!isAge) return null;
  const iso = isoDuration(number.number, 'P1Y');
  return {
    ...expression(reachTo(scan, i, number.start, number.last + 2), 'duration', unknown, 0.9, iso),
    unit: 'P1Y',
  };
}

/** "في الخامسة عشرة من عمرها", "سن الثامنة عشرة": an age as an ordinal. */
function yearOfLifeAt(scan: Scan, i: number): Duration | null {
  const ordinal = scan.word('ordinal', i);
  if (!ordinal?.definite) return null;
  const told = foldedAt(scan, ordinal.last + 1) === 'من' && AGE.has(foldedAt(scan, ordinal.last + 2));
  const isAge = told || foldedAt(scan, i - 1) === 'سن';
  if (!isAge) return null;
  const iso = isoDuration(Number(ordinal.value), 'P1Y');
  const last = told ? ordinal.last + 2 : ordinal.last;
  return {
    ...expression(reachTo(scan, i, ordinal.start, last), 'duration', unknown, 0.85, iso),
    unit: 'P1Y',
  };
}

/** "عدة أيام", "بضعة أسابيع", "عشرات السنوات". */
function vagueCountAt(scan: Scan, i: number): Duration | null {
  const some = timeWordAt(scan, i, 'some');
  if (!some || !COUNTING.has(foldedAt(scan, some.last).slice(some.proclitics.length))) return null;
  const unit = timeUnitAt(scan, some.last + 1);
  if (!unit || unit.proclitics !== '' || unit.form !== 'few') return null;
  const { last } = tail(scan, unit.last);
  return { ...expression(reachTo(scan, i, some.start, last), 'duration', unknown, 0.85), unit: unit.unit };
}

/** Units without a number: the dual always; the plural and the singular where the words round them speak of time. */
function uncountedAt(scan: Scan, i: number): Duration | null {
  const unit = timeUnitAt(scan, i);
  if (!unit || unit.definite) return null;
  const { last, fraction } = tail(scan, unit.last);
  const made = (end: number, confidence: number, iso: string | null = null): Duration => ({
    ...expression(reachTo(scan, i, unit.start, end), 'duration', unknown, confidence, iso),
    unit: unit.unit,
  });
  const token = scan.tokens[unit.last];
  if (unit.form === 'two') {
    if (unit.unit === 'P10Y' && !isAfterPreposition(scan, i, unit.proclitics)) return null;
    return made(last, 0.9, isoDuration(2 + fraction, unit.unit));
  }
  const count = unit.form === 'few' ? numberPhraseAt(scan, unit.last + 1) : null;
  if (
    count &&
    count.written === 'words' &&
    !count.definite &&
    count.proclitics === '' &&
    count.kind === 'exact'
  )
    return made(count.last, 0.9, isoDuration(count.number, unit.unit));
  const qualified = last > unit.last;
  // "من أشهر الأحياء": the best known; "يوما بعد يوم": day after day.
  const famous = foldedAt(scan, i) === 'اشهر' && foldedAt(scan, i - 1) === 'من';
  const after = isAfterPreposition(scan, i, unit.proclitics) && !famous;
  if (unit.form === 'few')
    return qualified ||
      MEASURED.has(foldedAt(scan, i - 1)) ||
      (after && !isOwned(scan, unit.last)) ||
      standsAlone(scan, unit.first, unit.last)
      ? made(last, qualified ? 0.85 : 0.7)
      : null;
  if (unit.form !== 'one' || !token) return null;
  const one = isoDuration(1 + fraction, unit.unit);
  if (qualified) return made(last, 0.85, one);
  const accusative = token.folded.endsWith('ا') && unit.unit !== 'P10Y';
  // "بعد عقد اتفاق": after the conclusion of it, not a decade later.
  if (
    unit.unit === 'P10Y' &&
    scan.tokens[unit.last + 1]?.kind === 'word' &&
    foldedAt(scan, unit.last + 1) !== 'من'
  )
    return null;
  const dayAfterDay = timeUnitAt(scan, i - 2)?.unit === unit.unit;
  if (
    (LASTING.has(foldedAt(scan, i - 1)) || isMoreThan(scan, i) || isAfterThat(scan, i, unit.proclitics)) &&
    !isOwned(scan, unit.last) &&
    !dayAfterDay &&
    foldedAt(scan, unit.last + 1) !== '('
  )
    return made(last, 0.7, one);
  return accusative && MEASURED.has(foldedAt(scan, i - 1)) ? made(last, 0.7, one) : null;
}

const ABOUT = wordSet('نحو حوالي قرابة زهاء');
const MORE = wordSet('أكثر أقل أزيد');

/** "أكثر من عام", "نحو قرن" */
const isMoreThan = (scan: Scan, i: number): boolean =>
  ABOUT.has(foldedAt(scan, i - 1)) ||
  (foldedAt(scan, i - 1) === 'من' && MORE.has(foldedAt(scan, i - 2).replace(/^[وفلب]/, '')));

const AROUND = wordSet('قبل بعد وقبل وبعد');
const AROUND_IT = wordSet('قبلها بعدها قبله بعده وقبلها وبعدها وقبله وبعده');

/** "قبل ذلك بأسبوع", "وبعدها بعام" */
const isAfterThat = (scan: Scan, i: number, proclitics: string): boolean =>
  proclitics === 'ب' &&
  (AROUND_IT.has(foldedAt(scan, i - 1)) ||
    (foldedAt(scan, i - 1) === 'ذلك' && AROUND.has(foldedAt(scan, i - 2))));

/** Before a single unit these mean a stretch of time: "لمدة عام", "قبل شهر", "بعد ساعة". */
const LASTING = wordSet('مدة لمدة قبل بعد منذ خلال طوال طيلة مدى مرور غضون كل');
const MEASURED = wordSet(
  'استمر استمرت دام دامت يستمر تستمر لمدة استغرق استغرقت يستغرق تستغرق أمضى أمضت قضى قضت مضت مضى',
);

/** Plurals that are nothing but units of time; "عقود" are contracts as well, "ساعات" watches. */
const PLURALS = wordSet('أيام أياما أسابيع سنوات');

/** "تقفلها الثلوج أسابيع.": how long, where the clause ends with it and no number or noun stands before that it belongs to. */
const standsAlone = (scan: Scan, first: number, last: number): boolean =>
  PLURALS.has(foldedAt(scan, last)) &&
  first > 0 &&
  scan.tokens[first - 1]?.kind === 'word' &&
  !scan.isListed(first - 1) &&
  CLAUSE_ENDS.has(scan.tokens[last + 1]?.text ?? '');

const CLAUSE_ENDS = new Set(['.', '،', '؛', '']);

/** Whether what follows makes the unit somebody's: "ساعات العمل", "أيام عرضه". */
function isOwned(scan: Scan, last: number): boolean {
  if (
    timeUnitAt(scan, last + 1)?.proclitics === '' ||
    scan.bare('named-day', last + 1) ||
    scan.bare('hijri-month', last + 1)
  )
    return true;
  const next = scan.tokens[last + 1];
  return next?.kind === 'word' && next.folded.startsWith('ال') && scan.bare('deictic', last + 1) === null;
}
