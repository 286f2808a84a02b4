import type { Span } from '../../text/span.ts';
import type { Coefficient } from './kappa.ts';

/** A unit that an annotator marked on a continuum. Ends are exclusive, in whatever the continuum is measured. */
export interface Unit extends Span {
  readonly label: string;
}

/** A continuum from 0 to `length`, and what each annotator marked on it: sorted, without overlaps. */
export interface Continuum {
  readonly length: number;
  readonly units: readonly (readonly Unit[])[];
}

/** The two coefficients of the family that speak of the whole continuum; null: undefined, nothing varies. */
export interface UnitisedAlpha {
  /** Where units begin and end and what they are, gaps included: uα for nominal values. */
  readonly nominal: Coefficient;
  /** What is marked at all, whatever its label: |uα. */
  readonly binary: Coefficient;
}

const GAP = '';

/**
 * Krippendorff's alpha for unitising: whether annotators find the same units at the same places, corrected for
 * chance. K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, "On the reliability of unitizing textual continua:
 * Further developments", Quality & Quantity 50 (2016), 2347–2364: uα (equations 1 to 5) and |uα (6). Observed
 * coincidences are the lengths that units and gaps of different annotators share; expected ones come from the total
 * lengths, where a unit cannot meet itself: its squared length is taken away, of a gap, which has no inner structure,
 * its length alone. Several continua (articles) count as one long one; each has the same annotators.
 */
export function unitisedAlpha(continua: readonly Continuum[]): UnitisedAlpha {
  const annotators = continua[0]?.units.length ?? 0;
  if (annotators < 2) return { nominal: null, binary: null };
  const lengths = new Map<string, number>();
  const squares = new Map<string, number>();
  let all = 0;
  let shared = 0;
  let sharedBinary = 0;
  for (const { length, units } of continua) {
    all += annotators * length;
    const partitions = units.map((own) => partition(own, length));
    for (const segments of partitions)
      for (const { label, start, end } of segments) {
        add(lengths, label, end - start);
        add(squares, label, label === GAP ? end - start : (end - start) ** 2);
      }
    for (const [i, one] of partitions.entries())
      for (const other of partitions.slice(i + 1)) {
        const { same, alike } = coincidences(one, other);
        // Each pair of annotators counts in both directions.
        shared += (2 * same) / (annotators - 1);
        sharedBinary += (2 * alike) / (annotators - 1);
      }
  }
  const totalSquares = sum(squares.values());
  const room = all * all - totalSquares;
  // The expected coincidence of a category with itself, and what is left of all lengths.
  const expectedSame = (length: number, square: number): number => (all * (length * length - square)) / room;
  let expected = 0;
  for (const [label, length] of lengths) expected += expectedSame(length, squares.get(label) ?? 0);
  const gaps = lengths.get(GAP) ?? 0;
  const gapSquares = squares.get(GAP) ?? 0;
  const expectedBinary = expectedSame(gaps, gapSquares) + expectedSame(all - gaps, totalSquares - gapSquares);
  return {
    nominal: lengths.size < 2 ? null : alphaOf(all - shared, all - expected),
    binary: gaps === 0 || gaps === all ? null : alphaOf(all - sharedBinary, all - expectedBinary),
  };
}

const alphaOf = (observed: number, expected: number): Coefficient =>
  expected > 0 ? 1 - observed / expected : null;

/** A continuum cut into units and the gaps between them. */
function partition(units: readonly Unit[], length: number): Unit[] {
  const segments: Unit[] = [];
  let at = 0;
  for (const unit of units) {
    if (unit.start > at) segments.push({ start: at, end: unit.start, label: GAP });
    segments.push(unit);
    at = unit.end;
  }
  if (at < length) segments.push({ start: at, end: length, label: GAP });
  return segments;
}

/** What two partitions of one continuum share: lengths of the same label, and of the same being a gap or none. */
function coincidences(one: readonly Unit[], other: readonly Unit[]): { same: number; alike: number } {
  let same = 0;
  let alike = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const a = one[i] as Unit;
    const b = other[j] as Unit;
    const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
    if (a.label === b.label) same += common;
    if ((a.label === GAP) === (b.label === GAP)) alike += common;
    if (a.end <= b.end) i++;
    if (b.end <= a.end) j++;
  }
  return { same, alike };
}

const add = (map: Map<string, number>, key: string, value: number): void =>
  void map.set(key, (map.get(key) ?? 0) + value);

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
