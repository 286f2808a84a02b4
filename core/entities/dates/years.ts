import { foldedAt, isDash } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reachTo } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { deicticAt, expression, SAME, timeUnitAt, timeWordAt, unknown } from './date-expression.ts';
import type { DateExpression, DateReader } from './date-expression.ts';
import { hijriYearPeriod, hijriYearsPeriod, unitPeriod, yearPeriod, yearsPeriod } from './periods.ts';
import type { Resolve } from './periods.ts';
import { yearAt } from './written-year.ts';

const KINDS_OF_YEAR = wordSet(
  'المالي المالية الدراسي الدراسية الهجري الهجرية الميلادي الميلادية الأكاديمي الرياضي الرياضية',
);
const COUNT_AFTER = new Set(['%', '٪', '٫', ':']);

const resolveYear = (year: number, calendar: 'gregorian' | 'hijri' | null): Resolve => {
  // Years of the 14th and 15th Hijri century cannot be meant as Gregorian ones in news.
  const hijri = calendar === 'hijri' || (calendar === null && year >= 1340 && year < 1500);
  return () => (hijri ? hijriYearPeriod(year) : yearPeriod(year));
};

/**
 * A year: "عام 2019", "العام 1995", "عام 1436هـ", "عامي 1955", "العام الماضي", "العام المالي المقبل", "هذا العام",
 * "العام الحالي 2018", "2011 - 2014", "2022/23", and a bare "2013" where a preposition or a year stands before it.
 */
export const yearExpressionAt: DateReader = (scan, i) => nounYearAt(scan, i) ?? bareYearAt(scan, i);

/** A year told from the year of publication: behind "من" or at once ("من العام الحالي", "العام الماضي"). */
export function relativeYearAt(scan: Scan, i: number): DateExpression | null {
  const at = foldedAt(scan, i) === 'من' ? i + 1 : i;
  const every = timeWordAt(scan, at, 'every');
  const unit = every ? timeUnitAt(scan, every.last + 1) : null;
  if (every && unit?.unit === 'P1Y')
    return expression(reachTo(scan, at, every.start, unit.last), 'year', unknown, 0.9);
  const year = nounYearAt(scan, at);
  return year && year.start === scan.tokens[at]?.start ? year : null;
}

function nounYearAt(scan: Scan, i: number): DateExpression | null {
  const pointer = timeWordAt(scan, i, 'this');
  const noun = timeUnitAt(scan, pointer ? pointer.last + 1 : i);
  if (
    !noun ||
    (noun.unit !== 'P1Y' && (noun.unit !== 'season' || pointer)) ||
    (noun.form !== 'one' && noun.form !== 'construct')
  )
    return null;
  if (pointer) {
    if (!noun.definite || noun.proclitics !== '') return null;
    const present = foldedAt(scan, i).endsWith('هذا') || foldedAt(scan, i).endsWith('هذه');
    const following = yearAt(scan, noun.last + 1);
    return expression(
      reachTo(scan, i, pointer.start, following?.last ?? noun.last),
      'year',
      following ? resolveYear(following.year, following.calendar) : present ? yearsAway(0) : unknown,
      0.95,
    );
  }
  const kind = KINDS_OF_YEAR.has(foldedAt(scan, noun.last + 1)) ? noun.last + 1 : noun.last;
  const written =
    yearsAt(scan, kind + 1) ??
    bracketedYearAt(scan, kind + 1) ??
    (noun.definite ? null : shortYearAt(scan, kind + 1));
  if (written) return expression(reachTo(scan, i, noun.start, written.last), 'year', written.resolve, 0.98);
  if (!noun.definite || noun.unit !== 'P1Y') return null;
  const deictic = deicticAt(scan, kind + 1);
  if (!deictic) {
    const same = SAME.has(foldedAt(scan, noun.last + 1));
    return same ? expression(reachTo(scan, i, noun.start, noun.last + 1), 'year', unknown, 0.9) : null;
  }
  const following = yearAt(scan, deictic.last + 1);
  return expression(
    reachTo(scan, i, noun.start, following?.last ?? deictic.last),
    'year',
    following ? resolveYear(following.year, following.calendar) : yearsAway(deictic.offset),
    0.97,
  );
}

