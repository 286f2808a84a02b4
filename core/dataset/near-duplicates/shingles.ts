/**
 * The shingles of a text: every run of `SHINGLE` words that follow each other, each as a number, each once, sorted.
 * Broder, On the resemblance and containment of documents (1997). A shorter text is one shingle; a text without words
 * has none. Numbers have 52 bits, so that no two runs of words share one in any collection that fits a disk.
 */
export function shinglesOf(words: readonly string[]): Float64Array {
  const size = Math.min(SHINGLE, words.length);
  if (size === 0) return new Float64Array();
  const hashes = words.map(hashOf);
  const found = new Set<number>();
  for (let i = 0; i + size <= words.length; i++) {
    let low = 0x811c9dc5;
    let high = 0x1b873593;
    for (let k = i; k < i + size; k++) {
      const hash = hashes[k] as number;
      low = mix(low ^ hash, 0x85ebca6b);
      high = mix(high ^ hash, 0xc2b2ae35);
    }
    found.add((high >>> 12) * 0x1_0000_0000 + (low >>> 0));
  }
  return Float64Array.from(found).sort();
}

/**
 * Words of a shingle. Runs of three are shared by any two reports of one ministry (titles, formulae); five words in the
 * same order hardly ever stand in two articles that have nothing to do with each other.
 */
export const SHINGLE = 5;

/** How many numbers two sorted lists share. */
export function sharedCount(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  let i = 0;
  let k = 0;
  while (i < a.length && k < b.length) {
    const [x, y] = [a[i] as number, b[k] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return shared;
}

/** A number of 32 bits for a word (FNV-1a). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mixes 32 bits so that each depends on all others (as MurmurHash3 does). */
function mix(value: number, factor: number): number {
  let mixed = Math.imul(value, factor);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x27d4eb2f);
  return mixed ^ (mixed >>> 13);
}
