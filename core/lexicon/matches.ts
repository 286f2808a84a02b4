import { withProclitics } from '../text/clitics.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { advance, NOWHERE, ROOT } from './automaton.ts';
import { entriesOf } from './lexicon.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';

/** A name of the lists found in a line. Offsets count from the start of the line and leave proclitics out. */
export interface LexiconMatch extends Span {
  /** Index of the first and the last token. */
  readonly first: number;
  readonly last: number;
  /** The particles left out in front, folded: "", "و", "ب", "ول" … */
  readonly proclitics: string;
  /** The first word without them, folded; the ا that ل swallowed is put back ("لامم" of "للامم" → "الامم"). */
  readonly stem: string;
  readonly entries: readonly LexiconEntry[];
}

const HYPHENS = '-‐‑–';

/**
 * Every name of the lists in a line of tokens, under every reading of each first word's proclitics, ordered by first
 * token; at one token shorter names come before longer ones. A name may run over blanks and over hyphens between
 * words ("جونغ-أون"), over no other mark.
 */
export function findMatches(lexicon: Lexicon, tokens: readonly Token[]): LexiconMatch[] {
  const matches: LexiconMatch[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first] as Token;
    if (token.kind === 'mark') continue;
    follow(lexicon, tokens, first, '', 0, token.folded, matches);
    for (const { proclitics, length, stem } of withProclitics(token))
      follow(lexicon, tokens, first, proclitics, length, stem, matches);
  }
  return matches;
}

/** Adds every name that begins with `stem`, the first token's word without its proclitics. */
function follow(
  lexicon: Lexicon,
  tokens: readonly Token[],
  first: number,
  proclitics: string,
  length: number,
  stem: string,
  matches: LexiconMatch[],
): void {
  const { automaton } = lexicon;
  let state = advance(automaton, ROOT, stem);
  let last = first;
  while (state !== NOWHERE) {
    const pattern = automaton.pattern[state] as number;
    if (pattern >= 0)
      matches.push({
        start: (tokens[first] as Token).start + length,
        end: (tokens[last] as Token).end,
        first,
        last,
        proclitics,
        stem,
        entries: entriesOf(lexicon, pattern),
      });
    state = advance(automaton, state, ' ');
    const next = state === NOWHERE ? -1 : nextOfName(tokens, last);
    if (next < 0) break;
    last = next;
    state = advance(automaton, state, (tokens[last] as Token).folded);
  }
}

/** The token with which a name can go on after token `i`: behind a blank, or behind a hyphen; -1 if none. */
function nextOfName(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  if (!next) return -1;
  if (next.kind !== 'mark') return i + 1;
  const behind = tokens[i + 2];
  return HYPHENS.includes(next.text) && behind && behind.kind !== 'mark' ? i + 2 : -1;
}
