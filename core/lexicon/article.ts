import { partGluedAds } from '../text/glued-ad.ts';
import { splitLines } from '../text/lines.ts';
import type { Line } from '../text/lines.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { tokenise } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import type { Words } from '../text/words.ts';
import type { Lexicon } from './lexicon.ts';
import { lookUpNewWords, wordsOf } from './listed-word.ts';
import type { ListedWords } from './listed-word.ts';
import { LISTS } from './lists.ts';
import { findTraits, matchesAt } from './matches.ts';
import type { LexiconMatch } from './matches.ts';
import { hasTrait, nextWithTrait, traitsOf } from './traits.ts';
import type { TokenTraits, TraitSet } from './traits.ts';

/**
 * What can be read off a line by itself. All offsets count from the start of the line, so that a line that moves
 * keeps its reading.
 */
export interface LineReading {
  readonly text: string;
  /** The words with which it was cut: what a token's `word` numbers. */
  readonly words: Words;
  /** What the lists say of each of those words by itself. */
  readonly listed: ListedWords;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  /** By token: the lists that have a name which begins there, and how its word is used. */
  readonly traits: TokenTraits;
  /** The names of the lists that begin with a token, written out when first asked for. */
  readonly matchesAt: (i: number) => readonly LexiconMatch[];
  /** All names of the lists, ordered by first token, likewise. */
  readonly matches: readonly LexiconMatch[];
  /** What else has been worked out of it: see remembered. */
  readonly facts: unknown[];
}

/** A line of the article with its reading; `start` and `end` count from the start of the article. */
export interface ReadLine extends Line {
  readonly reading: LineReading;
}

/** An article read line by line: what the recognisers work on. */
export interface Article {
  readonly text: string;
  readonly lines: readonly ReadLine[];
}

/** Reads one line: tokens, sentences and the names of the lists in it. */
export function readLine(text: string, lexicon: Lexicon): LineReading {
  const listed = wordsOf(lexicon);
  const { words } = listed;
  const tokens = partGluedAds(tokenise(text, words), words);
  lookUpNewWords(listed);
  const traits = findTraits(listed, tokens);
  const written = new Array<readonly LexiconMatch[] | undefined>(tokens.length);
  let all: readonly LexiconMatch[] | null = null;
  const at = (i: number): readonly LexiconMatch[] =>
    hasTrait(traits, i, ANY_LIST) ? (written[i] ??= matchesAt(listed, tokens, i, traits)) : NONE;
  return {
    text,
    words,
    listed,
    tokens,
    sentences: splitSentences(tokens),
    traits,
    matchesAt: at,
    get matches() {
      return (all ??= tokens.flatMap((_, i) => at(i)));
    },
    facts: [],
  };
}

const ANY_LIST = traitsOf(...LISTS);

const NONE: readonly LexiconMatch[] = [];

/**
 * The matches at those tokens that have one of the traits, in order: what to ask for where a list is wanted that few
 * tokens are in. The other matches of those tokens are among them.
 */
export function matchesWith({ traits, matchesAt }: LineReading, wanted: TraitSet): readonly LexiconMatch[] {
  let found: LexiconMatch[] | null = null;
  for (let i = nextWithTrait(traits, wanted, 0); i >= 0; i = nextWithTrait(traits, wanted, i + 1))
    (found ??= []).push(...matchesAt(i));
  return found ?? NONE;
}

/** Reads an article. `read` gives the reading of a line's text; a cache may stand behind it. */
export function readArticle(text: string, read: (line: string) => LineReading): Article {
  return { text, lines: splitLines(text).map((line) => ({ ...line, reading: read(line.text) })) };
}
