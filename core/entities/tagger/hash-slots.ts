/**
 * Where hashes stand in an array: open addressing with linear probing, at most three fourths full. The hashes lie in the slots
 * themselves, so that one that is not there is mostly told by one look at memory.
 */
export interface HashSlots {
  /** By slot: a hash, 0 where the slot is free. */
  readonly hashes: Int32Array;
  /** By slot: the place of that hash. */
  readonly places: Int32Array;
}

/** A hash of 0 would look like a free slot: it is taken for this one. */
const FOR_ZERO = 1;

/** The slots of hashes, each at its place in the array. */
export function slotsOf(array: Int32Array): HashSlots {
  let size = 16;
  while (size * 3 < array.length * 4) size *= 2;
  const hashes = new Int32Array(size);
  const places = new Int32Array(size);
  for (let place = 0; place < array.length; place++) {
    const hash = (array[place] as number) || FOR_ZERO;
    let slot = hash & (size - 1);
    while (hashes[slot] !== 0) slot = (slot + 1) & (size - 1);
    hashes[slot] = hash;
    places[slot] = place;
  }
  return { hashes, places };
}

/** The place of a hash in the array that the slots were made for, or -1. */
export function placeOf({ hashes, places }: HashSlots, sought: number): number {
  const hash = sought || FOR_ZERO;
  const mask = hashes.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const found = hashes[slot] as number;
    if (found === hash) return places[slot] as number;
    if (found === 0) return -1;
  }
}