/** "عام (1891)", "عام (1308) هجري". */
function bracketedYearAt(scan: Scan, i: number): { readonly last: number; readonly resolve: Resolve } | null {
  const year = foldedAt(scan, i) === '(' ? yearAt(scan, i + 1) : null;
  if (!year || foldedAt(scan, year.last + 1) !== ')') return null;
  const hijri = foldedAt(scan, year.last + 2).startsWith('هجري');
  return {
    last: year.last + (hijri ? 2 : 1),
    resolve: resolveYear(year.year, hijri ? 'hijri' : year.calendar),
  };
}

/** "سنة 316", "عام 786": three digits without a sign, where they count nothing. Which calendar is meant is not told. */
function shortYearAt(scan: Scan, i: number): { readonly last: number; readonly resolve: Resolve } | null {
  const token = scan.tokens[i];
  return token?.kind === 'number' && /^[1-9]\d\d$/.test(token.folded) && isLeftAlone(scan, i + 1)
    ? { last: i, resolve: unknown }
    : null;
}

const yearsAway =
  (offset: number): Resolve =>
  (published) =>
    published === null ? null : unitPeriod(published, 'P1Y', offset);

/** One year or two with a dash between ("2011 - 2014", "2022/23"). */
function yearsAt(scan: Scan, i: number): { readonly last: number; readonly resolve: Resolve } | null {
  const year = yearAt(scan, i);
  if (!year) return shortYearsAt(scan, i);
  const second = scan.tokens[year.last + 2];
  if (isJoint(scan, year.last + 1) && second?.kind === 'number') {
    const until = parseDigits(second.folded);
    const full = second.folded.length === 2 ? Math.floor(year.year / 100) * 100 + until : until;
    const further = isJoint(scan, year.last + 3) && scan.tokens[year.last + 4]?.kind === 'number';
    const isYears = second.folded.length === 2 || second.folded.length === 4;
    // Hijri years stand beside the other way round as well: "1437/1436هـ".
    // In brackets a reign or a rule may be longer than a century: "(1830-1962)".
    const most = foldedAt(scan, i - 1) === '(' && until <= 2100 ? 1000 : 100;
    if (!further && isYears && full !== year.year && full >= year.year - 1 && full < year.year + most)
      return {
        last: yearAt(scan, year.last + 2)?.last ?? year.last + 2,
        resolve: spanOfYears(
          Math.min(year.year, full),
          Math.max(year.year, full),
          yearAt(scan, year.last + 2)?.calendar ?? null,
        ),
      };
  }
  return { last: year.last, resolve: resolveYear(year.year, year.calendar) };
}

/** "62-75هـ": the sign of the calendar stands once. */
function shortYearsAt(scan: Scan, i: number): { readonly last: number; readonly resolve: Resolve } | null {
  const first = parseDigits(foldedAt(scan, i));
  if (!(first >= 1 && first < 1000) || !isJoint(scan, i + 1)) return null;
  const last = scan.tokens[i + 2]?.kind === 'number' ? yearAt(scan, i + 2) : null;
  return last?.calendar === 'hijri' && last.year > first && last.year < first + 100
    ? { last: last.last, resolve: spanOfYears(first, last.year, 'hijri') }
    : null;
}

const spanOfYears = (first: number, last: number, calendar: 'gregorian' | 'hijri' | null): Resolve => {
  if (calendar !== 'hijri' && first >= 1500) return () => yearsPeriod(first, last);
  return () => hijriYearsPeriod(first, last);
};

/** A dash or a slash between two years. */
const isJoint = (scan: Scan, i: number): boolean => isDash(scan, i) || foldedAt(scan, i) === '/';

function bareYearAt(scan: Scan, i: number): DateExpression | null {
  const token = scan.tokens[i];
  const years = token?.kind === 'number' ? yearsAt(scan, i) : null;
  const before = scan.tokens[i - 1];
  if (!years || !token || before === undefined) return standsAlone(scan, i, years);
  const single = years.last === i;
  const year = parseDigits(token.folded);
  if (single && (year < 1900 || year > 2100)) return null;
  const after = scan.tokens[years.last + 1];
  if (after && (COUNT_AFTER.has(after.text) || (!after.spaced && after.kind === 'latin'))) return null;
  if (!token.spaced && before.kind !== 'word' && !'(،©'.includes(before.text)) return null;
  const confidence = single ? supportOf(scan, i) : 0.85;
  return confidence === 0
    ? null
    : expression(reachTo(scan, i, token.start, years.last), 'year', years.resolve, confidence);
}

