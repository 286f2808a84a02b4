import type { TrainingDocument } from './documents.ts';

/** In how many parts the documents are cut, each of which is judged by what was learnt from the others. */
export const FOLDS = 4;

/**
 * The fold of each house: a house is in one fold as a whole, so that what is learnt is always tried on other outlets.
 * The largest come first, each into the fold that has least so far.
 */
export function foldsOf(documents: readonly TrainingDocument[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { house, entities } of documents) sizes.set(house, (sizes.get(house) ?? 0) + entities.length);
  const loads = new Array<number>(FOLDS).fill(0);
  const folds = new Map<string, number>();
  for (const [house, size] of [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const fold = loads.indexOf(Math.min(...loads));
    folds.set(house, fold);
    (loads[fold] as number) += size;
  }
  return folds;
}
