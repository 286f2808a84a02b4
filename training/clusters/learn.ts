import { CONTEXT_KINDS, countContexts } from './contexts.ts';
import { countBigrams, exchange } from './exchange.ts';
import type { Bigrams } from './exchange.ts';
import { buildVocabulary } from './vocabulary.ts';
import { COLUMNS } from './word-classes.ts';
import type { WordClassTable } from './word-classes.ts';
import type { WordStream } from './word-stream.ts';

/** How much is learnt; `LARGE` is what ships. */
export interface Sizes {
  /** Words that stand more rarely have no class. */
  readonly minimum: number;
  /** At most so many words. */
  readonly words: number;
  /** Classes, below 257, and those that they are joined to. */
  readonly classes: number;
  readonly coarse: number;
  /** How often to go through all words, at most. */
  readonly rounds: number;
}

export const LARGE: Sizes = { minimum: 5, words: 100_000, classes: 256, coarse: 64, rounds: 8 };

/** Into how many parts each class is parted once more. */
const PARTS = 4;

/**
 * Learns from a collection which words behave alike. The same words in the same order give the same table.
 * @param report is told what is being done
 */
export function learnWordClasses(
  stream: WordStream,
  sizes: Sizes,
  report: (what: string) => void = () => undefined,
): WordClassTable {
  const vocabulary = buildVocabulary(stream, { minimum: sizes.minimum, limit: sizes.words });
  const { words, counts, text } = vocabulary;
  report(`${words.length} words that stand at least ${sizes.minimum} times`);
  const bigrams = countBigrams(text, words.length);
  report(`${bigrams.after.words.length} pairs of neighbours`);
  const byRank = Int32Array.from(words, (_, w) => w % sizes.classes);
  const fine = exchange(bigrams, byRank, sizes.classes, sizes.rounds);
  report(`${sizes.classes} classes`);
  const finest = exchange(bigrams, dealOut(fine, PARTS), sizes.classes * PARTS, sizes.rounds, PARTS);
  const spread = Int32Array.from({ length: sizes.classes }, (_, c) => c % sizes.coarse);
  const coarse = exchange(byClass(bigrams, fine, sizes.classes), spread, sizes.coarse, 4 * sizes.rounds);
  report('their parts, and their joining to fewer');
  const contexts = countContexts(vocabulary);

  const width = COLUMNS.length;
  const values = new Uint8Array(words.length * width);
  for (let w = 0; w < words.length; w++) {
    const own = fine[w] as number;
    values.set(
      [Math.floor(Math.log2(counts[w] as number)), coarse[own] as number, own, (finest[w] as number) % PARTS],
      w * width,
    );
    values.set(
      contexts.subarray(w * CONTEXT_KINDS.length, (w + 1) * CONTEXT_KINDS.length),
      w * width + width - CONTEXT_KINDS.length,
    );
  }
  return { words, columns: COLUMNS, values };
}

/** Parts each class: its members in turn to the first part, the second … */
function dealOut(classes: Int32Array, parts: number): Int32Array {
  const dealt = new Map<number, number>();
  return classes.map((own) => {
    const n = dealt.get(own) ?? 0;
    dealt.set(own, n + 1);
    return own * parts + (n % parts);
  });
}

/** The bigrams of a text in which every word is replaced by its class. */
function byClass({ after }: Bigrams, classes: Int32Array, size: number): Bigrams {
  const pairs = new Int32Array(size * size);
  for (let w = 0; w < classes.length; w++)
    for (let i = after.starts[w] as number; i < (after.starts[w + 1] as number); i++) {
      const at = (classes[w] as number) * size + (classes[after.words[i] as number] as number);
      pairs[at] = (pairs[at] as number) + (after.counts[i] as number);
    }
  const rowsOf = (count: (own: number, other: number) => number): Bigrams['after'] => {
    const starts = new Int32Array(size + 1);
    const words: number[] = [];
    const counts: number[] = [];
    for (let own = 0; own < size; own++) {
      for (let other = 0; other < size; other++)
        if (count(own, other) > 0) {
          words.push(other);
          counts.push(count(own, other));
        }
      starts[own + 1] = words.length;
    }
    return { starts, words: Int32Array.from(words), counts: Int32Array.from(counts) };
  };
  return {
    after: rowsOf((own, other) => pairs[own * size + other] as number),
    before: rowsOf((own, other) => pairs[other * size + own] as number),
  };
}
