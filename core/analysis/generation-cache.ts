/** A bounded memory of computed values by text. */
export interface GenerationCache<T> {
  /** The value for a text, computed if it is not remembered. */
  readonly get: (text: string, compute: (text: string) => T) => T;
}

/**
 * A cache of two generations: when the young one has grown to `size` code units of text it becomes the old one, and
 * the old one is dropped; what is asked for again moves back to the young. Bounded like an LRU, without its lists.
 */
export function createGenerationCache<T>(size: number): GenerationCache<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  let held = 0;
  return {
    get(text, compute) {
      const known = young.get(text);
      if (known !== undefined) return known;
      const value = old.get(text) ?? compute(text);
      young.set(text, value);
      held += text.length;
      if (held > size) {
        old = young;
        young = new Map();
        held = 0;
      }
      return value;
    },
  };
}
