import type { MarkFamily } from '../labels/marks.ts';
import type { Article } from '../lexicon/article.ts';
import { cliticSplits } from '../text/clitics.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { trimSpan } from './trim.ts';
import { lineAt } from './words.ts';

/** Pronouns written onto a word, folded: what a span may leave out at its end ("منزل" of "منزلهم"). */
const ENCLITICS: ReadonlySet<string> = new Set('ه ها هم هن هما نا ي ك كم كما'.split(' '));

/** Kinds of tokens that are one word; of others (marks, symbols) any part may be meant. */
const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'latin';

/**
 * The span with its edges where they belong: without blanks, invisible characters and stray marks (see trimSpan), and
 * at the edges of graphemes and words. The particles before a word may be in it or out of it, and so may the pronoun
 * behind; an edge anywhere else in a word takes in all of it. Words run together in one token with a piece of
 * boilerplate come apart. Null if nothing is left. UTF-16 offsets from the start of the text.
 */
export function tidySpan(article: Article, span: Span, family: MarkFamily): Span | null {
  const trimmed = trimSpan(article.text, span, family);
  if (!trimmed || family === 'boilerplate') return trimmed;
  return { start: startOfWord(article, trimmed.start), end: endOfWord(article, trimmed.end) };
}

function startOfWord(article: Article, offset: number): number {
  const cut = tokenAround(article, offset);
  if (!cut) return offset;
  const { token, at } = cut;
  const starts = cliticSplits(token).map(({ length }) => token.start + length);
  return starts.includes(at) ? offset : offset - (at - token.start);
}

function endOfWord(article: Article, offset: number): number {
  const cut = tokenAround(article, offset);
  if (!cut) return offset;
  const { token, at } = cut;
  return ENCLITICS.has(foldedRest(token, at)) ? offset : offset + (token.end - at);
}

const foldedRest = (token: Token, at: number): string => {
  const rest = token.text.slice(at - token.start);
  return token.folded.slice(Math.max(0, token.folded.length - rest.length));
};

/** The word that an offset lies within, and the offset counted from its line's start; null at the edges of words. */
function tokenAround(article: Article, offset: number): { token: Token; at: number } | null {
  const line = lineAt(article, offset);
  if (!line) return null;
  const at = offset - line.start;
  const { tokens } = line.reading;
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= at) low = middle + 1;
    else high = middle;
  }
  const token = tokens[low];
  return token && token.start < at && isWord(token) ? { token, at } : null;
}
