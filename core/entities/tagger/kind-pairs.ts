import { addBlock, addWeights } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { kindPairFeature, LEFT, RIGHT } from './features.ts';
import { widened } from './room.ts';
import { STATES } from './states.ts';

/** Classes of words are below this; -1 is a word without one. */
const KINDS = 256;

/** What the weights say of two neighbouring classes of words, worked out once for each two. */
export interface KindPairs {
  readonly table: FeatureTable;
  /** By left and right class: where the block begins, 0 where it is not known yet. */
  readonly starts: Int32Array;
  /** As in a FeatureTable; the cells are the states of the left token, then those of the right one. */
  blocks: Int8Array;
  length: number;
}

/** An empty memory over weights. */
export const createKindPairs = (table: FeatureTable): KindPairs => ({
  table,
  starts: new Int32Array((KINDS + 1) * (KINDS + 1)),
  blocks: new Int8Array(1 << 14),
  length: 1,
});

/** Adds what two classes say to the scores of the left token, which begin at `at`, and to those of the right one behind them. */
export function addKindPair(
  pairs: KindPairs,
  left: number,
  right: number,
  scores: Int32Array,
  at: number,
): void {
  const key = (left + 1) * (KINDS + 1) + right + 1;
  const block = (pairs.starts[key] ||= enter(pairs, left, right));
  addBlock(pairs.blocks, block, scores, at);
}

const cells = new Int32Array(2 * STATES);

function enter(pairs: KindPairs, left: number, right: number): number {
  const { table, length } = pairs;
  cells.fill(0);
  if (left >= 0) addWeights(table, kindPairFeature(left, right, LEFT), cells, 0);
  if (right >= 0) addWeights(table, kindPairFeature(left, right, RIGHT), cells, STATES);
  if (length + 1 + 2 * cells.length > pairs.blocks.length)
    pairs.blocks = widened(pairs.blocks, 2 * pairs.blocks.length);
  let end = length + 1;
  for (const [cell, weight] of cells.entries()) {
    if (weight === 0) continue;
    pairs.blocks[end++] = cell;
    pairs.blocks[end++] = weight;
  }
  pairs.blocks[length] = (end - length - 1) / 2;
  pairs.length = end;
  return length;
}
