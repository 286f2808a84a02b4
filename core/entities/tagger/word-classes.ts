import { numberOf, slotsOf } from './hash-slots.ts';
import type { HashSlots } from './hash-slots.ts';
import { mixText } from './hash.ts';

/**
 * What raw news tells of words: for each word some small numbers, as which class of words that stand in like contexts it
 * belongs to, and how often it is seen behind titles or prepositions of place.
 */
export interface WordClasses {
  /** The place of a word by the hash of its folded text. */
  readonly slots: HashSlots;
  readonly columns: readonly string[];
  /** By place and column. */
  readonly values: Uint8Array;
}

const SEED = 0x5bd1e995;

/** The place of a folded word, or -1 where the news does not have it often enough. */
export const placeOfWord = (classes: WordClasses, word: string): number =>
  numberOf(classes.slots, mixText(SEED, word));

/**
 * Writes a table of words as bytes: the numbers of words and of columns, the columns' names, hashes, values.
 * @param values by word and column
 */
export function serialiseClasses(
  words: readonly string[],
  columns: readonly string[],
  values: Uint8Array,
): Uint8Array {
  const names = columns.join('\n');
  const start = (12 + names.length + 3) & ~3;
  const bytes = new Uint8Array(start + words.length * 4 + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, words.length, true);
  view.setUint32(4, columns.length, true);
  view.setUint32(8, names.length, true);
  for (let i = 0; i < names.length; i++) bytes[12 + i] = names.charCodeAt(i);
  for (const [i, word] of words.entries()) view.setInt32(start + i * 4, mixText(SEED, word), true);
  bytes.set(values, start + words.length * 4);
  return bytes;
}

/**
 * Reads what serialiseClasses wrote.
 * @throws Error if the bytes are cut short
 */
export function parseClasses(bytes: Uint8Array): WordClasses {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): Error => new Error('The table of word classes is damaged; build the weights again.');
  if (bytes.byteLength < 12) throw damaged();
  const words = view.getUint32(0, true);
  const width = view.getUint32(4, true);
  const length = view.getUint32(8, true);
  const start = (12 + length + 3) & ~3;
  if (bytes.byteLength !== start + words * (4 + width)) throw damaged();
  const names = String.fromCharCode(...bytes.subarray(12, 12 + length));
  const hashes = new Int32Array(words);
  for (let i = 0; i < words; i++) hashes[i] = view.getInt32(start + i * 4, true);
  return {
    slots: slotsOf(hashes, Int32Array.from(hashes.keys())),
    columns: width === 0 ? [] : names.split('\n'),
    values: bytes.subarray(start + words * 4),
  };
}
