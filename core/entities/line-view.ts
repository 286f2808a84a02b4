import type { LineReading } from '../lexicon/article.ts';
import { LISTS } from '../lexicon/lists.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { remembered } from '../lexicon/remembered.ts';
import { addTraits, hasTrait, nextWithTrait, traitOf, traitsOf } from '../lexicon/traits.ts';
import type { TokenTraits, TraitSet } from '../lexicon/traits.ts';
import { splitsOf } from '../text/clitics.ts';
import type { CliticSplit } from '../text/clitics.ts';
import { fold } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';

/** A line as the recognisers of names look at it: what the lists say, by token. Indices are those of `line.tokens`. */
export interface LineView {
  readonly line: LineReading;
  readonly tokens: readonly Token[];
  /** By token: the lists that have a name which begins there, and how its word is used. */
  readonly traits: TokenTraits;
  /** The first token from `from` on that has one of these traits, -1 if none: where a recogniser looks. */
  readonly next: (wanted: TraitSet, from: number) => number;
  /** Whether token `i` has one of these traits. */
  readonly has: (i: number, wanted: TraitSet) => boolean;
  /** The matches that begin with token `i`. */
  readonly at: (i: number) => readonly LexiconMatch[];
  /**
   * The longest name of a list that begins with token `i`, the word taken whole before one with particles taken off;
   * `bare`: only the word taken whole.
   */
  readonly find: (i: number, list: ListId, bare?: boolean) => LexiconMatch | null;
  /** The readings of token `i` that take particles off it (splitsOf); worked out once. */
  readonly splits: (i: number) => readonly CliticSplit[];
  /** Whether token `i`, as it stands, is hardly ever a name. */
  readonly isOrdinary: (i: number) => boolean;
  /** Whether token `i`, as it stands, is among the most frequent words. */
  readonly isFrequent: (i: number) => boolean;
  /** Whether token `i` is an ordinary word and nothing else begins with it: neither a name nor a part of one. */
  readonly isPlain: (i: number) => boolean;
  /** Whether token `i` is a word that no list knows, long enough to be a name. */
  readonly isUnknown: (i: number) => boolean;
  /** Whether token `i + 1` follows token `i` behind nothing but a blank. */
  readonly follows: (i: number) => boolean;
}

/** The view of a line; the same line has one view. */
export const viewLine = remembered((line: LineReading): LineView => createView(line));

/**
 * The traits of each token as a recogniser of names takes them: a word that only looks like a name because it was folded
 * ("على" as "علي") begins no name by itself.
 */
function traitsIn({ traits, matchesAt }: LineReading): TokenTraits {
  const first = nextWithTrait(traits, MISLEADING, 0);
  if (first < 0) return traits;
  const meant = traits.slice();
  for (let i = first; i >= 0; i = nextWithTrait(traits, MISLEADING, i + 1)) {
    meant[2 * i] = (meant[2 * i] as number) & USES.low;
    meant[2 * i + 1] = (meant[2 * i + 1] as number) & USES.high;
    if (!hasTrait(traits, i, OPENING)) continue;
    for (const { entries, last } of matchesAt(i))
      if (last > i) for (const { list } of entries) addTraits(meant, i, traitOf(list));
  }
  return meant;
}

const MISLEADING = traitOf('misleading');
const ORDINARY = traitOf('ordinary');
const FREQUENT = traitOf('frequent');
const UNKNOWN = traitOf('unknown');
const OPENING = traitOf('opening');
const USES = traitsOf('ordinary', 'frequent', 'misleading', 'unknown', 'opening');
const TELLING_LISTS = traitsOf(...LISTS.filter((list) => list !== 'ordinary-word'));

const NO_MATCHES: readonly LexiconMatch[] = [];

function createView(line: LineReading): LineView {
  const { tokens, matchesAt } = line;
  const traits = traitsIn(line);
  const has = (i: number, wanted: TraitSet): boolean => hasTrait(traits, i, wanted);
  const at = (i: number): readonly LexiconMatch[] =>
    !has(i, MISLEADING)
      ? matchesAt(i)
      : has(i, OPENING)
        ? matchesAt(i).filter(({ last }) => last > i)
        : NO_MATCHES;
  return {
    line,
    tokens,
    traits,
    at,
    next: (wanted, from) => nextWithTrait(traits, wanted, from),
    has,
    splits(i) {
      const token = tokens[i];
      return token ? splitsOf(line.words, token.word) : [];
    },
    find(i, list, bare = false) {
      if (!has(i, traitOf(list))) return null;
      let best: LexiconMatch | null = null;
      for (const match of at(i)) {
        if (valueIn(match, list) === null || (bare && match.proclitics !== '')) continue;
        if (
          !best ||
          match.last > best.last ||
          (match.last === best.last && best.proclitics > match.proclitics)
        )
          best = match;
      }
      return best;
    },
    isOrdinary: (i) => has(i, ORDINARY),
    isFrequent: (i) => has(i, FREQUENT),
    isPlain: (i) => has(i, ORDINARY) && !has(i, TELLING_LISTS),
    isUnknown: (i) => has(i, UNKNOWN),
    follows(i) {
      const next = tokens[i + 1];
      return next !== undefined && next.kind !== 'mark' && next.spaced;
    },
  };
}

/** The value that a list gives to a match, or null if the list does not have it. */
export function valueIn(match: LexiconMatch, list: ListId): string | null {
  for (const entry of match.entries) if (entry.list === list) return entry.value;
  return null;
}

/** A set of folded words, written as one string with blanks between. */
export const foldedWords = (words: string): ReadonlySet<string> => new Set(fold(words).trim().split(/\s+/));
