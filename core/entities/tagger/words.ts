import type { LineReading } from '../../lexicon/article.ts';
import type { LexiconMatch } from '../../lexicon/matches.ts';
import type { Token } from '../../text/tokens.ts';
import type { Words } from '../../text/words.ts';
import { createFeatureList } from './feature-list.ts';
import { kindOf, wordFeatures } from './features.ts';
import { addWeights } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { mixText } from './hash.ts';
import { chooseReading } from './reading.ts';
import type { WordClasses } from './word-classes.ts';
import { STATES } from './states.ts';
import { atOffset, edgeFeature, WORD } from './templates.ts';

/** A word tells of the tokens up to so many before it and behind it. */
export const OFFSETS = 2;

/**
 * What the weights say of words, worked out once for each: the sum over a word's own features, for every offset at which it
 * may stand from the token in question. Most of the tagger's work is done once for each word instead of each token.
 */
export interface WordMemory {
  /** The sums by word, offset (-2 to 2) and state. The array is replaced when it grows. */
  readonly vectors: { values: Float32Array };
  /** The words that stand for what lies before and behind a line. */
  readonly start: number;
  readonly end: number;
  /** Writes for each token of a line its word's number, the hash of its folded text, and its class of words (kindOf). */
  readonly read: (line: LineReading, types: Int32Array, hashes: Int32Array, kinds: Int32Array) => void;
  /** UTF-16 code units of particles in front of a word, behind which a name begins. */
  readonly cutOf: (type: number) => number;
}

const ROW = (2 * OFFSETS + 1) * STATES;
/** So many words are remembered before all are forgotten: 420 bytes each. */
const CAPACITY = 1 << 15;

/** An empty memory over weights. */
export function createWordMemory(table: FeatureTable, classes: WordClasses): WordMemory {
  const vectors = { values: new Float32Array(1024 * ROW) };
  /** Which words the memory is of: those that the line was cut with. */
  let owner: Words | null = null;
  /** By number among those words: its number here and one, 0 where it is not known yet. */
  let known = new Int32Array(1024);
  const cuts: number[] = [];
  const folded: number[] = [];
  const kindOfType: number[] = [];
  const features = createFeatureList(256);

  function enter(hash: number, kind: number, cut: number): number {
    const type = cuts.length;
    cuts.push(cut);
    folded.push(hash);
    kindOfType.push(kind);
    if ((type + 1) * ROW > vectors.values.length) {
      const grown = new Float32Array(vectors.values.length * 2);
      grown.set(vectors.values);
      vectors.values = grown;
    }
    const row = type * ROW;
    vectors.values.fill(0, row, row + ROW);
    for (let i = 0; i < features.length; i++) {
      const reach = features.templates[i]?.reach ?? 0;
      for (let offset = -reach; offset <= reach; offset++)
        addWeights(
          table,
          atOffset(features.hashes[i] as number, offset),
          vectors.values,
          row + (offset + OFFSETS) * STATES,
        );
    }
    return type;
  }

  function enterEdge(side: 0 | 1): number {
    edgeFeature(side, features);
    return enter(0, -1, 0);
  }

  const start = enterEdge(0);
  const end = enterEdge(1);

  return {
    vectors,
    start,
    end,
    cutOf: (type) => cuts[type] ?? 0,
    read(line, types, hashes, kinds) {
      const { tokens } = line;
      if (owner !== line.words || cuts.length + tokens.length > CAPACITY) {
        owner = line.words;
        known.fill(0);
        cuts.length = folded.length = kindOfType.length = 2;
      }
      if (owner.texts.length > known.length) {
        const grown = new Int32Array(owner.texts.length * 2);
        grown.set(known);
        known = grown;
      }
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i] as Token;
        let type = (known[token.word] as number) - 1;
        if (type < 0) {
          const matches = matchesOfWord(line, i);
          const reading = chooseReading(token, matches, table, classes);
          features.length = 0;
          wordFeatures(token, reading, matches, classes, features);
          type = enter(hashOfWord(token), kindOf(classes, token, reading), reading.length);
          known[token.word] = type + 1;
        }
        types[i] = type;
        hashes[i] = folded[type] as number;
        kinds[i] = kindOfType[type] as number;
      }
    },
  };
}

export const hashOfWord = (token: Token): number => mixText(WORD.seed, token.folded);

/** The names of the lists that token `i` is by itself; they do not depend on what stands beside it. */
export const matchesOfWord = (line: LineReading, i: number): LexiconMatch[] =>
  line.matchesAt(i).filter(({ last }) => last === i);
