import type { LineReading } from '../lexicon/article.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { withProclitics } from '../text/clitics.ts';
import type { CliticSplit } from '../text/clitics.ts';
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
  /** The readings of token `i` that take particles off it (withProclitics); worked out once. */
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

const NONE: readonly LexiconMatch[] = [];

/** What has been found out of a token. */
const YES = 1;
const NO = 2;

/** How ordinary a word is. */
const NOT_ORDINARY = 0;
const ORDINARY = 1;
const FREQUENT = 2;
const MISLEADING_WORD = 3;

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
  const starts = new Array<LexiconMatch[] | undefined>(tokens.length);
  const usage = new Uint8Array(tokens.length);
  /** Whether a list other than that of ordinary words has something that begins here. */
  const listed = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) if (isMisleading(tokens[i] as Token)) usage[i] = MISLEADING_WORD;
  for (const match of line.matches) {
    const { first, last, proclitics, entries } = match;
    if (first === last && usage[first] === MISLEADING_WORD) continue;
    const at = starts[first];
    if (at) at.push(match);
    else starts[first] = [match];
    for (const { list, value } of entries)
      if (list !== 'ordinary-word') listed[first] = 1;
      else if (first === last && proclitics === '' && usage[first] === NOT_ORDINARY)
        usage[first] = value === 'often' ? FREQUENT : ORDINARY;
  }
  const at = (i: number): readonly LexiconMatch[] => starts[i] ?? NONE;
  const isUnknown = (i: number): boolean => {
    const token = tokens[i];
    return (
      token?.kind === 'word' &&
      token.folded.length > 2 &&
      usage[i] === NOT_ORDINARY &&
      !UNLIKELY.test(token.folded) &&
      !at(i).some((match) => match.last === i && (match.proclitics === '' || isTelling(match)))
    );
  };
  const splits: (readonly CliticSplit[])[] = [];
  const unknown = new Uint8Array(tokens.length);
  return {
    line,
    tokens,
    at,
    splits(i) {
      const token = tokens[i];
      return token ? (splits[i] ??= withProclitics(token)) : [];
    },
    find(i, list, bare = false) {
      if (listed[i] !== 1 && list !== 'ordinary-word') return null;
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
    isOrdinary: (i) => (usage[i] ?? NOT_ORDINARY) !== NOT_ORDINARY,
    isFrequent: (i) => (usage[i] ?? NOT_ORDINARY) >= FREQUENT,
    isPlain: (i) => listed[i] === 0 && usage[i] !== NOT_ORDINARY,
    isUnknown: (i) => (unknown[i] ||= isUnknown(i) ? YES : NO) === YES,
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
      (list === 'cue' && (match.proclitics === 'و' || match.proclitics === 'ف')) ||
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
