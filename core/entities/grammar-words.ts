import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { ListedWords } from '../lexicon/listed-word.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitsOf } from '../lexicon/traits.ts';
import type { Token } from '../text/tokens.ts';
import { rememberedOfWord } from '../text/words.ts';
import { Start } from './start.ts';
import { wordSet } from './word-set.ts';

/** What a list of the grammar says of a word or phrase, wherever it stands. */
export interface GrammarWord {
  readonly list: ListId;
  /** How many tokens it has behind its first. */
  readonly further: number;
  /** UTF-16 code units of the particles in front, which are left out. */
  readonly length: number;
  readonly proclitics: string;
  /** The list's second column, and its first two words: "this", or "part" and "12-15". */
  readonly value: string;
  readonly role: string;
  readonly detail: string;
  /** Whether it is written with the article. */
  readonly definite: boolean;
}

/** What may begin at a word, bits of Start, and the words of the grammar that say so: one of each list. */
export interface GrammarWords {
  readonly starts: number;
  readonly words: readonly GrammarWord[];
}

/** The lists that the grammar reads, and their bits. */
const BITS: Partial<Readonly<Record<ListId, number>>> = {
  currency: Start.Currency,
  deictic: Start.Deictic,
  'hijri-month': Start.Month,
  month: Start.Month,
  'named-day': Start.NamedDay,
  'number-word': Start.NumberWord,
  ordinal: Start.Ordinal,
  'time-unit': Start.TimeUnit,
  'time-word': Start.TimeWord,
  unit: Start.Unit,
  weekday: Start.Weekday,
};

/** The same as traits. */
export const GRAMMAR = traitsOf(...(Object.keys(BITS) as ListId[]));

/** The bits of the parts that the words of lexicon/time-word.tsv play. */
const ROLES: ReadonlyMap<string, number> = new Map([
  ['this', Start.This],
  ['every', Start.Every],
  ['day', Start.Day],
  ['edge', Start.Edge],
  ['part', Start.PartOfDay],
  ['tonight', Start.PartOfDay],
  ['adverb', Start.PartOfDay],
  ['shift', Start.PartOfDay],
  ['season', Start.Season],
  ['decade', Start.Decade],
  ['clock', Start.Clock],
  ['some', Start.Some],
  ['possessed', Start.Possessed],
]);

const NONE: GrammarWords = { starts: 0, words: [] };

/** What the lists of the grammar have under a word alone. */
export const grammarOfWord = rememberedOfWord(({ words, readings }: ListedWords, word): GrammarWords => {
  const text = words.texts[word] as string;
  const folded = words.folded[word] as string;
  const found: GrammarWord[] = [];
  let starts = 0;
  for (const { proclitics, length, stem, group } of readings[word] ?? [])
    if (group !== null && isMeant(text, folded, proclitics, stem))
      for (const entry of group.entries) starts |= enter(found, entry, folded, proclitics, length, 0);
  return starts === 0 ? NONE : { starts, words: found };
});

/** The same of a token with which names of several words begin, by its matches. */
export function grammarOfMatches(token: Token, matches: readonly LexiconMatch[]): GrammarWords {
  const found: GrammarWord[] = [];
  let starts = 0;
  for (const { entries, proclitics, stem, start, first, last } of matches)
    if (isMeant(token.text, token.folded, proclitics, stem))
      for (const entry of entries)
        starts |= enter(found, entry, token.folded, proclitics, start - token.start, last - first);
  return starts === 0 ? NONE : { starts, words: found };
}

/** Whether a reading of a word that the lists have is one: `text` is the word as it stands. */
export function isMeant(text: string, folded: string, proclitics: string, stem: string): boolean {
  // The future particle stands before verbs alone: "سالف" is no thousand.
  if (proclitics.includes('س')) return false;
  // "ميتا" is a company, "مئتا" two hundred.
  if (stem.startsWith('ميت') && !text.includes('ئ')) return false;
  // "وأحد" is "and one of", "واحد" one.
  if (stem.startsWith('واحد') && text.includes('أ')) return false;
  // "كمية" is an amount, not "as a hundred".
  return !(proclitics.endsWith('ك') && folded.endsWith('كميه'));
}

/** Words that begin with a ل of their own, so that "لليلة" is "for a night". */
const OWN_LAM = wordSet('ليلة ليل ليلتين ليلتان ليال ليالي ليرة ليرات ليرتين لتر لترا لترات لترين');

/**
 * Enters a word among those found, unless a longer one of its list, or one with fewer proclitics, is there.
 * @returns the bits of what may begin with it, 0 where it was not entered
 */
function enter(
  found: GrammarWord[],
  { list, value }: LexiconEntry,
  folded: string,
  proclitics: string,
  length: number,
  further: number,
): number {
  const bit = BITS[list];
  if (bit === undefined) return 0;
  let at = 0;
  while (at < found.length && found[at]?.list !== list) at++;
  const known = found[at];
  if (known && (known.further > further || known.proclitics.length < proclitics.length)) return 0;
  const stem = folded.slice(proclitics.length);
  const definite =
    stem.startsWith('ال') || (proclitics.endsWith('ل') && stem.startsWith('ل') && !OWN_LAM.has(stem));
  const [role = '', detail = ''] = value.split(' ');
  found[at] = { list, further, length, proclitics, value, role, detail, definite };
  return bit | (bit === Start.TimeWord ? (ROLES.get(role) ?? 0) : 0);
}
