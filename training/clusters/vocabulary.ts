import { BREAK } from './word-stream.ts';
import type { Reading, WordStream } from './word-stream.ts';

/** The words worth a class, and the text in them. */
export interface Vocabulary {
  /** The words, the most frequent first; among equals in order of their code units. */
  readonly words: readonly string[];
  readonly counts: Int32Array;
  /**
   * The text as indices into `words`: particles that were taken off a word stand before it as words of their own
   * ("و+", "ب+", "ل+"), rare words are `RARE`, the end of a line is `BREAK`.
   */
  readonly text: Int32Array;
}

/** In a text: a word too rare for a class. */
const RARE = -2;

/** How much more frequent than the whole word a stem has to be for the particles to be taken off, by what stands there. */
const RATIOS = { article: 0.5, conjunction: 0.5, short: 4, preposition: 3 };

/**
 * Takes particles off the words where the counts speak for it (وقال → و+ قال, but not وزير, ولد, فيصل), counts again,
 * and keeps the words that stand at least `minimum` times, at most `limit` of them.
 */
export function buildVocabulary(
  { words, counts, readings, stream }: WordStream,
  { minimum, limit }: { minimum: number; limit: number },
): Vocabulary {
  const indices = new Map(words.map((word, i) => [word, i]));
  const countOf = (word: string): number => counts[indices.get(word) ?? -1] ?? 0;
  const splits = words.map((word, i) => splitOf(word, counts[i] ?? 0, readings[i] ?? [], countOf));

  const merged = new Map<string, number>();
  const count = (word: string, n: number): void => void merged.set(word, (merged.get(word) ?? 0) + n);
  splits.forEach((split, i) => {
    if (split) count(particle(split), counts[i] ?? 0);
    count(split ? split.stem : (words[i] ?? ''), counts[i] ?? 0);
  });
  const kept = [...merged]
    .filter(([, n]) => n >= minimum)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, limit);
  const ids = new Map(kept.map(([word], id) => [word, id]));

  const idOf = (word: string): number => ids.get(word) ?? RARE;
  const before = Int32Array.from(splits, (split) => (split ? idOf(particle(split)) : BREAK));
  const proper = Int32Array.from(splits, (split, i) => idOf(split ? split.stem : (words[i] ?? '')));
  const text = new Int32Array(
    stream.length + stream.reduce((n, id) => n + (id >= 0 && splits[id] ? 1 : 0), 0),
  );
  let length = 0;
  for (const id of stream) {
    if (id === BREAK) text[length++] = BREAK;
    else {
      if (before[id] !== BREAK) text[length++] = before[id] as number;
      text[length++] = proper[id] as number;
    }
  }
  return { words: kept.map(([word]) => word), counts: Int32Array.from(kept, ([, n]) => n), text };
}

const particle = (split: Reading): string => `${split.proclitics}+`;

/** The reading of a word, other than the word as a whole, that the counts speak for; none for most words. */
function splitOf(
  word: string,
  count: number,
  readings: readonly Reading[],
  countOf: (word: string) => number,
): Reading | undefined {
  let best: Reading | undefined;
  let bestCount = 0;
  for (const reading of readings) {
    const stemCount = countOf(reading.stem);
    if (stemCount > bestCount && stemCount >= count * ratioFor(reading, word)) {
      best = reading;
      bestCount = stemCount;
    }
  }
  return best;
}

function ratioFor({ proclitics, stem }: Reading, word: string): number {
  const last = proclitics.at(-1);
  if (stem.startsWith('ال') && stem.length > 4) return last === 'س' ? Infinity : RATIOS.article;
  if (last === 'ك') return Infinity;
  if (last === 'س') return /^[ينت]/.test(stem) && stem.length > 2 ? RATIOS.preposition : Infinity;
  if (stem.length <= 2) return proclitics === 'و' || proclitics === 'ف' ? RATIOS.short : Infinity;
  if (last === 'ب' || last === 'ل') return word.length > 4 ? RATIOS.preposition : Infinity;
  return RATIOS.conjunction;
}
