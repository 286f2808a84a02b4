import { reachTo } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { deicticAt, expression, timeUnitAt, timeWordAt, unknown } from './date-expression.ts';
import type { DateExpression, DateReader } from './date-expression.ts';
import { hijriYearsPeriod, unitPeriod, yearsPeriod } from './periods.ts';
import type { Resolve } from './periods.ts';
import { beforeChristEnd } from './written-year.ts';

const AGE = wordSet('عمره عمرها العمر عمرهم عمري عمرهما');
const ERAS = wordSet('الميلادي الميلادية الهجري الهجرية');
const NAMED_CENTURIES = wordSet('الوسطى الأولى الماضية');

/** Centuries: "القرن الـ 17", "القرن العشرين", "القرن الماضي", "القرون الوسطى". */
export const centuryAt: DateReader = (scan, i) => {
  const noun = timeUnitAt(scan, i);
  if (noun?.unit !== 'P100Y' || !noun.definite) return null;
  const at = noun.last + 1;
  if (noun.form === 'few')
    return NAMED_CENTURIES.has(foldedAt(scan, at))
      ? expression(reachTo(scan, i, noun.start, at), 'year', unknown, 0.9)
      : null;
  const deictic = deicticAt(scan, at);
  if (deictic)
    return expression(
      reachTo(scan, i, noun.start, deictic.last),
      'year',
      (published) => (published === null ? null : unitPeriod(published, 'P100Y', deictic.offset)),
      0.95,
    );
  const ordinal = scan.bare('ordinal', at);
  const number = ordinal?.definite ? null : centuryNumber(scan, at);
  const century = ordinal?.definite ? Number(ordinal.value) : number?.number;
  let last = ordinal?.definite ? ordinal.last : number?.last;
  if (century === undefined || last === undefined || !(century >= 1 && century <= 30)) return null;
  const beforeChrist = beforeChristEnd(scan, last + 1);
  if (beforeChrist >= 0) last = beforeChrist;
  else if (ERAS.has(foldedAt(scan, last + 1))) last++;
  // "القرن الثالث الهجري/التاسع الميلادي"
  const other = foldedAt(scan, last + 1) === '/' ? scan.bare('ordinal', last + 2) : null;
  const isOther = other?.definite === true && ERAS.has(foldedAt(scan, other.last + 1));
  const hijri = foldedAt(scan, last).startsWith('الهجري');
  const resolve: Resolve = () =>
    hijri
      ? hijriYearsPeriod(century * 100 - 99, century * 100)
      : beforeChrist >= 0
        ? yearsPeriod(1 - century * 100, 100 - century * 100)
        : yearsPeriod(century * 100 - 99, century * 100);
  const end = isOther ? other.last + 1 : last;
  return expression(reachTo(scan, i, noun.start, end), 'year', resolve, 0.95);
};

/** "الـ 17", "17", "العشرين". */
function centuryNumber(scan: Scan, i: number): { readonly number: number; readonly last: number } | null {
  const found = numberPhraseAt(scan, i);
  return found && Number.isInteger(found.number) && (found.definite || found.written === 'digits')
    ? found
    : null;
}

/** Decades: "الثمانينات", "ثلاثينيات القرن الماضي", "الستينيات من القرن العشرين", "العشرينات من عمره". */
export const decadeAt: DateReader = (scan, i) => {
  const decade = timeWordAt(scan, i, 'decade');
  if (!decade) return null;
  const tens = Number(decade.detail);
  const of = foldedAt(scan, decade.last + 1) === 'من' ? decade.last + 2 : decade.last + 1;
  const owner = scan.tokens[of];
  if (owner && AGE.has(owner.folded))
    return expression(reachTo(scan, i, decade.start, of), 'duration', unknown, 0.9);
  const century: DateExpression | null = centuryAt(scan, of);
  const whole = century && century.start === owner?.start ? century : null;
  const resolve: Resolve = (published) => {
    if (!whole) return yearsPeriod(1900 + tens, 1909 + tens);
    const found = whole.resolve(published);
    const first = found ? Number(found.iso.slice(0, 4)) - 1 + tens : NaN;
    return found && yearsPeriod(first, first + 9);
  };
  return expression(
    reachTo(scan, i, decade.start, whole?.last ?? decade.last),
    'year',
    resolve,
    whole ? 0.97 : 0.8,
  );
};
