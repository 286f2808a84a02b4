import type { LineReading } from '../../lexicon/article.ts';
import type { LexiconEntry } from '../../lexicon/lexicon.ts';
import type { ListId } from '../../lexicon/lists.ts';
import type { LexiconMatch } from '../../lexicon/matches.ts';
import { nextWithTrait, traitOf } from '../../lexicon/traits.ts';
import type { CliticSplit } from '../../text/clitics.ts';
import type { Token } from '../../text/tokens.ts';
import { addFeature, addFeatureOnce } from './feature-list.ts';
import type { FeatureList } from './feature-list.ts';
import { mix, mixText } from './hash.ts';
import {
  CLUSTER,
  CLUSTER_PAIR,
  LINE_SHAPE,
  LISTED,
  LISTED_NAME,
  PAIR,
  PREFIX,
  PROCLITICS,
  SHAPE,
  SPELLING,
  STEM,
  SUFFIX,
  WORD,
} from './templates.ts';
import type { Template } from './templates.ts';
import { placeOfWord } from './word-classes.ts';
import type { WordClasses } from './word-classes.ts';

/** The lists whose values name a class of their entries; in others a value is particular to its entry, as a number. */
const CLASSED: ReadonlySet<ListId> = new Set<ListId>([
  'cue',
  'event-head',
  'family-name',
  'foreign-name',
  'given-name',
  'known-person',
  'law-head',
  'nationality',
  'ordinary-word',
  'organisation',
  'organisation-head',
  'place',
  'place-head',
  'post',
  'product-head',
]);

const LONGEST_AFFIX = 4;

/**
 * Adds what a word's letters tell, wherever it stands.
 * @param reading how the word parts into particles and word proper
 */
export function spellingFeatures(token: Token, reading: CliticSplit, out: FeatureList): void {
  const { kind, folded, text } = token;
  const { proclitics, stem } = reading;
  // All numbers of a length are one word, but for years and the like, which their first two digits tell.
  const word =
    kind === 'number' ? mixText(mix(WORD.seed, text.length), folded, 0, 2) : mixText(WORD.seed, folded);
  addFeature(out, WORD, word);
  addFeature(out, SHAPE, shapeOf(token));
  if (kind === 'word') {
    addFeature(out, SPELLING, mixText(SPELLING.seed, text));
    addFeature(out, STEM, mixText(STEM.seed, stem));
    addFeature(out, PROCLITICS, mixText(PROCLITICS.seed, proclitics));
    const longest = Math.min(LONGEST_AFFIX, stem.length);
    for (let length = 1, prefix = PREFIX.seed; length <= longest; length++) {
      prefix = mix(prefix, stem.charCodeAt(length - 1));
      addFeature(out, PREFIX, prefix);
    }
    for (let length = 1, suffix = SUFFIX.seed; length <= longest; length++) {
      suffix = mix(suffix, stem.charCodeAt(stem.length - length));
      addFeature(out, SUFFIX, suffix);
    }
  }
}

/** Adds what columns of the word classes, from `first` to before `end`, tell of the word at a place among them, -1 for none. */
export function classFeatures(
  { values, columns }: WordClasses,
  place: number,
  first: number,
  end: number,
  out: FeatureList,
): void {
  if (place < 0) return;
  for (let column = first; column < end; column++) {
    const value = values[place * columns.length + column] as number;
    addFeature(out, CLUSTER, mix(mix(CLUSTER.seed, column), value));
  }
}

/** Adds what the lists tell of a word: `matches` are their names that are this one word, under every reading. */
export function listedFeatures(
  matches: readonly LexiconMatch[],
  { proclitics }: CliticSplit,
  out: FeatureList,
): void {
  const { length } = out;
  for (const match of matches) {
    const status = match.proclitics === '' ? 0 : match.proclitics === proclitics ? 1 : 2;
    const { ofEntries, ofLists } = listedHashes(match.entries);
    for (let i = 0; i < ofEntries.length; i++) {
      addFeatureOnce(out, LISTED, mix(ofEntries[i] as number, status), length);
      if (status < 2) addFeatureOnce(out, LISTED, ofLists[i] as number, length);
    }
  }
}

/** The place of the word proper among those that the news tells of, else of the word as it stands; -1 if it has neither. */
export function placeOfReading(classes: WordClasses, token: Token, { stem }: CliticSplit): number {
  const place = placeOfWord(classes, stem);
  return place < 0 && stem !== token.folded ? placeOfWord(classes, token.folded) : place;
}

/** Which column parts words into classes of a middling number. */
const KIND_COLUMN = 2;

/** The class of the word at a place, as pairs of neighbours know it; -1 for none. */
export const kindAt = ({ values, columns }: WordClasses, place: number): number =>
  place < 0 ? -1 : (values[place * columns.length + KIND_COLUMN] as number);

function shapeOf({ kind, text }: Token): number {
  const shape = mixText(SHAPE.seed, kind);
  if (kind === 'word') return mix(shape, Math.min(text.length, 9));
  if (kind === 'number') return mix(shape, Math.min(text.length, 5));
  if (kind === 'latin') return mix(shape, (/^[A-Z]/.test(text) ? 1 : 0) + (/^[A-Z\d]+$/.test(text) ? 2 : 0));
  return shape;
}

