import { fold } from './fold.ts';

/** `word` is a run of Arabic letters with its harakat; `other` a run of letters of a further script, or a symbol. */
export type WordKind = 'word' | 'number' | 'latin' | 'mark' | 'other';

/**
 * The spellings met so far, numbered as they came. Tokens spelt alike have one number, so that whatever a spelling tells
 * by itself is worked out once for all of them: an article of a thousand words has some four hundred spellings, and most
 * of those were in the articles before. What is known of them lies side by side in the order of their numbers; the
 * frequent ones came first and stay together in the processor's cache, which is most of the speed.
 */
export interface Words {
  /** By number: the characters as they stand, and folded (see fold.ts; marks stay as they are). */
  readonly texts: string[];
  readonly folded: string[];
  readonly kinds: WordKind[];
  /** By function and by number, what else has been worked out: see rememberedOfWord and smallOfWord. */
  readonly facts: unknown[][];
  readonly small: Uint8Array[];
  readonly index: WordIndex;
}

/** Finds the number of a spelling: open addressing, at most half full. */
interface WordIndex {
  /** By place: a number and one, 0 where the place is free. */
  places: Int32Array;
  /** By number: the hash, and where in `units` the spelling begins; one more entry tells where the last one ends. */
  hashes: Int32Array;
  starts: Int32Array;
  /** The spellings' UTF-16 code units, one behind the other. */
  units: Uint16Array;
}

/** No words yet. */
export const createWords = (): Words => ({
  texts: [],
  folded: [],
  kinds: [],
  facts: [],
  small: [],
  index: {
    places: new Int32Array(64),
    hashes: new Int32Array(32),
    starts: new Int32Array(32),
    units: new Uint16Array(256),
  },
});

/**
 * The number of the word that stands in `line` from `start` to `end` (UTF-16 code units), of a kind that its first
 * character decides. No text is copied for one that is known.
 */
export function numberOfWord(words: Words, line: string, start: number, end: number, kind: WordKind): number {
  const { places, hashes, starts, units } = words.index;
  const { length } = words.texts;
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + line.charCodeAt(i)) | 0;
  const mask = places.length - 1;
  let place = spread(hash) & mask;
  for (let found = places[place] as number; found !== 0; found = places[place] as number) {
    const word = found - 1;
    if (hashes[word] === hash && isAt(line, start, end, units, starts, word)) return word;
    place = (place + 1) & mask;
  }
  places[place] = length + 1;
  enter(words, line.slice(start, end), kind, hash);
  return length;
}

/** Brings the upper bits of a hash down, where the place is taken from. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8;

function isAt(
  line: string,
  start: number,
  end: number,
  units: Uint16Array,
  starts: Int32Array,
  word: number,
): boolean {
  const from = starts[word] as number;
  if ((starts[word + 1] as number) - from !== end - start) return false;
  for (let i = start; i < end; i++) if (line.charCodeAt(i) !== units[from + i - start]) return false;
  return true;
}

function enter({ texts, folded, kinds, index }: Words, text: string, kind: WordKind, hash: number): void {
  const word = texts.length;
  texts.push(text);
  folded.push(kind === 'mark' ? text : fold(text));
  kinds.push(kind);
  const start = index.starts[word] as number;
  const end = start + text.length;
  if (word + 2 > index.starts.length) {
    index.starts = widened(index.starts, 2 * word);
    index.hashes = widened(index.hashes, 2 * word);
  }
  if (end > index.units.length) {
    const units = new Uint16Array(2 * end);
    units.set(index.units);
    index.units = units;
  }
  for (let i = 0; i < text.length; i++) index.units[start + i] = text.charCodeAt(i);
  index.starts[word + 1] = end;
  index.hashes[word] = hash;
  if (2 * (word + 1) < index.places.length) return;
  const places = new Int32Array(2 * index.places.length);
  const mask = places.length - 1;
  for (let known = 0; known <= word; known++) {
    let place = spread(index.hashes[known] as number) & mask;
    while (places[place] !== 0) place = (place + 1) & mask;
    places[place] = known + 1;
  }
  index.places = places;
}

function widened(old: Int32Array, length: number): Int32Array {
  const wider = new Int32Array(length);
  wider.set(old);
  return wider;
}

/** How many UTF-16 code units all the words have together. */
export const unitsIn = ({ texts, index }: Words): number => index.starts[texts.length] as number;

let functions = 0;

/**
 * A function of a word alone that is worked out once for each number. `work` gives anything but undefined and null. Cheap enough
 * to be asked at every token.
 */
export function rememberedOfWord<T extends NonNullable<unknown>>(
  work: (words: Words, word: number) => T,
): (words: Words, word: number) => T {
  const fact = functions++;
  return (words, word) => {
    const known = (words.facts[fact] ??= []);
    // Without gaps, or the array would become a slow one.
    while (known.length <= word) known.push(undefined);
    return ((known[word] as T | undefined) ?? (known[word] = work(words, word))) as T;
  };
}

let smallFunctions = 0;

/**
 * The same for a function that tells little, 0 to 254: a byte for each word, so that the answers for all frequent words
 * are at hand.
 */
export function smallOfWord(
  work: (words: Words, word: number) => number,
): (words: Words, word: number) => number {
  const fact = smallFunctions++;
  return (words, word) => {
    while (words.small.length <= fact) words.small.push(new Uint8Array(64));
    let known = words.small[fact] as Uint8Array;
    if (word >= known.length) {
      const longer = new Uint8Array(2 * word);
      longer.set(known);
      words.small[fact] = known = longer;
    }
    // A byte that was never written is 0, so answers are kept one higher.
    return ((known[word] as number) || (known[word] = work(words, word) + 1)) - 1;
  };
}

/** Whether a word's folded form is one of a set; remembered. */
export function isOneOf(forms: ReadonlySet<string>): (words: Words, word: number) => boolean {
  const isIn = smallOfWord(({ folded }, word) => (forms.has(folded[word] as string) ? 1 : 0));
  return (words, word) => isIn(words, word) === 1;
}
