import type { Article, ReadLine } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { cliticSplits } from '../text/clitics.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/** The line that holds an offset, its ends included; an offset within "\r\n" belongs to the line before it. */
export function lineAt(article: Article, offset: number): ReadLine | null {
  let low = 0;
  let high = article.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((article.lines[middle] as ReadLine).start <= offset) low = middle;
    else high = middle - 1;
  }
  return article.lines[low] ?? null;
}

/** The lines that share characters with a span, or hold its caret. */
export const linesOf = (article: Article, span: Span): ReadLine[] => {
  const first = lineAt(article, span.start);
  if (!first) return [];
  return article.lines.slice(first.number - 1).filter((line, i) => i === 0 || line.start < span.end);
};

/** Signs that are read as words: percent, degree, number and currency signs, hash and at. */
const SPOKEN = /^[%٪‰°№#@&§£$\u20a0-\u20cf؋﷼]/u;

/** Whether a token counts as a word when spans grow or shrink word by word. */
const isWordlike = (token: Token): boolean => token.kind !== 'mark' || SPOKEN.test(token.text);

/**
 * Where the word proper of a token begins, in UTF-16 code units from the token's start: 0 where nothing proves that
 * its first letters are particles. Proof is, in this order: the longest name of the lists that begins in the token;
 * the article after و ف ب ك or its rest after لل, unless the lists know the whole word alone ("والدته"); the same word
 * without the particles elsewhere in the article. Spelling alone proves nothing ("وزارة", "لبنان").
 */
export function properStart(article: Article, line: ReadLine, index: number): number {
  const token = line.reading.tokens[index];
  if (!token) return 0;
  const splits = cliticSplits(token).filter((split) => split.length > 0);
  if (splits.length === 0) return 0;
  const listed = line.reading.matches.filter((match) => match.first === index);
  const isOrdinary = listed.some(
    ({ first, last, proclitics, entries }) =>
      first === last && proclitics === '' && entries.some(({ list }) => list === 'ordinary-word'),
  );
  const names = listed.filter((match) => isName(match) && !isChance(match, isOrdinary));
  const [name, ...others] = names;
  if (name) {
    // Of two names of one length the one that takes the whole word.
    const longest = others.reduce(
      (a, b) => (b.end > a.end || (b.end === a.end && b.start < a.start) ? b : a),
      name,
    );
    return longest.start - token.start;
  }
  const isWord = listed.some((match) => match.proclitics === '');
  const isListed = (length: number): boolean => listed.some((match) => match.start === token.start + length);
  const definite = splits.find((split) => split.stem.startsWith('ال') && split.stem.length >= 5);
  if (definite && (!isWord || isListed(definite.length))) return definite.length;
  if (isWord) return 0;
  const elsewhere = splits.find((split) => split.stem.length >= 3 && occursAsWord(article, split.stem));
  return elsewhere?.length ?? 0;
}

const isName = ({ entries }: LexiconMatch): boolean => entries.some(({ list }) => list !== 'ordinary-word');

/** So many code units of a single name are no chance behind a particle; behind و, which stands before any word, fewer. */
const LONG_NAME = { behindWaw: 4, behindOthers: 5 };

/**
 * Whether letters behind a particle look like a name by chance: behind the future س, which stands before verbs alone
 * ("وسائل" is no وس + ائل), and in a word that is an ordinary one as it stands ("كلاما" is no ك + لاما) unless the
 * name is a long one.
 */
const isChance = ({ first, last, start, end, proclitics }: LexiconMatch, isOrdinary: boolean): boolean =>
  first === last &&
  proclitics !== '' &&
  (proclitics.endsWith('س') ||
    (isOrdinary && end - start < (proclitics === 'و' ? LONG_NAME.behindWaw : LONG_NAME.behindOthers)));

/** The folded words of an article; made once an article. */
const wordsOf = new WeakMap<Article, ReadonlySet<string>>();

function occursAsWord(article: Article, folded: string): boolean {
  let words = wordsOf.get(article);
  if (!words) {
    words = new Set(article.lines.flatMap((line) => line.reading.tokens.map((token) => token.folded)));
    wordsOf.set(article, words);
  }
  return words.has(folded);
}

/**
 * The word at a caret, without the particles written onto it; null where the caret touches none. Between two tokens
 * the one behind the caret counts, and a word before a mark. Offsets from the start of the article.
 */
export function wordAt(article: Article, offset: number): Span | null {
  const line = lineAt(article, offset);
  if (!line) return null;
  const at = offset - line.start;
  const touching = line.reading.tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token }) => isWordlike(token) && token.start <= at && at <= token.end);
  const found = touching[touching.length - 1];
  if (!found) return null;
  const start = line.start + found.token.start + properStart(article, line, found.index);
  return { start, end: line.start + found.token.end };
}

/**
 * Where spans may begin and end in a line, word by word, ascending offsets from the start of the article. A word with
 * particles has two starts: with them and without.
 */
export function wordEdges(
  article: Article,
  line: ReadLine,
): { readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [index, token] of line.reading.tokens.entries()) {
    if (!isWordlike(token)) continue;
    const proper = properStart(article, line, index);
    starts.push(line.start + token.start);
    if (proper > 0) starts.push(line.start + token.start + proper);
    ends.push(line.start + token.end);
  }
  return { starts, ends };
}
