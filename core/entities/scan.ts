import type { LineReading } from '../lexicon/article.ts';
import type { ListedWords } from '../lexicon/listed-word.ts';
import type { ListId } from '../lexicon/lists.ts';
import { hasTrait, traitOf, traitsOf } from '../lexicon/traits.ts';
import type { TraitSet } from '../lexicon/traits.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { rememberedOfWord } from '../text/words.ts';
import type { Duration } from './dates/durations.ts';
import type { TimeUnit } from './dates/date-expression.ts';
import { GRAMMAR, grammarOfMatches, grammarOfWord, isMeant } from './grammar-words.ts';
import type { GrammarWord, GrammarWords } from './grammar-words.ts';
import type { NumberPhrase } from './numbers/number-phrase.ts';
import { LISTED, Start } from './start.ts';
import { wordSet } from './word-set.ts';

export { NUMBER_START, Start } from './start.ts';

/** A stretch of tokens, first to last, read as one thing. Offsets count from the start of the line. */
export interface Reach extends Span {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase of a list where it stands in the line; its span leaves proclitics out. */
export type ListedWord = Reach &
  Pick<GrammarWord, 'list' | 'proclitics' | 'value' | 'role' | 'detail' | 'definite'>;

/** A line with its listed words laid out by token, so that a grammar can ask "is there a month at token i?". */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By token: what may begin there, bits of Start; 0 for most. */
  readonly starts: readonly number[];
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

/** What may begin at a word, as far as its spelling and the lists tell; Article and Quote where digits must follow still. */
const startsOfWord = rememberedOfWord((listed: ListedWords, word): number => {
  const { kinds, texts, folded } = listed.words;
  const { starts } = grammarOfWord(listed, word);
  const text = texts[word] as string;
  const form = folded[word] as string;
  switch (kinds[word]) {
    case 'number':
      return starts | Start.Digits;
    case 'mark':
      return OPENING_MARKS.has(text) ? Start.Mark : QUOTES.has(text) ? Start.Quote : 0;
    case 'word':
      return starts | (ARTICLES.has(form) ? Start.Article : OPENERS.has(form) ? Start.Other : 0);
    default:
      return starts | Start.Latin;
  }
});

/** What may begin at token `i`: 0 at most. */
function startsAt(line: LineReading, i: number): number {
  const { word, text } = line.tokens[i] as Token;
  let starts = startsOfWord(line.listed, word);
  if (opensPhrase(line, i)) starts = (starts & ~LISTED) | grammarAt(line, i).starts;
  if ((starts & (Start.Article | Start.Quote)) === 0) return starts;
  const next = line.tokens[i + 1];
  if (next?.kind !== 'number') return starts & ~(Start.Article | Start.Quote);
  if ((starts & Start.Quote) !== 0) return Start.Mark;
  return !next.spaced || text.endsWith('\u0640') ? starts : starts & ~Start.Article;
}

const OPENING = traitOf('opening');

/** Whether a phrase of the grammar begins at token `i`. */
const opensPhrase = ({ traits }: LineReading, i: number): boolean =>
  hasTrait(traits, i, OPENING) && hasTrait(traits, i, GRAMMAR);

/** What the lists of the grammar have at token `i`. */
const grammarAt = (line: LineReading, i: number): GrammarWords =>
  opensPhrase(line, i)
    ? grammarOfMatches(line.tokens[i] as Token, line.matchesAt(i))
    : grammarOfWord(line.listed, (line.tokens[i] as Token).word);

/** Lays out a line's listed words. Linear in tokens and in their matches with the lists of the grammar. */
export function scanLine(line: LineReading): Scan {
  const { tokens } = line;
  const starts = new Array<number>(tokens.length);
  for (let i = 0; i < tokens.length; i++) starts[i] = startsAt(line, i);
  const placed = new Array<readonly ListedWord[] | undefined>(tokens.length);
  const isListed = (i: number): boolean => ((starts[i] ?? 0) & LISTED) !== 0;
  const word = (list: ListId, i: number): ListedWord | null => {
    if (!isListed(i)) return null;
    for (const found of (placed[i] ??= wordsAt(line, i))) if (found.list === list) return found;
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
    isListed,
    beginsName: (i) => isNameOf(line, i, -1),
    isName: (first, last) => isNameOf(line, first, last),
    numbers: new Array<undefined>(tokens.length),
    units: new Array<undefined>(tokens.length),
    durations: new Array<undefined>(tokens.length),
  };
}

/** The words of the grammar that begin with token `i`, where they stand. */
function wordsAt(line: LineReading, i: number): readonly ListedWord[] {
  const { tokens } = line;
  const { start } = tokens[i] as Token;
  return grammarAt(line, i).words.map(
    ({ list, further, length, proclitics, value, role, detail, definite }): ListedWord => ({
      start: start + length,
      end: (tokens[i + further] as Token).end,
      first: i,
      last: i + further,
      proclitics,
      list,
      value,
      role,
      detail,
      definite,
    }),
  );
}

/** Whether a name of the lists begins at token `first` and ends with token `last`, wherever if that is negative. */
function isNameOf(line: LineReading, first: number, last: number): boolean {
  if (!hasTrait(line.traits, first, NAMES)) return false;
  const { text, folded } = line.tokens[first] as Token;
  return line
    .matchesAt(first)
    .some(
      (match) =>
        (last < 0 || match.last === last) &&
        match.entries.some(({ list }) => isIn(NAMES, list)) &&
        isMeant(text, folded, match.proclitics, match.stem),
    );
}

const isIn = ({ low, high }: TraitSet, list: ListId): boolean => {
  const trait = traitOf(list);
  return ((trait.low & low) | (trait.high & high)) !== 0;
};

/** The folded text of token `i`, "" behind the end. */
export const foldedAt = (scan: Scan, i: number): string => scan.tokens[i]?.folded ?? '';

/** Whether token `i` is a dash between two numbers; the tatweel is written for one too. */
export const isDash = (scan: Scan, i: number): boolean => DASHES.has(scan.tokens[i]?.text ?? '');

const DASHES = new Set(['-', '–', '—', '‐', '‑', '−', 'ـ']);
