import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { cliticSplits } from '../text/clitics.ts';
import type { Token } from '../text/tokens.ts';
import type { EntityCandidate } from './candidate.ts';
import { identityOf } from './identity.ts';
import type { Identity } from './identity.ts';
import { viewLine } from './line-view.ts';
import type { LineView } from './line-view.ts';

/** A candidate that stayed, with the words it is made of. Offsets count from the start of its line. */
export interface Mention extends EntityCandidate, Identity {
  /** Its text, with the alef of the article that ل in front swallowed ("للأمم" → "الأمم"). */
  readonly name: string;
  /** Index of the first and the last token. */
  readonly first: number;
  readonly last: number;
  /** Its words folded, without particles in front, marks left out. */
  readonly words: readonly string[];
}

/** The mention that a candidate makes in a line, or null where it covers no token. */
export function mentionOf(candidate: EntityCandidate, line: LineReading): Mention | null {
  const { tokens } = line;
  const first = firstTokenBehind(tokens, candidate.start);
  let last = first;
  while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < candidate.end) last++;
  const opening = tokens[first];
  if (!opening || opening.start >= candidate.end) return null;
  const words: string[] = [];
  for (let i = first; i <= last; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') continue;
    words.push(i === first ? stemFrom(viewLine(line), first, last, candidate.start) : token.folded);
  }
  return toMention(candidate, line, first, last, words);
}

/** The mention of a candidate whose tokens and words are known. */
export const toMention = (
  { start, end, label, value, confidence, source }: EntityCandidate,
  line: LineReading,
  first: number,
  last: number,
  words: readonly string[],
): Mention => ({
  start,
  end,
  label,
  value,
  confidence,
  source,
  name: nameIn(line.text, start, end, words),
  first,
  last,
  words,
  ...identityOf(label, words),
});

function nameIn(text: string, start: number, end: number, words: readonly string[]): string {
  const name = text.slice(start, end);
  const swallowed = name.startsWith('ل') && text[start - 1] === 'ل' && words[0]?.startsWith('ال') === true;
  return swallowed ? `ا${name}` : name;
}

/** The first token that ends behind an offset. */
function firstTokenBehind(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The word proper of token `first`, which a mention enters at `start`; the ا that ل swallowed is put back. Where the
 * lists know the name they tell "للبنان", with a ل of its own, from "للمغرب".
 */
function stemFrom(view: LineView, first: number, last: number, start: number): string {
  const token = view.tokens[first] as Token;
  if (start <= token.start) return token.folded;
  let listed: LexiconMatch | null = null;
  for (const match of view.at(first))
    if (match.start === start && match.last <= last && isName(match) && match.last >= (listed?.last ?? 0))
      listed = match;
  if (listed) return listed.stem;
  return cliticSplits(token).find((split) => token.start + split.length === start)?.stem ?? token.folded;
}

const isName = (match: LexiconMatch): boolean => match.entries.some(({ list }) => list !== 'ordinary-word');
