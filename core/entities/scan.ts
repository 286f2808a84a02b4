import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { ListId } from '../lexicon/lists.ts';
import { hasTrait, traitOf, traitsOf } from '../lexicon/traits.ts';
import type { TraitSet } from '../lexicon/traits.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { rememberedOfWord } from '../text/words.ts';
import type { Duration } from './dates/durations.ts';
import type { TimeUnit } from './dates/date-expression.ts';
import type { NumberPhrase } from './numbers/number-phrase.ts';
import { wordSet } from './word-set.ts';

/** A stretch of tokens, first to last, read as one thing. Offsets count from the start of the line. */
export interface Reach extends Span {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase of a list where it stands in the line; its span leaves proclitics out. */
export interface ListedWord extends Reach {
  readonly list: ListId;
  readonly proclitics: string;
  /** The list's second column, and its first two words: "this", or "part" and "12-15". */
  readonly value: string;
  readonly role: string;
  readonly detail: string;
  /** Whether it is written with the article. */
  readonly definite: boolean;
}

/**
 * What an expression may begin with, one bit each: a word of a list of the grammar, digits, the article before digits,
 * a Latin word, an opening mark, or a word that stands in no list. Readers are asked only where one of theirs is set.
 */
export const Start = {
  Currency: 1,
  Deictic: 2,
  Month: 4,
  NamedDay: 8,
  NumberWord: 16,
  Ordinal: 32,
  TimeUnit: 64,
  TimeWord: 128,
  Unit: 256,
  Weekday: 512,
  Digits: 1024,
  Article: 2048,
  Latin: 4096,
  Mark: 8192,
  Other: 16384,
  // The parts that the words of lexicon/time-word.tsv play
  This: 1 << 16,
  Every: 1 << 17,
  Day: 1 << 18,
  Edge: 1 << 19,
  PartOfDay: 1 << 20,
  Season: 1 << 21,
  Decade: 1 << 22,
  Clock: 1 << 23,
  Some: 1 << 24,
  Possessed: 1 << 25,
  /** A quotation mark, which opens a measure where digits follow; then it counts as Mark. */
  Quote: 1 << 26,
} as const;

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

/** Where a number may begin: digits, digits behind the article, a number in words. */
export const NUMBER_START = Start.Digits | Start.Article | Start.NumberWord;

/** A line with its listed words laid out by token, so that a grammar can ask "is there a month at token i?". */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By token: what may begin there, bits of Start; 0 for most. */
  readonly starts: Int32Array;
  /** The longest word of a list that begins at a token, with as few proclitics as can be; null if there is none. */
  readonly word: (list: ListId, i: number) => ListedWord | null;
  /** As `word`, but one that has no proclitics: what stands inside a phrase. */
  readonly bare: (list: ListId, i: number) => ListedWord | null;
  /** Whether any list of the grammar has a word that begins at token `i`. */
  readonly isListed: (i: number) => boolean;
  /** Whether a name of the lists begins at token `i`. */
  readonly beginsName: (i: number) => boolean;
  /** Whether the tokens from first to last are the name of a place, a person or a body in the lists. */
  readonly isName: (first: number, last: number) => boolean;
  /** What has been read at a token, since every reader asks for it. */
  readonly numbers: (NumberPhrase | null | undefined)[];
  readonly units: (TimeUnit | null | undefined)[];
  readonly durations: (Duration | null | undefined)[];
}

/** Words that begin with a ل of their own, so that "لليلة" is "for a night". */
const OWN_LAM = wordSet('ليلة ليل ليلتين ليلتان ليال ليالي ليرة ليرات ليرتين لتر لترا لترات لترين');

/** The lists that the grammar reads, and their bits. */
const READ: ReadonlyMap<ListId, number> = new Map<ListId, number>([
  ['currency', Start.Currency],
  ['deictic', Start.Deictic],
  ['hijri-month', Start.Month],
  ['month', Start.Month],
  ['named-day', Start.NamedDay],
  ['number-word', Start.NumberWord],
  ['ordinal', Start.Ordinal],
  ['time-unit', Start.TimeUnit],
  ['time-word', Start.TimeWord],
  ['unit', Start.Unit],
  ['weekday', Start.Weekday],
]);

const GRAMMAR = traitsOf(...READ.keys());

const NAMES = traitsOf(
  'city',
  'club',
  'country',
  'family-name',
  'foreign-name',
  'given-name',
  'known-person',
  'organisation',
  'party',
  'person',
  'place',
  'product',
);

/** Words in no list with which an expression may begin nevertheless. */
const OPENERS = wordSet('نقطة الفترة نفس العشر');

/** Marks with which one may begin: of percent and of money, of an address, of a number in brackets. */
const OPENING_MARKS = new Set('%٪﹪％$€£¥₺₽₪₹₩₴#@('.split(''));

/** Quotation marks, which open a measure before digits: "«65» عاما". */
const QUOTES = new Set('"“«”'.split(''));

const ARTICLES = wordSet('ال وال بال لل كال فال وبال ولل');

/** Whether token `i` is the article before digits, written onto them or with a tatweel: "الـ18", "الـ 18". */
export const isArticle = (scan: Scan, i: number): boolean => ((scan.starts[i] ?? 0) & Start.Article) !== 0;

