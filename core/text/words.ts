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
  /** By place: a number and one, 0 where the place is free, and the hash: side by side, since both are wanted. */
  places: Int32Array;
  /** By number: where in `units` the spelling begins; one more entry tells where the last one ends. */
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
    places: new Int32Array(2 * 64),
    starts: new Int32Array(32),
    units: new Uint16Array(256),
  },
});

/**
 * The number of the word that stands in `line` from `start` to `end` (UTF-16 code units), of a kind that its first
 * character decides. No text is copied for one that is known.
 */
export function numberOfWord(words: Words, line: string, start: number, end: number, kind: WordKind): number {
  const { places, starts, units } = words.index;
  const { length } = words.texts;
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + line.charCodeAt(i)) | 0;
  let place = placeOf(places, hash);
  for (let found = places[place] as number; found !== 0; found = places[place] as number) {
    if (places[place + 1] === hash && isAt(line, start, end, units, starts, found - 1)) return found - 1;
    place = placeBehind(places, place);
  }
  places[place] = length + 1;
  places[place + 1] = hash;
  enter(words, line.slice(start, end), kind);
  return length;
}

/** The place where a hash is looked for first. Its upper bits are brought down, where the place is taken from. */
const placeOf = (places: Int32Array, hash: number): number =>
  ((Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) << 1) & (places.length - 2);

const placeBehind = (places: Int32Array, place: number): number => (place + 2) & (places.length - 1);

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

function enter({ texts, folded, kinds, index }: Words, text: string, kind: WordKind): void {
  const word = texts.length;
  texts.push(text);
  folded.push(kind === 'mark' ? text : fold(text));
  kinds.push(kind);
  const start = index.starts[word] as number;
  const end = start + text.length;
  if (word + 2 > index.starts.length) {
    const starts = new Int32Array(2 * word);
    starts.set(index.starts);
    index.starts = starts;
  }
  if (end > index.units.length) {
    const units = new Uint16Array(2 * end);
    units.set(index.units);
    index.units = units;
  }
  for (let i = 0; i < text.length; i++) index.units[start + i] = text.charCodeAt(i);
  index.starts[word + 1] = end;
  if (4 * (word + 1) < index.places.length) return;
  const places = new Int32Array(2 * index.places.length);
  for (let old = 0; old < index.places.length; old += 2) {
    const hash = index.places[old + 1] as number;
    if (index.places[old] === 0) continue;
    let place = placeOf(places, hash);
    while (places[place] !== 0) place = placeBehind(places, place);
    places[place] = index.places[old] as number;
    places[place + 1] = hash;
  }
  index.places = places;
}

/** How many UTF-16 code units all the words have together. */
export const unitsIn = ({ texts, index }: Words): number => index.starts[texts.length] as number;

let functions = 0;

/**
 * A function of a word alone that is worked out once for each number. `work` gives anything but undefined and null. Cheap enough
 * to be asked at every token. `words` are those that are numbered, or what else is known of them, with facts of its own.
 */
export function rememberedOfWord<T extends NonNullable<unknown>, From extends Pick<Words, 'facts'> = Words>(
  work: (words: From, word: number) => T,
): (words: From, word: number) => T {
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
