/** A bounded memory of computed values by text. */
export interface GenerationCache<T> {
  /** The value for a text, computed if it is not remembered. */
  readonly get: (text: string, compute: (text: string) => T) => T;
  /** Makes room for so many code units at the least, as what is in use now needs. */
  readonly makeRoom: (units: number) => void;
}

/**
 * A cache of two generations: when the young one has grown to `least` code units of text, or to what room was made for,
 * it becomes the old one, and the old one is dropped; what is asked for again moves back to the young. Bounded like an
 * LRU, without its lists.
 */
export function createGenerationCache<T>(least: number): GenerationCache<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  let held = 0;
  let size = least;
  return {
    makeRoom(units) {
      size = Math.max(least, units);
    },
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
