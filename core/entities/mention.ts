import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { cliticSplits } from '../text/clitics.ts';
import type { Token } from '../text/tokens.ts';
import { identityOf } from './identity.ts';
import type { Identity } from './identity.ts';
import { viewLine } from './line-view.ts';
import type { LineView } from './line-view.ts';
import type { Candidate } from './scorer/candidates.ts';

/** What a candidate is called: worked out once, when it is first chosen. */
export interface Named extends Identity {
  /** Its text, with the alef of the article that ل in front swallowed ("للأمم" → "الأمم"). */
  readonly name: string;
  /** Its words folded, without particles in front, marks left out. */
  readonly words: readonly string[];
}

/** A candidate that stayed, with the words it is made of. Offsets count from the start of its line. */
export interface Mention extends Candidate, Named {}

/** What a candidate of a line is called. */
export function nameOf(candidate: Candidate, line: LineReading): Named {
  const words = wordsOf(candidate, line);
  const { key, spelling, person } = identityOf(candidate.label, words);
  return { name: nameIn(line.text, candidate.start, candidate.end, words), words, key, spelling, person };
}

/** The mention that a candidate makes, as sure as `confidence` says. */
export const mentionOf = (
  { start, end, label, value, source, first, last, proposals, tagged, again }: Candidate,
  { name, words, key, spelling, person }: Named,
  confidence: number,
): Mention => ({
  start,
  end,
  label,
  value,
  confidence,
  source,
  first,
  last,
  proposals,
  tagged,
  again,
  name,
  words,
  key,
  spelling,
  person,
});

/** The words of a candidate, folded, without particles in front of the first, marks left out. */
export function wordsOf({ start, first, last }: Candidate, line: LineReading): string[] {
  const { tokens } = line;
  const words: string[] = [];
  for (let i = first; i <= last; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') continue;
    words.push(i === first ? stemFrom(viewLine(line), first, last, start) : token.folded);
  }
  return words;
}

function nameIn(text: string, start: number, end: number, words: readonly string[]): string {
  const name = text.slice(start, end);
  const swallowed = name.startsWith('ل') && text[start - 1] === 'ل' && words[0]?.startsWith('ال') === true;
  return swallowed ? `ا${name}` : name;
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
