import type { Value } from '../../labels/values.ts';
import type { Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';

const BETWEEN = wordSet('إلى و حتى أو - – —');

/**
 * Gives a count the unit of the measure that it is joined to: in "بين 80 و116 نبضة", "11 و10%", "35 مليارا و40 مليار
 * ريال" the first number is a measure as well.
 */
export function shareUnits(scan: Scan, readings: readonly Reading[]): readonly Reading[] {
  if (!readings.some(({ label }) => label === 'CARDINAL')) return readings;
  const shared = [...readings];
  for (let i = shared.length - 2; i >= 0; i--) {
    const count = shared[i];
    const measure = shared[i + 1];
    if (!count || !measure) continue;
    if (measure.label === 'CARDINAL' && isMinuteOfMatch(scan, count) && isLeftAlone(scan, measure.last + 1))
      shared[i + 1] = { ...measure, label: 'TIME', value: null, confidence: 0.75 };
    if (count.label !== 'CARDINAL') continue;
    const hour = measure.label === 'TIME' && isJoined(scan, count, measure) ? hourLike(count, measure) : null;
    if (hour) shared[i] = { ...count, label: 'TIME', value: hour, confidence: 0.8 };
    if (measure.label !== 'PERCENT' && measure.label !== 'MONEY' && measure.label !== 'QUANTITY') continue;
    if (!isJoined(scan, count, measure)) continue;
    const value = withUnit(count.value, measure.value);
    if (value) shared[i] = { ...count, label: measure.label, value, confidence: 0.8 };
  }
  return withoutCurrency(scan, asDegrees(scan, shared));
}

const isJoined = (scan: Scan, count: Reading, measure: Reading): boolean =>
  measure.first === count.last + 2 && BETWEEN.has(foldedAt(scan, count.last + 1));

const MINUTES = /^[وفبل]?(?:ال|ل)دقيق(?:ه|تين|تان)$/;

/** "الدقيقتين 30 و45": the second number is a minute too. */
const isMinuteOfMatch = (scan: Scan, { label, first, last }: Reading): boolean =>
  label === 'TIME' && last > first && MINUTES.test(foldedAt(scan, first)) && joinsMinutes(scan, last + 1);

const joinsMinutes = (scan: Scan, i: number): boolean =>
  foldedAt(scan, i) === 'و' && scan.tokens[i + 1]?.spaced === false;

/** "بين 5 و7 مساء": the first number is an hour of the same half of the day; null if it cannot be one. */
function hourLike({ value: count }: Reading, { value: hour }: Reading): Value | null {
  if (!count || !hour || typeof count === 'function' || typeof hour === 'function') return null;
  if (count.type !== 'number' || hour.type !== 'time' || !/^\d\d:00$/.test(hour.iso)) return null;
  const until = Number(hour.iso.slice(0, 2));
  if (!Number.isInteger(count.number) || count.number < 1 || count.number > 12) return null;
  const from = count.number + (until > 12 && count.number < 12 ? 12 : 0);
  return from < until ? { type: 'time', iso: `${String(from).padStart(2, '0')}:00` } : null;
}

const TEMPERATURE = wordSet('حرارة الحرارة');

/** "درجات حرارة بين 28 و34": degrees, though they are not named again. */
function asDegrees(scan: Scan, readings: readonly Reading[]): readonly Reading[] {
  return readings.map((count, i) => {
    if (count.label !== 'CARDINAL') return count;
    const before = readings[i - 1];
    const upper =
      before !== undefined && before.last + 2 === count.first && foldedAt(scan, count.first - 1) === 'و';
    const { first } = upper ? before : count;
    const isTemperature =
      foldedAt(scan, first - 1) === 'بين' &&
      TEMPERATURE.has(foldedAt(scan, first - 2)) &&
      /^[ولب]?(?:ال)?درج(?:ه|ات)$/.test(foldedAt(scan, first - 3));
    const { value } = count;
    return isTemperature && value && typeof value !== 'function' && value.type === 'number'
      ? { ...count, label: 'QUANTITY', value: { type: 'quantity', amount: value.number, unit: 'degree' } }
      : count;
  });
}

/** A billion: sums of money drop their currency from here on, counts of things hardly ever stand without the thing. */
const BILLION = 1e9;

/**
 * In a line that speaks of money, an amount in billions without a noun behind it is money too ("تم تخصيص 13.2 مليار
 * للإسكان"), and so is a decimal without one beside a rate of exchange ("18.45 للدولار … من 18.27").
 */
function withoutCurrency(scan: Scan, readings: readonly Reading[]): readonly Reading[] {
  const money = readings.find(({ label, value }) => label === 'MONEY' && value !== null);
  if (!money) return readings;
  const rate = readings.some(({ label, value }) => label === 'MONEY' && isUnnamed(value));
  return readings.map((count) => {
    const { value } = count;
    if (count.label !== 'CARDINAL' || !value || typeof value === 'function' || value.type !== 'number')
      return count;
    if (!isLeftAlone(scan, count.last + 1)) return count;
    const billions = value.number >= BILLION && scan.tokens[count.last]?.kind === 'word';
    const decimal = rate && /\d\.\d{2,3}$/.test(foldedAt(scan, count.last));
    const named = withUnit(value, money.value);
    return (billions || decimal) && named
      ? { ...count, label: 'MONEY', value: named, confidence: 0.75 }
      : count;
  });
}

/** An amount whose currency the text does not name. */
const isUnnamed = (value: Reading['value']): boolean =>
  value !== null && typeof value !== 'function' && value.type === 'money' && value.currency === 'XXX';

/** Whether what stands at token `i` cannot be the noun that a number counts. */
function isLeftAlone(scan: Scan, i: number): boolean {
  const next = scan.tokens[i];
  if (!next || next.kind === 'mark') return true;
  return (
    next.kind === 'word' &&
    (next.folded.startsWith('ال') || /^[ولب]ل?[^ا]/.test(next.folded) || PHRASES.has(next.folded))
  );
}

const PHRASES = wordSet('في من عن على إلى عام حتى خلال منذ مقابل للمرة مقارنة أمام بعد قبل');

function withUnit(count: Reading['value'], measure: Reading['value']): Value | null {
  if (!count || !measure || typeof count === 'function' || typeof measure === 'function') return null;
  if (count.type !== 'number') return null;
  if (measure.type === 'percent') return { type: 'percent', number: count.number };
  if (measure.type === 'money') return { ...measure, amount: count.number };
  return measure.type === 'quantity' ? { ...measure, amount: count.number } : null;
}
