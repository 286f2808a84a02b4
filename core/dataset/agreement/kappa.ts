/**
 * Agreement on units that are given (tokens, lines), corrected for chance. Where chance alone would always agree,
 * because all ratings are of one category, or where there are no ratings, a coefficient is undefined: null, which is
 * neither 0 nor 1.
 */
export type Coefficient = number | null;

/** Units to which everybody gave the same category, counted instead of listed: most words are in no name. */
export interface Unanimous {
  readonly category: string;
  readonly units: number;
}

/**
 * Cohen's kappa of two annotators: (Po − Pe) / (1 − Pe), with Pe from each annotator's own distribution over the
 * categories. J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20
 * (1960), 37–46. `ratings` has both annotators' categories of each unit, `unanimous` counts further units.
 */
export function cohenKappa(
  ratings: Iterable<readonly [string, string]>,
  unanimous: Unanimous = NONE,
): Coefficient {
  const first = new Map([[unanimous.category, unanimous.units]]);
  const second = new Map(first);
  let { units } = unanimous;
  let agreed = units;
  for (const [a, b] of ratings) {
    units++;
    if (a === b) agreed++;
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
  }
  let chance = 0;
  for (const [category, count] of first) chance += count * (second.get(category) ?? 0);
  // In whole numbers as long as possible: a difference of 0 is then exactly 0.
  const room = units * units - chance;
  return room === 0 ? null : (agreed * units - chance) / room;
}

/**
 * Fleiss' kappa of any number of annotators, with Pe from the distribution of all ratings together. J. L. Fleiss,
 * "Measuring Nominal Scale Agreement Among Many Raters", Psychological Bulletin 76 (1971), 378–382. `ratings` has the
 * categories of each unit, one from each annotator; all units have equally many, and
 * so have those that `unanimous` counts.
 * @throws RangeError if they have not.
 */
export function fleissKappa(ratings: Iterable<readonly string[]>, unanimous: Unanimous = NONE): Coefficient {
  const totals = new Map<string, number>();
  let units = 0;
  let raters = 0;
  let agreeing = 0;
  for (const unit of ratings) {
    if (units > 0 && unit.length !== raters) throw new RangeError('Units must have equally many ratings.');
    units++;
    raters = unit.length;
    for (const [category, count] of countsOf(unit)) {
      agreeing += count * (count - 1);
      totals.set(category, (totals.get(category) ?? 0) + count);
    }
  }
  // Where no unit is listed there is one category at most, and nothing to tell.
  if (units === 0 || raters < 2) return null;
  const { category, units: further } = unanimous;
  units += further;
  agreeing += further * raters * (raters - 1);
  totals.set(category, (totals.get(category) ?? 0) + further * raters);
  const all = units * raters;
  let squares = 0;
  for (const count of totals.values()) squares += count * count;
  if (squares === all * all) return null;
  const observed = agreeing / (all * (raters - 1));
  const chance = squares / (all * all);
  return (observed - chance) / (1 - chance);
}

const NONE: Unanimous = { category: '', units: 0 };

/** How often each value occurs. */
export function countsOf(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
