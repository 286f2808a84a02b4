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
export function shareUnits<T extends Reading>(scan: Scan, readings: readonly T[]): T[] {
  const shared = [...readings];
  for (let i = shared.length - 2; i >= 0; i--) {
    const count = shared[i];
    const measure = shared[i + 1];
    if (!count || !measure || count.label !== 'CARDINAL') continue;
    if (measure.label !== 'PERCENT' && measure.label !== 'MONEY' && measure.label !== 'QUANTITY') continue;
    if (measure.first !== count.last + 2 || !BETWEEN.has(foldedAt(scan, count.last + 1))) continue;
    const value = withUnit(count.value, measure.value);
    if (value) shared[i] = { ...count, label: measure.label, value, confidence: 0.8 };
  }
  return shared;
}

function withUnit(count: Reading['value'], measure: Reading['value']): Value | null {
  if (!count || !measure || typeof count === 'function' || typeof measure === 'function') return null;
  if (count.type !== 'number') return null;
  if (measure.type === 'percent') return { type: 'percent', number: count.number };
  if (measure.type === 'money') return { ...measure, amount: count.number };
  return measure.type === 'quantity' ? { ...measure, amount: count.number } : null;
}
