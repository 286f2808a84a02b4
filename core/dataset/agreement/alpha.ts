import { countsOf } from './kappa.ts';
import type { Coefficient } from './kappa.ts';

/**
 * Krippendorff's alpha for nominal values: 1 − Do / De, for any number of annotators and with missing values. K.
 * Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C. `units` has the values that each unit
 * was given; a value that is missing is left out, and a unit with fewer than two values counts for nothing; `unanimous` counts
 * the values of further units, each of which has one value alone, twice or more. Undefined
 * (null) where the values do not vary or no unit has two.
 */
export function krippendorffAlpha(
  units: Iterable<readonly string[]>,
  unanimous: { readonly category: string; readonly values: number } = { category: '', values: 0 },
): Coefficient {
  const totals = new Map([[unanimous.category, unanimous.values]]);
  let { values } = unanimous;
  let disagreeing = 0;
  for (const unit of units) {
    const size = unit.length;
    if (size < 2) continue;
    let agreeingPairs = 0;
    for (const [value, count] of countsOf(unit)) {
      agreeingPairs += count * (count - 1);
      totals.set(value, (totals.get(value) ?? 0) + count);
    }
    disagreeing += (size * (size - 1) - agreeingPairs) / (size - 1);
    values += size;
  }
  let equal = 0;
  for (const count of totals.values()) equal += count * (count - 1);
  const unequal = values * (values - 1) - equal;
  return unequal === 0 ? null : 1 - ((values - 1) * disagreeing) / unequal;
}