/** How surely a number of four digits at token `i` is a year and no count, by the words beside it; 0 if it is none. */
function supportOf(scan: Scan, i: number): number {
  const before = scan.tokens[i - 1];
  const after = scan.tokens[i + 1];
  if (!before) return 0;
  const word = before.folded;
  if (LATIN_BEFORE.has(word)) return 0.8;
  if (word === '(' && after?.text === ')') return 0.8;
  if (word === 'و' && yearAt(scan, i - 2) !== null) return 0.8;
  const leftAlone = isLeftAlone(scan, i + 1);
  const isRound = foldedAt(scan, i).endsWith('00');
  const plain = word.replace(/^[وف](?=..)/, '');
  if (IN_YEAR.has(plain)) return leftAlone || !isRound ? 0.8 : 0;
  if (!leftAlone || MORE_THAN.has(foldedAt(scan, i - 2))) return 0;
  if (FROM_YEAR.has(plain)) return 0.75;
  const isProclitic = before.kind === 'word' && word.length === 1 && scan.tokens[i]?.spaced === false;
  if (isProclitic) return word === 'و' ? 0 : 0.75;
  // A year that ends a quoted name belongs to the name.
  if (CLOSING.has(after?.text ?? '')) return 0;
  return before.kind === 'word' && !COUNTED_BEFORE.has(plain) && !isRound ? 0.6 : 0;
}

/** "in 2024", "© 2020". */
const LATIN_BEFORE = new Set(['in', 'since', 'until', 'from', 'of', 'by', '©']);

const CLOSING = new Set(['"', '”', '»', '″']);

/** Prepositions that name a time before a year, whatever follows. */
const IN_YEAR = wordSet('في منذ خلال حتى بحلول قبل بعد مطلع بداية نهاية منتصف أواخر أوائل مستهل عقب طوال');

/** Prepositions before years and before counts. */
const FROM_YEAR = wordSet('من إلى بين عن عند');
const MORE_THAN = wordSet('أكثر أقل أكبر أزيد ما');

/** Words before a count, never before a year. */
const COUNTED_BEFORE = wordSet(
  `نحو حوالي زهاء قرابة رقم الرقم بلغ بلغت عدد عددهم تجاوز يقارب قتل مقتل أصيب إصابة بواقع سعر بسعر مستوى تبلغ يبلغ
   المادة الفقرة القرار قرار نقطة لمدة مدة عدة رؤية الرؤية أجندة`,
);

/** What may stand behind a year, and behind no count. */
const FOLLOWERS = wordSet(
  `في من عن على إلى حتى بعد قبل بين لكن لم لا لن كان كانت قد أن إن عندما حين بسبب بعدما حيث مع ضد هو هي وقد ومن وفي وهو
   وهي وكان وكانت ولا ولم وحتى وبعد رغم عقب خلال أمام بحسب وفقا تحت بحوالي بنحو بنسبة بواقع بفضل بعدما مقابل مقارنة
   وفق حسب فيما بينما كما ثم إذ حيث بهدف بسبب بدون دون منذ عبر نحو أو`,
);

/** Whether no noun follows that a number could count: a mark, the end, or a word that begins another phrase. */
function isLeftAlone(scan: Scan, i: number): boolean {
  const next = scan.tokens[i];
  if (!next || next.kind === 'mark' || next.folded === 'و') return true;
  return next.kind === 'word' && (/^(?:[وبف]?ال|لل)/.test(next.folded) || FOLLOWERS.has(next.folded));
}

/** A year at the beginning of a line is a date only where nothing, or a colon, stands behind it. */
function standsAlone(
  scan: Scan,
  i: number,
  years: { readonly last: number; readonly resolve: Resolve } | null,
): DateExpression | null {
  const token = scan.tokens[i];
  const after = years ? scan.tokens[years.last + 1] : undefined;
  if (!years || !token || (after && after.text !== ':')) return null;
  if (after && scan.tokens[years.last + 2]?.kind === 'number') return null;
  return expression(reachTo(scan, i, token.start, years.last), 'year', years.resolve, 0.7);
}
