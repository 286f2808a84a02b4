import { cliticSplits } from '../text/clitics.ts';
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
    for (const split of cliticSplits(token)) {
      let state = advance(lexicon.automaton, ROOT, split.stem);
      let last = first;
      while (state !== NOWHERE) {
        const pattern = lexicon.automaton.pattern[state] as number;
        if (pattern >= 0)
          matches.push({
            start: token.start + split.length,
            end: (tokens[last] as Token).end,
            first,
            last,
            proclitics: split.proclitics,
            stem: split.stem,
            entries: entriesOf(lexicon, pattern),
          });
        const next = nextOfName(tokens, last);
        if (next < 0) break;
        last = next;
        state = advance(
          lexicon.automaton,
          advance(lexicon.automaton, state, ' '),
          (tokens[last] as Token).folded,
        );
      }
    }
  }
  return matches;
}

/** The token with which a name can go on after token `i`: behind a blank, or behind a hyphen; -1 if none. */
function nextOfName(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  if (!next) return -1;
  if (next.kind !== 'mark') return i + 1;
  const behind = tokens[i + 2];
  return HYPHENS.includes(next.text) && behind && behind.kind !== 'mark' ? i + 2 : -1;
}
