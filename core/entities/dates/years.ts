import { foldedAt, isDash } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reachTo } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { yearAt } from './calendar-date.ts';
import { parseDigits } from '../numbers/numerals.ts';
import {
  deicticAt,
  expression,
  isAfterPreposition,
  SAME,
  timeUnitAt,
  timeWordAt,
  unknown,
} from './date-expression.ts';
import type { DateExpression, DateReader } from './date-expression.ts';
import { hijriYearPeriod, span, unitPeriod, yearPeriod, yearsPeriod } from './periods.ts';
import type { Resolve } from './periods.ts';

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
  const written = yearsAt(scan, kind + 1) ?? bracketedYearAt(scan, kind + 1);
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

const yearsAway =
  (offset: number): Resolve =>
  (published) =>
    published === null ? null : unitPeriod(published, 'P1Y', offset);

/** One year or two with a dash between ("2011 - 2014", "2022/23"). */
function yearsAt(scan: Scan, i: number): { readonly last: number; readonly resolve: Resolve } | null {
  const year = yearAt(scan, i);
  if (!year) return null;
  const second = scan.tokens[year.last + 2];
  if (isJoint(scan, year.last + 1) && second?.kind === 'number') {
    const until = parseDigits(second.folded);
    const full = second.folded.length === 2 ? Math.floor(year.year / 100) * 100 + until : until;
    const further = isJoint(scan, year.last + 3) && scan.tokens[year.last + 4]?.kind === 'number';
    const isYears = second.folded.length === 2 || second.folded.length === 4;
    // Hijri years stand beside the other way round as well: "1437/1436هـ".
    if (!further && isYears && full !== year.year && full >= year.year - 1 && full < year.year + 100)
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

const spanOfYears = (first: number, last: number, calendar: 'gregorian' | 'hijri' | null): Resolve => {
  if (calendar !== 'hijri' && first >= 1500) return () => yearsPeriod(first, last);
  return () => {
    const a = hijriYearPeriod(first);
    const b = hijriYearPeriod(last);
    return a && b && span(a.from, b.to);
  };
};

/** A dash or a slash between two years. */
const isJoint = (scan: Scan, i: number): boolean => isDash(scan, i) || foldedAt(scan, i) === '/';

function bareYearAt(scan: Scan, i: number): DateExpression | null {
  const years = yearsAt(scan, i);
  const token = scan.tokens[i];
  const before = scan.tokens[i - 1];
  if (!years || !token || before === undefined) return standsAlone(scan, i, years);
  const single = years.last === i;
  const year = parseDigits(token.folded);
  if (single && (year < 1900 || year > 2100)) return null;
  const after = scan.tokens[years.last + 1];
  if (after && (COUNT_AFTER.has(after.text) || (!after.spaced && after.kind === 'latin'))) return null;
  if (!token.spaced && before.kind !== 'word' && !'(،©'.includes(before.text)) return null;
  const proclitic = before.kind === 'word' && !token.spaced && before.folded.length === 1;
  const supported =
    isAfterPreposition(scan, i, '') ||
    LATIN_BEFORE.has(before.folded) ||
    (single && isLeftAlone(scan, i + 1) && YEAR_HEADS.has(before.folded)) ||
    (proclitic && before.folded !== 'و') ||
    (before.folded === 'و' && yearAt(scan, i - 2) !== null) ||
    (before.text === '(' && after?.text === ')') ||
    !single;
  return supported
    ? expression(reachTo(scan, i, token.start, years.last), 'year', years.resolve, single ? 0.8 : 0.85)
    : null;
}

/** "in 2024", "© 2020". */
const LATIN_BEFORE = new Set(['in', 'since', 'until', 'from', 'of', 'by', '©']);

/** Nouns that a year tells apart: "انتفاضة 2011", "انتخابات 2024", "موسم 2018". */
const YEAR_HEADS = wordSet(
  `انتفاضة ثورة حرب انتخابات أزمة موسم ميزانية موازنة اتفاق اتفاقية حدود نسخة دورة هزيمة نكسة نكبة مونديال دستور حصار
   عدوان مجزرة زلزال انقلاب احتجاجات أحداث صيغة طبعة مطلع الثورة الانتفاضة`,
);

/** Whether no noun follows that a number could count: a mark, the end, or a word that begins another phrase. */
function isLeftAlone(scan: Scan, i: number): boolean {
  const next = scan.tokens[i];
  if (!next || next.kind === 'mark') return true;
  return next.kind === 'word' && /^(?:ال|[وبل]|في$|من$|عن$|علي$)/.test(next.folded);
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
