import { placeOf, slotsOf } from './hash-slots.ts';
import type { HashSlots } from './hash-slots.ts';

/** The learnt weights: for each kept feature, the states that it speaks for or against. */
export interface FeatureTable {
  /** The number of a feature by its hash. */
  readonly slots: HashSlots;
  /** Where a feature's states and weights begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly states: Uint8Array;
  readonly weights: Int8Array;
  /** What a weight of 1 stands for. */
  readonly scale: number;
}

/** The number of a feature, or -1 if it is not kept. */
const findFeature = ({ slots }: FeatureTable, hash: number): number => placeOf(slots, hash);

/** Adds the weights of a feature, if it is kept, to the scores of the states that begin at `at`. */
export function addWeights(table: FeatureTable, hash: number, scores: Float32Array, at: number): void {
  const feature = findFeature(table, hash);
  if (feature < 0) return;
  const { starts, states, weights, scale } = table;
  const end = starts[feature + 1] as number;
  for (let i = starts[feature] as number; i < end; i++)
    (scores[at + (states[i] as number)] as number) += (weights[i] as number) * scale;
}

/** The weight of a feature for one state. */
export function weightOf(table: FeatureTable, hash: number, state: number): number {
  const feature = findFeature(table, hash);
  if (feature < 0) return 0;
  for (let i = table.starts[feature] as number; i < (table.starts[feature + 1] as number); i++)
    if (table.states[i] === state) return (table.weights[i] as number) * table.scale;
  return 0;
}

/** One weight of a feature, as training hands it over. */
export interface Weight {
  readonly hash: number;
  readonly state: number;
  readonly weight: number;
}

const LARGEST = 127;

/**
 * Writes weights as bytes: the number of features and of weights, the scale, then by feature its hash and number of
 * weights, then states and weights. A weight is kept as an eighth of a bit: what rounds to nothing is left out.
 * @param largest weights beyond it, on either side, are cut down to it
 */
export function serialiseTable(rows: Iterable<Weight>, largest: number): Uint8Array {
  const scale = largest / LARGEST;
  const byFeature = new Map<number, { states: number[]; weights: number[] }>();
  for (const { hash, state, weight } of rows) {
    const rounded = Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scale)));
    if (rounded === 0) continue;
    let feature = byFeature.get(hash);
    if (!feature) byFeature.set(hash, (feature = { states: [], weights: [] }));
    feature.states.push(state);
    feature.weights.push(rounded);
  }
  const ordered = [...byFeature].sort(([a], [b]) => a - b);
  const count = ordered.reduce((sum, [, { states }]) => sum + states.length, 0);
  const bytes = new Uint8Array(12 + ordered.length * 5 + count * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, ordered.length, true);
  view.setUint32(4, count, true);
  view.setFloat32(8, scale, true);
  let at = 12 + ordered.length * 5;
  for (const [i, [hash, { states }]] of ordered.entries()) {
    view.setInt32(12 + i * 4, hash, true);
    bytes[12 + ordered.length * 4 + i] = states.length;
    bytes.set(states, at);
    at += states.length;
  }
  const weights = new Int8Array(bytes.buffer, at);
  at = 0;
  for (const [, feature] of ordered) {
    weights.set(feature.weights, at);
    at += feature.weights.length;
  }
  return bytes;
}

/**
 * Reads what serialiseTable wrote.
 * @throws Error if the bytes are cut short
 */
export function parseTable(bytes: Uint8Array): FeatureTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const features = bytes.byteLength < 12 ? 0 : view.getUint32(0, true);
  const count = bytes.byteLength < 12 ? 0 : view.getUint32(4, true);
  if (bytes.byteLength !== 12 + features * 5 + count * 2)
    throw new Error('The weights of the tagger are damaged; build them again.');
  const scale = view.getFloat32(8, true);
  const hashes = new Int32Array(features);
  const starts = new Uint32Array(features + 1);
  for (let i = 0; i < features; i++) {
    hashes[i] = view.getInt32(12 + i * 4, true);
    starts[i + 1] = (starts[i] as number) + (bytes[12 + features * 4 + i] as number);
  }
  const at = bytes.byteOffset + 12 + features * 5;
  return {
    slots: slotsOf(hashes),
    starts,
    states: new Uint8Array(bytes.buffer, at, count),
    weights: new Int8Array(bytes.buffer, at + count, count),
    scale,
  };
}