/** What may begin at a word by its spelling alone; Article where digits must follow still. */
const startOf = rememberedOfWord(({ kinds, texts, folded }, word): number => {
  const text = texts[word] as string;
  const form = folded[word] as string;
  switch (kinds[word]) {
    case 'number':
      return Start.Digits;
    case 'mark':
      return OPENING_MARKS.has(text) ? Start.Mark : QUOTES.has(text) ? Start.Quote : 0;
    case 'word':
      return ARTICLES.has(form) ? Start.Article : OPENERS.has(form) ? Start.Other : 0;
    default:
      return Start.Latin;
  }
});

/** What may begin at token `i`, whatever the lists say. */
function startAt({ words, tokens }: LineReading, i: number): number {
  const { word, text } = tokens[i] as Token;
  const start = startOf(words, word);
  if ((start & (Start.Article | Start.Quote)) === 0) return start;
  const next = tokens[i + 1];
  if (next?.kind !== 'number') return 0;
  if (start === Start.Quote) return Start.Mark;
  return !next.spaced || text.endsWith('\u0640') ? Start.Article : 0;
}

/** Lays out a line's listed words. Linear in tokens and in their matches with the lists of the grammar. */
export function scanLine(line: LineReading): Scan {
  const { tokens, traits } = line;
  const words = new Array<ListedWord[] | undefined>(tokens.length);
  const starts = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    let start = startAt(line, i);
    if (hasTrait(traits, i, GRAMMAR))
      for (const match of line.matchesAt(i))
        for (const entry of match.entries) {
          const bit = READ.get(entry.list);
          if (bit === undefined || !isMeant(line, match)) continue;
          const word = enter((words[i] ??= []), match, entry, tokens);
          if (word) start |= bit | (bit === Start.TimeWord ? (ROLES.get(word.role) ?? 0) : 0);
        }
    starts[i] = start;
  }
  const word = (list: ListId, i: number): ListedWord | null => {
    const listed = words[i];
    if (listed) for (const found of listed) if (found.list === list) return found;
    return null;
  };
  return {
    text: line.text,
    tokens,
    starts,
    word,
    bare: (list, i) => {
      const found = word(list, i);
      return found && found.proclitics === '' ? found : null;
    },
    isListed: (i) => words[i] !== undefined,
    beginsName: (i) => isNameOf(line, i, -1),
    isName: (first, last) => isNameOf(line, first, last),
    numbers: new Array<undefined>(tokens.length),
    units: new Array<undefined>(tokens.length),
    durations: new Array<undefined>(tokens.length),
  };
}

/** Whether a name of the lists begins at token `first` and ends with token `last`, wherever if that is negative. */
function isNameOf(line: LineReading, first: number, last: number): boolean {
  if (!hasTrait(line.traits, first, NAMES)) return false;
  return line
    .matchesAt(first)
    .some(
      (match) =>
        (last < 0 || match.last === last) &&
        match.entries.some(({ list }) => isIn(NAMES, list)) &&
        isMeant(line, match),
    );
}

const isIn = ({ low, high }: TraitSet, list: ListId): boolean => {
  const trait = traitOf(list);
  return ((trait.low & low) | (trait.high & high)) !== 0;
};

function isMeant(line: LineReading, { proclitics, first, stem }: LexiconMatch): boolean {
  // The future particle stands before verbs alone: "سالف" is no thousand.
  if (proclitics.includes('س')) return false;
  // "ميتا" is a company, "مئتا" two hundred.
  const written = line.tokens[first]?.text ?? '';
  if (stem.startsWith('ميت') && !written.includes('ئ')) return false;
  // "وأحد" is "and one of", "واحد" one.
  if (stem.startsWith('واحد') && written.includes('أ')) return false;
  // "كمية" is an amount, not "as a hundred".
  return !(proclitics.endsWith('ك') && line.tokens[first]?.folded.endsWith('كميه'));
}

/** Enters a word among those listed at its token, unless a longer one of its list, or one with fewer proclitics, is there: then null. */
function enter(
  listed: ListedWord[],
  match: LexiconMatch,
  { list, value }: LexiconEntry,
  tokens: readonly Token[],
): ListedWord | null {
  let at = 0;
  while (at < listed.length && listed[at]?.list !== list) at++;
  const known = listed[at];
  if (known && (known.last > match.last || known.proclitics.length < match.proclitics.length)) return null;
  const { start, end, first, last, proclitics } = match;
  const stem = (tokens[first] as Token).folded.slice(proclitics.length);
  const definite =
    stem.startsWith('ال') || (proclitics.endsWith('ل') && stem.startsWith('ل') && !OWN_LAM.has(stem));
  const [role, detail] = cellsOf(value);
  const word = {
    start,
    end,
    first,
    last,
    proclitics,
    list,
    value,
    role,
    detail,
    definite,
  };
  listed[at] = word;
  return word;
}

const cells = new Map<string, readonly [string, string]>();

/** The first two words of a list's value; there are few values. */
function cellsOf(value: string): readonly [string, string] {
  let known = cells.get(value);
  if (!known) {
    const [first = '', second = ''] = value.split(' ');
    cells.set(value, (known = [first, second]));
  }
  return known;
}

/** The folded text of token `i`, "" behind the end. */
export const foldedAt = (scan: Scan, i: number): string => scan.tokens[i]?.folded ?? '';

/** Whether token `i` is a dash between two numbers; the tatweel is written for one too. */
export const isDash = (scan: Scan, i: number): boolean => DASHES.has(scan.tokens[i]?.text ?? '');

const DASHES = new Set(['-', '–', '—', '‐', '‑', '−', 'ـ']);
