import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
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
  readonly proclitics: string;
  /** The list's second column. */
  readonly value: string;
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
  const tables = new Map<ListId, (ListedWord | undefined)[]>();
  const names: LexiconMatch[] = [];
  const listed = new Uint8Array(line.tokens.length);
  for (const match of line.matches) {
    // The future particle stands before verbs alone: "سالف" is no thousand.
    if (match.proclitics.includes('س')) continue;
    // "كمية" is an amount, not "as a hundred".
    if (match.proclitics.endsWith('ك') && line.tokens[match.first]?.folded.endsWith('كميه')) continue;
    for (const entry of match.entries) {
      if (!READ.has(entry.list)) {
        if (NAMES.has(entry.list)) names[match.first] = match;
        continue;
      }
      let table = tables.get(entry.list);
      if (!table) tables.set(entry.list, (table = []));
      const known = table[match.first];
      if (known && (known.last > match.last || known.proclitics.length < match.proclitics.length)) continue;
      const stem = (line.tokens[match.first] as Token).folded.slice(match.proclitics.length);
      const definite =
        stem.startsWith('ال') ||
        (match.proclitics.endsWith('ل') && stem.startsWith('ل') && !OWN_LAM.has(stem));
      table[match.first] = { ...match, value: entry.value, definite };
      listed[match.first] = 1;
    }
  }
  const word = (list: ListId, i: number): ListedWord | null => tables.get(list)?.[i] ?? null;
  return {
    text: line.text,
    isListed: (i) => listed[i] === 1,
    isName: (first, last) => names[first]?.last === last,
    tokens: line.tokens,
    word,
    bare: (list, i) => {
      const found = word(list, i);
      return found && found.proclitics === '' ? found : null;
    },
  };
}

/** The folded text of token `i`, "" behind the end. */
export const foldedAt = (scan: Scan, i: number): string => scan.tokens[i]?.folded ?? '';

/** Whether token `i` is a dash between two numbers; the tatweel is written for one too. */
export const isDash = (scan: Scan, i: number): boolean => DASHES.has(scan.tokens[i]?.text ?? '');

const DASHES = new Set(['-', '–', '—', '‐', '‑', '−', 'ـ']);
