/** Where hashes stand in an array: open addressing, the place plus one at a hash's slot or the next free one; 0 is free. */
export function slotsOf(hashes: Int32Array): Int32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let i = 0; i < hashes.length; i++) {
    let slot = (hashes[i] as number) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = i + 1;
  }
  return slots;
}

/** The place of a hash in the array that the slots were made for, or -1. */
export function placeOf(slots: Int32Array, hashes: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const place = (slots[slot] as number) - 1;
    if (place < 0 || hashes[place] === hash) return place;
  }
}
