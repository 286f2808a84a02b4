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
  /** Whether token `i`, as it stands, is among the most frequent words. */
  readonly isFrequent: (i: number) => boolean;
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

/**
 * Words that folding makes look like names: the prepositions على and إلى like علي and ألي, أمام like إمام. Their own
 * spelling tells them apart; a particle may stand in front.
 */
const MISLEADING: ReadonlySet<string> = new Set(
  ['', 'و', 'ف', 'ب', 'ل', 'ك'].flatMap((particle) =>
    'على إلى الى حتى متى لدى أمام امام أدى أو أم أي أن إن جده جدّه معا معاً معًا آمنة أودى فئات جيلا جيلاً سنة آب إب كيف'
      .split(' ')
      .map((word) => particle + word),
  ),
);

/** The longest of them: most words need no look-up. */
const LONGEST_MISLEADING = Math.max(...Array.from(MISLEADING, (word) => word.length));

const isMisleading = (token: Token): boolean =>
  token.text.length <= LONGEST_MISLEADING && MISLEADING.has(token.text);

function createView(line: LineReading): LineView {
  const { tokens } = line;
  const starts: LexiconMatch[][] = [];
  for (const match of line.matches) {
    if (match.first === match.last && isMisleading(tokens[match.first] as Token)) continue;
    (starts[match.first] ??= []).push(match);
  }
  const at = (i: number): readonly LexiconMatch[] => starts[i] ?? NONE;
  const usage = tokens.map((token, i) => {
    if (isMisleading(token)) return 'often';
    let value: string | null = null;
    for (const match of at(i))
      if (match.last === i && match.proclitics === '') value ??= valueIn(match, 'ordinary-word');
    return value;
  });
  return {
    line,
    tokens,
    at,
    find(i, list, bare = false) {
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
    isOrdinary: (i) => (usage[i] ?? null) !== null,
    isFrequent: (i) => usage[i] === 'often',
    isUnknown(i) {
      const token = tokens[i];
      return (
        token?.kind === 'word' &&
        token.folded.length > 2 &&
        (usage[i] ?? null) === null &&
        !UNLIKELY.test(token.folded) &&
        !at(i).some((match) => match.last === i && (match.proclitics === '' || isTelling(match)))
      );
    },
    follows(i) {
      const next = tokens[i + 1];
      return next !== undefined && next.kind !== 'mark' && next.spaced;
    },
  };
}

/** Forms that a name hardly has: conjugated verbs, pronouns written onto a word, articles behind particles. */
const UNLIKELY = /^[يت].*(?:ون|وا)$|^ي.*ان$|.{3}(?:ها|هم|هن|تنا|ته|وه|ءه)$|^(?:لل|وال|بال|كال|فال)/;

/** Whether a reading with particles taken off is believable: an ordinary word, or a name long enough not to be chance. */
const isTelling = (match: LexiconMatch): boolean =>
  match.entries.some(
    ({ list, value }) =>
      (list === 'ordinary-word' && !match.proclitics.endsWith('س')) ||
      list === 'organisation-head' ||
      list === 'place-head' ||
      list === 'field' ||
      ((list === 'person' ||
        list === 'country' ||
        list === 'place' ||
        list === 'organisation' ||
        list === 'nationality' ||
        list === 'given-name' ||
        (list === 'foreign-name' && match.proclitics === 'و')) &&
        value !== 'weak' &&
        match.end - match.start > 2),
  );

/** The value that a list gives to a match, or null if the list does not have it. */
export function valueIn(match: LexiconMatch, list: ListId): string | null {
  for (const entry of match.entries) if (entry.list === list) return entry.value;
  return null;
}

/** A set of folded words, written as one string with blanks between. */
export const foldedWords = (words: string): ReadonlySet<string> => new Set(fold(words).trim().split(/\s+/));
