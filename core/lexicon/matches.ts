import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { advance, NOWHERE } from './automaton.ts';
import type { LexiconEntry } from './lexicon.ts';
import { RECORD, SEVERAL, Told } from './listed-word.ts';
import type { ListedWords, ListGroup } from './listed-word.ts';
import { addTraits, hasTrait, traitOf } from './traits.ts';
import type { TokenTraits } from './traits.ts';

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

/**
 * One pass over a line's tokens that finds which lists have a name where, and how the words are used. What is told of a
 * word alone is remembered with the word; only names of several words are looked up here.
 */
export function findTraits(listed: ListedWords, tokens: readonly Token[]): TokenTraits {
  const { records } = listed;
  const traits = new Array<number>(2 * tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token;
    const record = word * RECORD;
    traits[2 * i] = records[record + Told.Low] as number;
    traits[2 * i + 1] = records[record + Told.High] as number;
    const state = records[record + Told.GoesOn] as number;
    if (state === NOWHERE) continue;
    const next = nextOfName(tokens, i);
    if (next < 0) continue;
    const beginning = records[(tokens[next] as Token).word * RECORD + Told.Beginning] as number;
    if (((records[record + Told.NextBeginnings] as number) & beginning) === 0) continue;
    if (state !== SEVERAL) addLongNames(listed, tokens, i, state, traits);
    else
      for (const { goesOn } of listed.readings[word] ?? []) addLongNames(listed, tokens, i, goesOn, traits);
  }
  return traits;
}

function addLongNames(
  listed: ListedWords,
  tokens: readonly Token[],
  first: number,
  state: number,
  traits: TokenTraits,
): void {
  for (const { group } of findLongNames(listed, tokens, first, state)) {
    addTraits(traits, first, OPENING);
    addTraits(traits, first, group);
  }
}

const OPENING = traitOf('opening');

/**
 * Every name of the lists that begins with token `first`: under each reading of its proclitics, the shorter before the
 * longer. A name may run over blanks and over hyphens between words ("جونغ-أون"), over no other mark. `traits` are those
 * that findTraits found.
 */
export function matchesAt(
  listed: ListedWords,
  tokens: readonly Token[],
  first: number,
  traits: TokenTraits,
): LexiconMatch[] {
  const opens = hasTrait(traits, first, OPENING);
  const matches: LexiconMatch[] = [];
  const token = tokens[first] as Token;
  for (const { proclitics, length, stem, group, goesOn } of listed.readings[token.word] ?? []) {
    const start = token.start + length;
    if (group !== null)
      matches.push({ start, end: token.end, first, last: first, proclitics, stem, entries: group.entries });
    if (!opens) continue;
    for (const { last, group } of findLongNames(listed, tokens, first, goesOn)) {
      const { end } = tokens[last] as Token;
      matches.push({ start, end, first, last, proclitics, stem, entries: group.entries });
    }
  }
  return matches;
}

/** A name of several words: its last token, and what the lists have under it. */
interface LongName {
  readonly last: number;
  readonly group: ListGroup;
}

const NONE: readonly LongName[] = [];

/** Every name that goes on behind token `first` and the blank that led to `state`, shorter before longer. */
function findLongNames(
  { automaton, groupOf }: ListedWords,
  tokens: readonly Token[],
  first: number,
  state: number,
): readonly LongName[] {
  let found: LongName[] | null = null;
  if (state === NOWHERE) return NONE;
  for (let last = nextOfName(tokens, first); last >= 0; last = nextOfName(tokens, last)) {
    const behind = advance(automaton, state, (tokens[last] as Token).folded);
    if (behind === NOWHERE) break;
    const group = groupOf(automaton.pattern[behind] as number);
    if (group) (found ??= []).push({ last, group });
    state = advance(automaton, behind, ' ');
    if (state === NOWHERE) break;
  }
  return found ?? NONE;
}

const HYPHENS = '-‐‑–';

/** The token with which a name can go on after token `i`: behind a blank, or behind a hyphen; -1 if none. */
function nextOfName(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  if (!next) return -1;
  if (next.kind !== 'mark') return i + 1;
  const behind = tokens[i + 2];
  return HYPHENS.includes(next.text) && behind && behind.kind !== 'mark' ? i + 2 : -1;
}
