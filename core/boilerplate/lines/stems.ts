import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import { rememberedOfWord } from '../../text/words.ts';

const SHORTEST_STEM = 4;
const LETTERS_OF_STEM = 5;

const ALEF = 0x0627;
const LAM = 0x0644;
const WAW = 0x0648;
const FEH = 0x0641;
const BEH = 0x0628;
const KAF = 0x0643;

/**
 * Where a folded word's stem begins: behind the conjunction, the preposition and the article, so that "والحكومة" and
 * "حكومة" count as the same word.
 */
function stemStart(word: string): number {
  const first = word.charCodeAt(0);
  const conjunction = first === WAW || first === FEH ? 1 : 0;
  const next = word.charCodeAt(conjunction);
  const preposition = next === BEH || next === LAM || next === KAF ? 1 : 0;
  const article = conjunction + preposition;
  if (word.charCodeAt(article) === ALEF && word.charCodeAt(article + 1) === LAM) return article + 2;
  if (first === LAM && word.charCodeAt(1) === LAM) return 2;
  return conjunction === 1 && word.length > 3 ? 1 : 0;
}

/** The FNV-1a hash of a word's code units from `start` to `end`: a 32-bit number. */
export function hashWord(word: string, start = 0, end = word.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Used anew for each line: what it holds is copied before it is given away. */
let scratch = new Int32Array(256);

/** The hash of a word's stem; 0 for marks and short words. */
const stemOf = rememberedOfWord(({ kinds, folded }, word) => {
  const letters = folded[word] as string;
  const start = kinds[word] === 'mark' ? letters.length : stemStart(letters);
  return letters.length - start < SHORTEST_STEM
    ? 0
    : hashWord(letters, start, Math.min(letters.length, start + LETTERS_OF_STEM));
});

/**
 * The content words of a line: each cut to the first letters of its stem, as their hash; ascending, none twice. Short
 * words are left out.
 */
export function readStems({ words, tokens }: LineReading): Int32Array {
  if (tokens.length > scratch.length) scratch = new Int32Array(2 * tokens.length);
  let count = 0;
  for (let i = 0; i < tokens.length; i++) {
    const stem = stemOf(words, (tokens[i] as Token).word);
    if (stem !== 0) scratch[count++] = stem;
  }
  const sorted = scratch.subarray(0, count).sort();
  let kept = 0;
  for (let i = 0; i < count; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number;
  return scratch.slice(0, kept);
}

/** How many stems two lines have in common; both ascending. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const difference = (a[i] as number) - (b[k] as number);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) k++;
  }
  return shared;
}
