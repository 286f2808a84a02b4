import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
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

/** A line with its listed words laid out by token, so that a grammar can ask "is there a month at token i?". */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The longest word of a list that begins at a token, with as few proclitics as can be; null if there is none. */
  readonly word: (list: ListId, i: number) => ListedWord | null;
  /** As `word`, but one that has no proclitics: what stands inside a phrase. */
  readonly bare: (list: ListId, i: number) => ListedWord | null;
  /** Whether any list of the grammar has a word that begins at token `i`. */
  readonly isListed: (i: number) => boolean;
  /** Whether the tokens from first to last are the name of a place, a person or a body in the lists. */
  readonly isName: (first: number, last: number) => boolean;
}

/** Words that begin with a ل of their own, so that "لليلة" is "for a night". */
const OWN_LAM = wordSet('ليلة ليل ليلتين ليلتان ليال ليالي ليرة ليرات ليرتين لتر لترا لترات لترين');

/** The lists that the grammar reads. */
const READ: ReadonlySet<ListId> = new Set<ListId>([
  'currency',
  'deictic',
  'hijri-month',
  'month',
  'named-day',
  'number-word',
  'ordinal',
  'time-unit',
  'time-word',
  'unit',
  'weekday',
]);

const NAMES: ReadonlySet<ListId> = new Set<ListId>([
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
]);

/** Lays out a line's listed words. Linear in tokens and matches. */
export function scanLine(line: LineReading): Scan {
  const words: (ListedWord[] | undefined)[] = new Array<undefined>(line.tokens.length);
  const names: (LexiconMatch | undefined)[] = new Array<undefined>(line.tokens.length);
  for (const match of line.matches)
    for (const entry of match.entries) {
      // Most words are in this list alone.
      if (entry.list === 'ordinary-word') continue;
      if (READ.has(entry.list)) {
        if (isMeant(line, match)) enter((words[match.first] ??= []), match, entry, line.tokens);
      } else if (NAMES.has(entry.list) && isMeant(line, match)) names[match.first] = match;
    }
  const word = (list: ListId, i: number): ListedWord | null => {
    const listed = words[i];
    if (listed) for (const found of listed) if (found.list === list) return found;
    return null;
  };
  return {
    text: line.text,
    isListed: (i) => words[i] !== undefined,
    isName: (first, last) => names[first]?.last === last,
    tokens: line.tokens,
    word,
    bare: (list, i) => {
      const found = word(list, i);
      return found && found.proclitics === '' ? found : null;
    },
  };
}

function isMeant(line: LineReading, { proclitics, first }: LexiconMatch): boolean {
  // The future particle stands before verbs alone: "سالف" is no thousand.
  if (proclitics.includes('س')) return false;
  // "كمية" is an amount, not "as a hundred".
  return !(proclitics.endsWith('ك') && line.tokens[first]?.folded.endsWith('كميه'));
}

/** Enters a word among those listed at its token, unless a longer one of its list, or one with fewer proclitics, is there. */
function enter(
  listed: ListedWord[],
  match: LexiconMatch,
  { list, value }: LexiconEntry,
  tokens: readonly Token[],
): void {
  const at = listed.findIndex((known) => known.list === list);
  const known = listed[at];
  if (known && (known.last > match.last || known.proclitics.length < match.proclitics.length)) return;
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
  if (known) listed[at] = word;
  else listed.push(word);
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