function hashOfEntry(seed: number, { list, value }: LexiconEntry): number {
  const hash = mixText(seed, list);
  if (!CLASSED.has(list)) return hash;
  const blank = value.indexOf(' ');
  return mixText(hash, value, 0, blank < 0 || list === 'place' ? value.length : blank);
}

/** What stands where in a name of the lists that is several words long, and right beside it. */
const PART_BEFORE = 0;
const PART_FIRST = 1;
const PART_INNER = 2;
const PART_LAST = 3;
const PART_BEHIND = 4;

/** Where the features of a line's tokens are written. */
export type WriteFeature = (token: number, template: Template, hash: number) => void;

/**
 * Writes what tells of a token in its line, beyond the words near it: pairs of neighbouring words, the names of the lists
 * that run over several words, and the line as a whole. Training asks for it all at once, the analysis for its parts.
 * @param words by token, the hash of its folded text
 * @param kinds by token, its class of words (kindAt)
 */
export function contextFeatures(
  line: LineReading,
  words: Int32Array,
  kinds: Int32Array,
  write: WriteFeature,
): void {
  const count = line.tokens.length;
  const ofLine = lineFeature(line);
  for (let i = 0; i < count; i++) write(i, LINE_SHAPE, ofLine);
  for (let left = -1; left < count; left++) {
    const [word, nextWord] = [left < 0 ? 0 : words[left], left + 1 < count ? words[left + 1] : 0];
    const [kind, nextKind] = [left < 0 ? 0 : kinds[left], left + 1 < count ? kinds[left + 1] : 0];
    if (left >= 0) {
      write(left, PAIR, pairFeature(word as number, nextWord as number, LEFT));
      if ((kind as number) >= 0)
        write(left, CLUSTER_PAIR, kindPairFeature(kind as number, nextKind as number, LEFT));
    }
    if (left + 1 < count) {
      write(left + 1, PAIR, pairFeature(word as number, nextWord as number, RIGHT));
      if ((nextKind as number) >= 0)
        write(left + 1, CLUSTER_PAIR, kindPairFeature(kind as number, nextKind as number, RIGHT));
    }
  }
  longNameFeatures(line, (token, hash) => write(token, LISTED_NAME, hash));
}

/** Which of a pair's two a feature of the pair is about. */
export const LEFT = 1;
export const RIGHT = 0;

/** The feature of two neighbouring words, given by the hashes of their folded texts, 0 for an end of the line. */
export const pairFeature = (left: number, right: number, side: 0 | 1): number =>
  mix(mix(PAIR.seed + side, left), right);

/** The feature of the classes of two neighbouring words, 0 for an end of the line. */
export const kindPairFeature = (left: number, right: number, side: 0 | 1): number =>
  mix(mix(CLUSTER_PAIR.seed + side, left), right);

/** Writes the features of names of several words in the lists, for their tokens and those right beside them. */
export function longNameFeatures(line: LineReading, write: (token: number, hash: number) => void): void {
  const { tokens, traits, matchesAt } = line;
  for (
    let first = nextWithTrait(traits, OPENING, 0);
    first >= 0;
    first = nextWithTrait(traits, OPENING, first + 1)
  )
    for (const { last, entries } of matchesAt(first)) {
      if (first === last) continue;
      const hashes = entryHashes(entries);
      for (let k = 0; k < hashes.length; k++)
        for (let i = Math.max(0, first - 1); i <= last + 1 && i < tokens.length; i++)
          write(i, mix(hashes[k] as number, partOf(i, first, last)));
    }
}

/** Which part of a name that runs from token `first` to `last` a token is, or on which side of it. */
function partOf(i: number, first: number, last: number): number {
  if (i <= first) return i < first ? PART_BEFORE : PART_FIRST;
  if (i < last) return PART_INNER;
  return i === last ? PART_LAST : PART_BEHIND;
}

/** Of the words with which names of several words begin. */
const OPENING = traitOf('opening');

/** How long a line is, and whether it ends as a sentence does. */
export function lineFeature({ tokens }: LineReading): number {
  const last = tokens.at(-1);
  const length = tokens.length <= 3 ? 0 : tokens.length <= 12 ? 1 : tokens.length <= 25 ? 2 : 3;
  const closed = last?.kind === 'mark' && '.؟!"”»'.includes(last.text);
  return mix(mix(LINE_SHAPE.seed, length), closed ? 1 : 0);
}

/** What is worked out of entries once for each that stand under one name. */
function rememberedOfEntries<T extends object>(
  work: (entries: readonly LexiconEntry[]) => T,
): (entries: readonly LexiconEntry[]) => T {
  const known = new WeakMap<readonly LexiconEntry[], T>();
  return (entries) => {
    let found = known.get(entries);
    if (!found) known.set(entries, (found = work(entries)));
    return found;
  };
}

const entryHashes = rememberedOfEntries((entries) =>
  Int32Array.from(new Set(entries.map((entry) => hashOfEntry(LISTED_NAME.seed, entry)))),
);

const listedHashes = rememberedOfEntries((entries) => ({
  ofEntries: Int32Array.from(entries, (entry) => hashOfEntry(LISTED.seed, entry)),
  ofLists: Int32Array.from(entries, ({ list }) => mixText(LISTED.seed + 1, list)),
}));
