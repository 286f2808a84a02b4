import type { Automaton } from './automaton.ts';
import { LISTS } from './lists.ts';
import type { ListId } from './lists.ts';

/** What the lists say of a name: which list has it, and the value in that list's second column ("" if none). */
export interface LexiconEntry {
  readonly list: ListId;
  readonly value: string;
}

/** The compiled lists: an automaton over folded names, words parted by one blank, and their entries. */
export interface Lexicon {
  readonly automaton: Automaton;
  /** By pattern number: which group of entries it has. */
  readonly groupOf: Int32Array;
  readonly groups: readonly (readonly LexiconEntry[])[];
}

const MAGIC = 0x48534831; // "HSH1"

/**
 * Writes a lexicon as bytes: a header of ten 32-bit numbers (magic, then lengths), the typed arrays, and the groups as
 * JSON in UTF-16. Little-endian, as every machine that runs VS Code is.
 */
export function serialiseLexicon(lexicon: Lexicon): Uint8Array {
  const { base, check, pattern, alphabet } = lexicon.automaton;
  const json = JSON.stringify({
    lists: LISTS,
    groups: lexicon.groups.map((group) => group.map((entry) => [LISTS.indexOf(entry.list), entry.value])),
  });
  const padded = json + ' '.repeat(json.length % 2);
  const header = Int32Array.of(MAGIC, base.length, lexicon.groupOf.length, padded.length);
  const parts: ArrayBufferView[] = [header, base, check, pattern, lexicon.groupOf, alphabet];
  const text = new Uint16Array(padded.length);
  for (let i = 0; i < padded.length; i++) text[i] = padded.charCodeAt(i);
  parts.push(text);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/**
 * Reads what serialiseLexicon wrote. The arrays are views where the bytes are aligned, so nothing is copied twice.
 * @throws Error if the bytes are no lexicon, or one of other lists (built from another version).
 */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  if (aligned.byteLength < 16) throw new Error('The lexicon is empty or cut short; build it again.');
  const [magic, states = 0, patterns = 0, jsonLength = 0] = new Int32Array(buffer, byteOffset, 4);
  if (magic !== MAGIC) throw new Error('These bytes are no lexicon; build it again.');
  let at = byteOffset + 16;
  const ints = (length: number): Int32Array => {
    const view = new Int32Array(buffer, at, length);
    at += length * 4;
    return view;
  };
  const base = ints(states);
  const check = ints(states);
  const pattern = ints(states);
  const groupOf = ints(patterns);
  const alphabet = new Uint8Array(buffer, at, 65536);
  at += 65536;
  const units = new Uint16Array(buffer, at, jsonLength);
  let json = '';
  for (let i = 0; i < units.length; i += 8192) json += String.fromCharCode(...units.subarray(i, i + 8192));
  const { lists, groups } = JSON.parse(json) as { lists: ListId[]; groups: [number, string][][] };
  if (lists.join() !== LISTS.join())
    throw new Error('The lexicon was built from other lists; build it again.');
  return {
    automaton: { base, check, pattern, alphabet },
    groupOf,
    groups: groups.map((group) => group.map(([list, value]) => ({ list: LISTS[list] as ListId, value }))),
  };
}
