import { ENTITY_LABELS } from '../../labels/entity-labels.ts';
import type { EntityLabel } from '../../labels/entity-labels.ts';
import type { Weights } from '../weights.ts';

/**
 * The learnt judgement of candidates: two logistic models over binary features, which are known by their hashes
 * (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). The first judges a candidate from its
 * line, the second from that and from what the whole article says. Weights are in log odds, by slot.
 */
export interface ScorerModel {
  readonly line: Float32Array;
  readonly article: Float32Array;
  /** How much of what the line said, in log odds, goes into the judgement from the article. */
  readonly carried: number;
  /** A mark that is less sure than this is only a weak suggestion: where it lies, F1 is best. */
  readonly threshold: number;
}

/** The section of the weights that the scorer reads. */
export const SCORER_SECTION = 'scorer';

/** Slots of weights of each of the two: a power of two. */
export const SLOTS = 1 << 15;

/** The slot of a feature. */
export const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** The probability of some log odds. */
export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const HEADER = 8;
/** A weight is kept as a multiple of this. */
const STEP = 1 / 1024;

/** Writes a model: how much is carried, the threshold, then the weights by slot in steps. */
export function serialiseScorer({ line, article, carried, threshold }: ScorerModel): Uint8Array {
  const bytes = new Uint8Array(HEADER + SLOTS * 4);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, carried, true);
  view.setFloat32(4, threshold, true);
  for (const [part, weights] of [line, article].entries())
    for (let slot = 0; slot < SLOTS; slot++) {
      const steps = Math.round((weights[slot] as number) / STEP);
      view.setInt16(HEADER + (part * SLOTS + slot) * 2, Math.max(-32768, Math.min(32767, steps)), true);
    }
  return bytes;
}

/**
 * The scorer, or null where the weights have none.
 * @throws Error if its section is damaged
 */
export function createScorer(weights: Weights): ScorerModel | null {
  const bytes = weights.get(SCORER_SECTION);
  if (!bytes) return null;
  if (bytes.byteLength !== HEADER + SLOTS * 4)
    throw new Error('The weights of the scorer are damaged; build them again.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (part: number): Float32Array =>
    Float32Array.from(
      { length: SLOTS },
      (_, slot) => view.getInt16(HEADER + (part * SLOTS + slot) * 2, true) * STEP,
    );
  return {
    line: read(0),
    article: read(1),
    carried: view.getFloat32(0, true),
    threshold: view.getFloat32(4, true),
  };
}

const NUMBERS: ReadonlyMap<EntityLabel, number> = new Map(ENTITY_LABELS.map((label, i) => [label, i + 1]));

/** The number of a label, from 1 on. */
export const numberOf = (label: EntityLabel): number => NUMBERS.get(label) as number;
