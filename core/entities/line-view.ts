import type { LineReading } from '../lexicon/article.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { fold } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';

/** A line as the recognisers of names look at it: what the lists say, by token. Indices are those of `line.tokens`. */
export interface LineView {
  readonly line: LineReading;
  readonly tokens: readonly Token[];
  /** The matches that begin with token `i`. */
  readonly at: (i: number) => readonly LexiconMatch[];
  /**
   * The longest name of a list that begins with token `i`, the word taken whole before one with particles taken off;
   * `bare`: only the word taken whole.
   */
  readonly find: (i: number, list: ListId, bare?: boolean) => LexiconMatch | null;
  /** Whether token `i`, as it stands, is hardly ever a name. */
  readonly isOrdinary: (i: number) => boolean;
  /** Whether token `i` is a word that no list knows, long enough to be a name. */
  readonly isUnknown: (i: number) => boolean;
  /** Whether token `i + 1` follows token `i` behind nothing but a blank. */
  readonly follows: (i: number) => boolean;
}

const NONE: readonly LexiconMatch[] = [];

const views = new WeakMap<LineReading, LineView>();

/** The view of a line; the same line has one view. */
export function viewLine(line: LineReading): LineView {
  const known = views.get(line);
  if (known) return known;
  const view = createView(line);
  views.set(line, view);
  return view;
}

function createView(line: LineReading): LineView {
  const { tokens } = line;
  const starts: LexiconMatch[][] = [];
  for (const match of line.matches) (starts[match.first] ??= []).push(match);
  const at = (i: number): readonly LexiconMatch[] => starts[i] ?? NONE;
  const listed = (match: LexiconMatch, list: ListId): boolean =>
    match.entries.some((entry) => entry.list === list);
  const ordinary = tokens.map((_, i) =>
    at(i).some((match) => match.last === i && match.proclitics === '' && listed(match, 'ordinary-word')),
  );
  return {
    line,
    tokens,
    at,
    find(i, list, bare = false) {
      let best: LexiconMatch | null = null;
      for (const match of at(i)) {
        if (!listed(match, list) || (bare && match.proclitics !== '')) continue;
        if (
          !best ||
          match.last > best.last ||
          (match.last === best.last && best.proclitics > match.proclitics)
        )
          best = match;
      }
      return best;
    },
    isOrdinary: (i) => ordinary[i] ?? false,
    isUnknown(i) {
      const token = tokens[i];
      return (
        token?.kind === 'word' &&
        token.folded.length > 2 &&
        !at(i).some(
          (match) => match.last === i && (match.proclitics === '' || listed(match, 'ordinary-word')),
        )
      );
    },
    follows(i) {
      const next = tokens[i + 1];
      return next !== undefined && next.kind !== 'mark' && next.spaced;
    },
  };
}

/** The value that a list gives to a match, or null if the list does not have it. */
export const valueIn = (match: LexiconMatch, list: ListId): string | null =>
  match.entries.find((entry) => entry.list === list)?.value ?? null;

/** A set of folded words, written as one string with blanks between. */
export const foldedWords = (words: string): ReadonlySet<string> => new Set(fold(words).trim().split(/\s+/));
