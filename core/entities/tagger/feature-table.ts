import { MOST_FEATURES } from './feature-list.ts';
import type { FeatureList } from './feature-list.ts';
import { numberOf, slotsOf } from './hash-slots.ts';
import type { HashSlots } from './hash-slots.ts';

/**
 * The learnt weights of some features. A weight is a whole number of steps, and belongs to one of a feature's cells: what
 * a cell stands for, as a state, or an offset and a state, is the business of whoever keeps and asks. All that a feature says
 * lies together, so that one look-up finds it.
 */
export interface FeatureTable {
  /** Where a feature's block begins. */
  readonly slots: HashSlots;
  /** Block by block: the number of its weights, then for each its cell and the weight in steps. */
  readonly blocks: Int8Array;
  /** What a weight of 1 stands for. */
  readonly step: number;
}

/** Adds the weights of a feature, if it is kept, to the sums of the cells that begin at `at`. */
export function addWeights(
  { slots, blocks }: FeatureTable,
  hash: number,
  sums: Int32Array,
  at: number,
): void {
  const block = numberOf(slots, hash);
  if (block >= 0) addBlock(blocks, block, sums, at);
}

const found = new Int32Array(MOST_FEATURES);

/**
 * Adds the weights of all features of a list. They are looked up first, one right behind the other, so that the processor fetches
 * several at a time from memory.
 */
export function addAllWeights(
  { slots, blocks }: FeatureTable,
  { hashes, length }: FeatureList,
  sums: Int32Array,
): void {
  let count = 0;
  for (let i = 0; i < length; i++) {
    const block = numberOf(slots, hashes[i] as number);
    found[count] = block;
    if (block >= 0) count++;
  }
  for (let i = 0; i < count; i++) addBlock(blocks, found[i] as number, sums, 0);
}

/** Adds the weights of a block, as those of a table, to the sums of the cells that begin at `at`. */
export function addBlock(blocks: Int8Array, block: number, sums: Int32Array, at: number): void {
  const end = block + 2 * (blocks[block] as number);
  for (let i = block + 1; i < end; i += 2)
    (sums[at + (blocks[i] as number)] as number) += blocks[i + 1] as number;
}

/** One weight of a feature, as training hands it over. */
export interface Weight {
  readonly hash: number;
  /** Below 127. */
  readonly cell: number;
  readonly weight: number;
}

/** No weight is more steps than this, on either side. */
const LARGEST = 127;

const HEADER = 8;

/**
 * Writes weights as bytes: the number of features, the step, the features' hashes, then their blocks in the same order. A
 * weight is kept to within half a step: what rounds to nothing is left out.
 * @param largest weights beyond it, on either side, are cut down to it
 */
export function serialiseTable(rows: Iterable<Weight>, largest: number): Uint8Array {
  const step = largest / LARGEST;
  const byFeature = new Map<number, number[]>();
  for (const { hash, cell, weight } of rows) {
    const steps = Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));
    if (steps === 0) continue;
    const block = byFeature.get(hash);
    if (block) block.push(cell, steps);
    else byFeature.set(hash, [cell, steps]);
  }
  const ordered = [...byFeature].sort(([a], [b]) => a - b);
  const size = ordered.reduce((sum, [, block]) => sum + 1 + block.length, 0);
  const bytes = new Uint8Array(HEADER + ordered.length * 4 + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, ordered.length, true);
  view.setFloat32(4, step, true);
  let at = HEADER + ordered.length * 4;
  for (const [i, [hash, block]] of ordered.entries()) {
    view.setInt32(HEADER + i * 4, hash, true);
    bytes[at++] = block.length / 2;
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/**
 * Reads what serialiseTable wrote.
 * @throws Error if the bytes are cut short
 */
export function parseTable(bytes: Uint8Array): FeatureTable {
  const damaged = (): Error => new Error('The weights of the tagger are damaged; build them again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER) throw damaged();
  const features = view.getUint32(0, true);
  const start = HEADER + features * 4;
  if (bytes.byteLength < start) throw damaged();
  const blocks = new Int8Array(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const hashes = new Int32Array(features);
  const starts = new Int32Array(features);
  let end = 0;
  for (let i = 0; i < features; i++) {
    hashes[i] = view.getInt32(HEADER + i * 4, true);
    starts[i] = end;
    end += 1 + 2 * (blocks[end] ?? 0);
  }
  if (end !== blocks.length) throw damaged();
  return { slots: slotsOf(hashes, starts), blocks, step: view.getFloat32(4, true) };
}
