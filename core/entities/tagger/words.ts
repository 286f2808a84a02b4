import type { LineReading } from '../../lexicon/article.ts';
import type { LexiconMatch } from '../../lexicon/matches.ts';
import type { Token } from '../../text/tokens.ts';
import type { Words } from '../../text/words.ts';
import { addClasses, createClassSums } from './class-sums.ts';
import type { ClassSums } from './class-sums.ts';
import { createFeatureList } from './feature-list.ts';
import { kindAt, listedFeatures, placeOfReading, spellingFeatures } from './features.ts';
import { addAllWeights } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { mixText } from './hash.ts';
import { chooseReading } from './reading.ts';
import type { WordClasses } from './word-classes.ts';
import { SIDES, STATES } from './states.ts';
import { edgeFeature, WORD } from './templates.ts';

/**
 * What the weights say of words, worked out once for each: the sum over a word's own features, for every offset at which it
 * may stand from the token in question. Most of the tagger's work is done once for each word instead of each token.
 * A word's place is its number among those that the lines were cut with, behind the two for the edges of lines.
 */
export interface WordMemory {
  /** The words that it is of; where a line has others, all is forgotten. */
  owner: Words | null;
  /** By place, offset (-2 to 2) and state: sums in steps. At most 256 weights of at most 127 are added up. */
  sums: Int16Array;
  /** By place: the hash of the folded word. */
  hashes: Int32Array;
  /** By place: its class of words (kindAt), UNKNOWN for a word that was not met yet. */
  kinds: Int16Array;
  /** By place: UTF-16 code units of particles in front of the word, behind which a name begins. */
  cuts: Int32Array;
  readonly classSums: ClassSums;
  readonly models: WordModels;
}

/** What it takes to learn of a word. */
export interface WordModels {
  readonly ofWords: FeatureTable;
  readonly ofReadings: FeatureTable;
  readonly classes: WordClasses;
}

/** The places of what lies before and behind a line. */
export const BEFORE_LINE = 0;
export const BEHIND_LINE = 1;
const FIRST_WORD = 2;

const ROW = SIDES * STATES;
const UNKNOWN = -2;

/** An empty memory over weights. */
export function createWordMemory(models: WordModels): WordMemory {
  const classSums = createClassSums(models.ofWords, models.classes);
  const memory = { owner: null, ...roomFor(FIRST_WORD), classSums, models };
  for (const side of [BEFORE_LINE, BEHIND_LINE] as const) {
    edgeFeature(side, features);
    sumUp(models);
    keep(memory, side, 0, -1, 0);
  }
  return memory;
}

const roomFor = (places: number) => ({
  sums: new Int16Array(places * ROW),
  hashes: new Int32Array(places),
  kinds: new Int16Array(places).fill(UNKNOWN),
  cuts: new Int32Array(places),
});

/** Makes room for more places, or forgets the words where only the edges are to be kept. */
function resize(memory: WordMemory, places: number, kept: number): void {
  const { sums, hashes, kinds, cuts } = memory;
  Object.assign(memory, roomFor(places));
  memory.sums.set(sums.subarray(0, kept * ROW));
  memory.hashes.set(hashes.subarray(0, kept));
  memory.kinds.set(kinds.subarray(0, kept));
  memory.cuts.set(cuts.subarray(0, kept));
}

/** Writes the places of a line's tokens into `places` from `at` on; what is said of them is in the memory then. */
export function readWords(memory: WordMemory, line: LineReading, places: Int32Array, at: number): void {
  const { tokens, words } = line;
  if (memory.owner !== words) {
    memory.owner = words;
    resize(memory, 1024, FIRST_WORD);
  }
  const needed = FIRST_WORD + words.texts.length;
  if (needed > memory.kinds.length) resize(memory, 2 * needed, memory.kinds.length);
  for (let i = 0; i < tokens.length; i++) {
    const place = FIRST_WORD + (tokens[i] as Token).word;
    if (memory.kinds[place] === UNKNOWN) learnWord(memory, line, i, place);
    places[at + i] = place;
  }
}

const features = createFeatureList();
const row = new Int32Array(ROW);

function learnWord(memory: WordMemory, line: LineReading, i: number, place: number): void {
  const { classes, ofReadings } = memory.models;
  const token = line.tokens[i] as Token;
  const matches = matchesOfWord(line, i);
  const reading = chooseReading(token, matches, ofReadings, classes);
  const inClasses = placeOfReading(classes, token, reading);
  features.length = 0;
  spellingFeatures(token, reading, features);
  listedFeatures(matches, reading, features);
  sumUp(memory.models);
  if (inClasses >= 0) addClasses(memory.classSums, inClasses, row);
  keep(memory, place, hashOfWord(token), kindAt(classes, inClasses), reading.length);
}

/** Sums up the features at hand. */
function sumUp({ ofWords }: WordModels): void {
  row.fill(0);
  addAllWeights(ofWords, features, row);
}

function keep(memory: WordMemory, place: number, hash: number, kind: number, cut: number): void {
  memory.hashes[place] = hash;
  memory.kinds[place] = kind;
  memory.cuts[place] = cut;
  memory.sums.set(row, place * ROW);
}

export const hashOfWord = (token: Token): number => mixText(WORD.seed, token.folded);

/** The names of the lists that token `i` is by itself; they do not depend on what stands beside it. */
export const matchesOfWord = (line: LineReading, i: number): LexiconMatch[] =>
  line.matchesAt(i).filter(({ last }) => last === i);
