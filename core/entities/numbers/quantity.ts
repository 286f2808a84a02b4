import { foldedAt } from '../scan.ts';
import type { ListedWord, Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader, Reading } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { measureNumberAt, rangeEnd } from './number-phrase.ts';

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
  ['اليوم', 'day'],
]);

/** Unit words that mean something else far from a number, or behind a small one: "8 م" is a time. */
const METRE_SIGN = 'م';
const DUALS = wordSet('كيلومترين مترين سنتيمترين طنين كيلوغرامين غرامين لترين ميلين برميلين هكتارين');

/** Measures with a unit: "430 ميلاً", "6 آلاف كيلومتر مربع", "90 كم/ساعة", "عشرة كيلومترات", "مترين". */
export const quantityAt: Reader = (scan, i) => {
  const number = measureNumberAt(scan, i);
  if (!number) {
    const single = singleAt(scan, i);
    if (single) return single;
    const dual = scan.word('unit', i);
    if (!dual || !DUALS.has(foldedAt(scan, i).slice(dual.proclitics.length))) return null;
    return reading(dual, 'QUANTITY', { type: 'quantity', amount: 2, unit: dual.value }, 0.9);
  }
  if (number.kind === 'times') return null;
  const until = rangeEnd(scan, number);
  const unit = scan.bare('unit', (until ?? number).last + 1);
  if (!unit) return null;
  if (foldedAt(scan, unit.first) === METRE_SIGN && !isMetre(scan, unit, number.number)) return null;
  const { last, name } = compound(scan, unit);
  const value =
    Number.isNaN(number.number) || until
      ? null
      : { type: 'quantity' as const, amount: number.number, unit: name };
  return reading(reachTo(scan, i, number.start, last), 'QUANTITY', value, value ? 0.95 : 0.6);
};

/** Units whose names are nothing else: "قدم" is a foot too, "درجة" a step. */
const PLAIN_UNIT =
  /^(?:square-|cubic-)?(?:milli|centi|kilo)?(?:meter|gram|liter)$|^(?:tonne|hectare|barrel)$/;
const ONE = wordSet('واحد واحدة واحدا الواحد الواحدة');

/** "سنتيمترا واحدا", "المتر المكعب الواحد": one of a unit; "للبرميل الواحد" only says what a price is for. */
function singleAt(scan: Scan, i: number): Reading | null {
  const unit = scan.word('unit', i);
  if (
    !unit ||
    unit.proclitics.endsWith('ل') ||
    !PLAIN_UNIT.test(unit.value) ||
    foldedAt(scan, i).length < SHORTEST_UNIT
  )
    return null;
  const half = scan.word('number-word', unit.last + 1);
  if (!unit.definite && half?.proclitics === 'و' && half.value.endsWith('fraction')) {
    const [above = '', below = '1'] = half.role.split('/');
    const whole = scan.bare('unit', half.last + 1);
    const last = whole?.value === unit.value ? whole.last : half.last;
    const two = DUALS.has(foldedAt(scan, i).slice(unit.proclitics.length));
    const amount = (two ? 2 : 1) + Number(above) / Number(below);
    return reading(
      reachTo(scan, i, unit.start, last),
      'QUANTITY',
      { type: 'quantity', amount, unit: unit.value },
      0.9,
    );
  }
  const one = foldedAt(scan, unit.last + 1);
  if (!ONE.has(one) || one.startsWith('ال') !== unit.definite) return null;
  const value = { type: 'quantity' as const, amount: 1, unit: unit.value };
  return reading(reachTo(scan, i, unit.start, unit.last + 1), 'QUANTITY', value, 0.9);
}

/** Shorter ones are abbreviations. */
const SHORTEST_UNIT = 3;

/** Whether "م" is the metre: not the sign of the afternoon ("8 م") or of the Christian era ("2015م"). */
function isMetre(scan: Scan, unit: ListedWord, number: number): boolean {
  const power = scan.tokens[unit.last + 1];
  if (power && !power.spaced && POWERS.has(power.folded)) return true;
  return number > 12 && !(scan.tokens[unit.first]?.spaced === false && number >= 1000 && number < 2200);
}

/** Goes on from a unit to its power ("كم²", "م2") and to what it is per ("كم/ساعة", "لتر في الثانية"). */
function compound(scan: Scan, unit: ListedWord): { readonly last: number; readonly name: string } {
  let { last, value: name } = unit;
  const power = scan.tokens[last + 1];
  if (power && !power.spaced && LENGTHS.has(name) && POWERS.has(power.folded)) {
    name = `${POWERS.get(power.folded) ?? ''}-${name}`;
    last++;
  }
  const joint = foldedAt(scan, last + 1);
  const per = joint === '/' || joint === 'في' ? PER.get(foldedAt(scan, last + 2)) : PER_ONE_WORD.get(joint);
  if (per === undefined) return { last, name };
  return { last: joint === '/' || joint === 'في' ? last + 2 : last + 1, name: `${name}-per-${per}` };
}

const LENGTHS = new Set(['meter', 'kilometer', 'centimeter', 'mile', 'foot']);
const POWERS: ReadonlyMap<string, string> = new Map([
  ['²', 'square'],
  ['2', 'square'],
  ['³', 'cubic'],
  ['3', 'cubic'],
]);
const PER_ONE_WORD: ReadonlyMap<string, string> = new Map([
  ['بالساعه', 'hour'],
  ['بالثانيه', 'second'],
  ['بالدقيقه', 'minute'],
]);
