/** How many weights there are; a power of two. Features that share a slot share a weight (feature hashing). */
export const SLOTS = 4096;

/** The slot of a feature's value: `feature` tells which feature, `value` is any 32-bit number. */
export function slotOf(feature: number, value: number): number {
  let hash = Math.imul(feature + 1, 0x9e3779b1) ^ value;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}
