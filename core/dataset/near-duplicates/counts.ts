/** Counts by key, in typed arrays: a collection has more keys than a Map can hold. */
export interface Counts {
  /** Counts one more of a key, an integer from 0 to 2^32 - 1. */
  readonly add: (key: number) => void;
  readonly of: (key: number) => number;
}

/** No counts yet: open addressing, at most two thirds full. */
export function createCounts(): Counts {
  let keys = new Uint32Array(1 << 12);
  let counts = new Uint32Array(1 << 12);
  let used = 0;
  const placeOf = (key: number): number => {
    const mask = keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (counts[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  };
  const grow = (): void => {
    const [oldKeys, oldCounts] = [keys, counts];
    keys = new Uint32Array(2 * oldKeys.length);
    counts = new Uint32Array(2 * oldCounts.length);
    for (const [i, count] of oldCounts.entries()) {
      if (count === 0) continue;
      const place = placeOf(oldKeys[i] as number);
      keys[place] = oldKeys[i] as number;
      counts[place] = count;
    }
  };
  return {
    add(key) {
      const place = placeOf(key);
      if (counts[place] === 0) {
        keys[place] = key;
        used++;
      }
      counts[place] = (counts[place] as number) + 1;
      if (3 * used > 2 * keys.length) grow();
    },
    of: (key) => counts[placeOf(key)] as number,
  };
}
