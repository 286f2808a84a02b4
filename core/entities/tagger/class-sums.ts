import { createFeatureList } from './feature-list.ts';
import { addAllWeights } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { classFeatures } from './features.ts';
import { SIDES, STATES } from './states.ts';
import type { WordClasses } from './word-classes.ts';

/**
 * What the weights say of a word by what raw news tells of it. Nearly every class speaks of every offset and state; so columns
 * go in groups of which few combinations are met, and each combination is summed up once.
 */
export interface ClassSums {
  readonly table: FeatureTable;
  readonly classes: WordClasses;
  /** By group of columns and by their values, as characters: by offset and state. */
  readonly known: readonly Map<string, Int32Array>[];
}

/** Where groups of columns begin: how frequent a word is, its class, what stands around it. */
const GROUPS = [0, 1, 4];

/** An empty memory over weights. */
export const createClassSums = (table: FeatureTable, classes: WordClasses): ClassSums => ({
  table,
  classes,
  known: GROUPS.map(() => new Map()),
});

/** Adds what is said of the word at a place among the classes to sums by offset and state. */
export function addClasses({ table, classes, known }: ClassSums, place: number, sums: Int32Array): void {
  const { values, columns } = classes;
  const at = place * columns.length;
  for (const [group, first] of GROUPS.entries()) {
    const end = Math.min(GROUPS[group + 1] ?? columns.length, columns.length);
    const key = String.fromCharCode(...values.subarray(at + first, at + end));
    const ofGroup = known[group] as Map<string, Int32Array>;
    let row = ofGroup.get(key);
    if (!row) ofGroup.set(key, (row = sumUp(table, classes, place, first, end)));
    for (let cell = 0; cell < row.length; cell++) (sums[cell] as number) += row[cell] as number;
  }
}

const features = createFeatureList();

function sumUp(
  table: FeatureTable,
  classes: WordClasses,
  place: number,
  first: number,
  end: number,
): Int32Array {
  const row = new Int32Array(SIDES * STATES);
  features.length = 0;
  classFeatures(classes, place, first, end, features);
  addAllWeights(table, features, row);
  return row;
}
