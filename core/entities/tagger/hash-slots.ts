/**
 * A number for each of some hashes: open addressing with linear probing, at most three fourths full. Hash and number lie side by
 * side, so that a number mostly takes one look at memory. What is not there is mostly told before that by a filter, which
 * is small enough to stay in the processor's cache (Bloom 1970, with one bit for each hash).
 */
export interface HashSlots {
  /** A hash at even places, 0 where the slot is free, and its number behind it. */
  readonly slots: Int32Array;
  /** By the upper bits of a hash: whether there is one with these. */
  readonly filter: Int32Array;
  /** How many bits are the lower ones. */
  readonly shift: number;
}

/** A hash of 0 would look like a free slot: it is taken for this one. */
const FOR_ZERO = 1;

/** At least so many bits of the filter for each hash. */
const SPARSE = 16;

/** The slots of hashes, each with the number at its place; the first of equal hashes is found. */
export function slotsOf(hashes: Int32Array, numbers: Int32Array): HashSlots {
  let size = 16;
  while (size * 3 < hashes.length * 4) size *= 2;
  const slots = new Int32Array(2 * size);
  const mask = slots.length - 1;
  const bits = Math.max(5, 32 - Math.clz32(SPARSE * hashes.length));
  const shift = 32 - bits;
  const filter = new Int32Array(1 << (bits - 5));
  for (let i = 0; i < hashes.length; i++) {
    const hash = (hashes[i] as number) || FOR_ZERO;
    let slot = (2 * hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = numbers[i] as number;
    const bit = hash >>> shift;
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return { slots, filter, shift };
}

/** The number of a hash, or -1. */
export function numberOf({ slots, filter, shift }: HashSlots, sought: number): number {
  const hash = sought || FOR_ZERO;
  const bit = hash >>> shift;
  if ((((filter[bit >>> 5] as number) >> (bit & 31)) & 1) === 0) return -1;
  const mask = slots.length - 1;
  for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
    const found = slots[slot] as number;
    if (found === hash) return slots[slot + 1] as number;
    if (found === 0) return -1;
  }
}
