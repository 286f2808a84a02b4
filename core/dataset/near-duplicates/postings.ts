/** Who else had a key: items by number, entered in rising order. */
export interface Postings {
  /**
   * Enters an item under a key and hands each earlier item of the same key to `meet`, the latest first, at most
   * `MOST_MET` of them; returns whether those were all. Keys are integers from 0 to 2^32 - 1; an item enters a key once.
   */
  readonly enter: (key: number, item: number, meet: (earlier: number) => void) => boolean;
}

/**
 * What stands in a thousand articles is a formula; it must not make a million pairs. Articles that have nothing else in
 * common need not meet, and copies of one article meet their neighbours in the list, which is enough to join them all.
 */
const MOST_MET = 30;

/** An index in typed arrays, some twenty bytes an entry: a collection has millions. */
export function createPostings(): Postings {
  let heads = new Int32Array(1 << 12);
  let keys = new Uint32Array(1 << 12);
  let items = new Int32Array(1 << 12);
  let next = new Int32Array(1 << 12);
  let length = 0;
  const bucketOf = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 0) & (heads.length - 1);
  const grow = (): void => {
    const larger = 2 * keys.length;
    keys = copyInto(new Uint32Array(larger), keys);
    items = copyInto(new Int32Array(larger), items);
    next = new Int32Array(larger);
    heads = new Int32Array(larger);
    for (let entry = 0; entry < length; entry++) link(entry);
  };
  // Entries are numbered from 1 in the chains, so that 0 ends one.
  const link = (entry: number): void => {
    const bucket = bucketOf(keys[entry] as number);
    next[entry] = heads[bucket] as number;
    heads[bucket] = entry + 1;
  };
  return {
    enter(key, item, meet) {
      let met = 0;
      let at = heads[bucketOf(key)] as number;
      for (; at !== 0 && met < MOST_MET; at = next[at - 1] as number)
        if (keys[at - 1] === key) {
          meet(items[at - 1] as number);
          met++;
        }
      if (length === keys.length) grow();
      keys[length] = key;
      items[length] = item;
      link(length++);
      return at === 0;
    },
  };
}

function copyInto<T extends Uint32Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
