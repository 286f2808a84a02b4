import { partGluedAds } from '../text/glued-ad.ts';
import { splitLines } from '../text/lines.ts';
import type { Line } from '../text/lines.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { tokenise } from '../text/tokens.ts';
import type { Token } from '../text/tokens.ts';
import type { Lexicon } from './lexicon.ts';
import { findMatches } from './matches.ts';
import type { LexiconMatch } from './matches.ts';

/**
 * What can be read off a line by itself. All offsets count from the start of the line, so that a line that moves
 * keeps its reading.
 */
export interface LineReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
  /** Names of the lists, ordered by first token. */
  readonly matches: readonly LexiconMatch[];
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
  const tokens = partGluedAds(tokenise(text));
  return { text, tokens, sentences: splitSentences(tokens), matches: findMatches(lexicon, tokens) };
}

/** Reads an article. `read` gives the reading of a line's text; a cache may stand behind it. */
export function readArticle(text: string, read: (line: string) => LineReading): Article {
  return { text, lines: splitLines(text).map((line) => ({ ...line, reading: read(line.text) })) };
}
