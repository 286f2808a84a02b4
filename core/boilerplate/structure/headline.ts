import { isHeadlineLike, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { sharedWords } from './cohesion.ts';
import type { Page } from './page.ts';

const LONGEST_FIRST_LINE = 220;
const MOST_WORDS_OF_SECTION_LABEL = 3;
const FEWEST_WORDS_OF_TITLE_BELOW_LABEL = 5;

/** No page has more lines than this above its text; the bound keeps the reading linear. */
const MOST_LINES_ABOVE_TEXT = 120;

/** Where the text of the article begins: the first line from `from` on that reads as a paragraph, or the last it can be. */
function nextParagraph(page: Page, from: number): number {
  const { lines, sightings } = page;
  const end = Math.min(lines.length, from + MOST_LINES_ABOVE_TEXT);
  for (let i = from; i < end; i++) {
    const line = lines[i] as LineShape;
    if (sightings[i] || !isParagraph(line)) continue;
    if (i === 0 && lines.length > 1 && line.stop !== 'full' && line.length <= LONGEST_FIRST_LINE) continue;
    return i;
  }
  return end;
}

const SHORTEST_DESCRIPTION = 60;

/** Whether a line is the page's description: the beginning of the line below it, cut off. A whole one is a standfirst. */
export function isDescription(page: Page, i: number): boolean {
  const line = page.lines[i];
  const below = page.lines[i + 1];
  if (!line || !below || line.length < SHORTEST_DESCRIPTION || below.length <= line.length) return false;
  const text = line.reading.text.trim();
  const dots = ['…', '...', '..'].find((end) => text.endsWith(end)) ?? '';
  const start = text.slice(0, text.length - dots.length).trimEnd();
  return !start.endsWith('.') && below.reading.text.trim().startsWith(start);
}

/** Furniture between a page's description and its article. */
const FURNITURE: ReadonlySet<string> = new Set(['share', 'dateline', 'crawl-header', 'masthead', 'comments']);
const FEWEST_LINES_OF_FURNITURE = 3;

/**
 * Where the text of the article begins. A lone paragraph at the very top is the page's description, not the text, when
 * the page's title comes again below it, or navigation and a headline do, before the next paragraph.
 */
export function findFirstParagraph(page: Page): number {
  const { lines, sightings } = page;
  const found = nextParagraph(page, 0);
  const first = isDescription(page, found) ? found + 1 : found;
  if (first > 2 || first + 1 >= lines.length) return first;
  const second = nextParagraph(page, first + 1);
  if (second >= lines.length || nextParagraph(page, second + 1) >= lines.length) return first;
  const between = sightings.slice(first + 1, second);
  if (between.some((s) => s?.class === 'read-also' || s?.class === 'source' || s?.class === 'keywords'))
    return first;
  const title = lines[0] as LineShape;
  const repeats = lines.slice(first + 1, second).some((line) => line.words >= 3 && isTitleOf(title, line));
  const furniture = between.filter((s) => s && FURNITURE.has(s.class)).length;
  const hasHeadline = between.some((s, k) => !s && isHeadlineLike(lines[first + 1 + k] as LineShape));
  return repeats || (furniture >= FEWEST_LINES_OF_FURNITURE && hasHeadline) ? second : first;
}

const MOST_WORDS_ADDED = 6;

/** What parts a page's title from the outlet's name. */
const PARTING = '-–—|»:';

/** Whether `title` says what `line` says, alone or with an outlet's name before or behind it. */
function isTitleOf(title: LineShape, line: LineShape): boolean {
  if (title.key === line.key) return true;
  if (title.words - line.words > MOST_WORDS_ADDED) return false;
  const parted = title.reading.tokens.some((token) => PARTING.includes(token.text));
  if (parted && line.words >= FEWEST_WORDS_OF_TITLE_BELOW_LABEL && sharedWords(line, title) >= 0.8)
    return true;
  return title.key.endsWith(' ' + line.key) || title.key.startsWith(line.key + ' ');
}

/** The headline among the lines above the first paragraph, and the lines that say the same again. */
export interface HeadlineFinding {
  /** Index of the headline, -1 if the article has none. */
  readonly headline: number;
  /** Lines that repeat the headline with something added, such as the page's title. */
  readonly titles: readonly number[];
  /** The outlet's name above its stamp, -1 if there is none. */
  readonly outlet: number;
}

const NONE = -1;

/**
 * Finds the headline: a line that is repeated, or that the page's title contains; under a list of other articles the
 * last line before a stamp or the text; else the first line that is no section label.
 */
export function findHeadline(page: Page, firstParagraph: number): HeadlineFinding {
  const { lines, sightings } = page;
  const candidates: number[] = [];
  for (let i = 0; i < firstParagraph; i++)
    if (!sightings[i] && !isCrawledOutlet(page, i) && (isHeadlineLike(lines[i] as LineShape) || i === 0))
      candidates.push(i);
  if (candidates.length === 0) return { headline: -1, titles: [], outlet: NONE };
  const keyOf = (i: number): string => (lines[i] as LineShape).key;
  const wordsOf = (i: number): number => (lines[i] as LineShape).words;

  for (const [n, i] of candidates.entries()) {
    if (wordsOf(i) < 3) continue;
    const later = candidates.slice(n + 1);
    const title = lines[i] as LineShape;
    const inner = later.find((j) => wordsOf(j) >= 3 && isTitleOf(title, lines[j] as LineShape));
    if (inner === undefined) continue;
    const isPageTitle = keyOf(i) !== keyOf(inner) || hasParagraph(page, i, inner);
    return isPageTitle
      ? { headline: inner, titles: [i], outlet: NONE }
      : { headline: i, titles: [], outlet: NONE };
  }

  const listHeading = sightings.findIndex((s, i) => i < firstParagraph && s?.class === 'read-also');
  if (listHeading >= 0 && !candidates.some((i) => i < listHeading)) {
    const anchor = sightings.findIndex(
      (s, i) => i > listHeading + 1 && (s?.class === 'dateline' || s?.class === 'byline'),
    );
    const stop = anchor >= 0 && anchor < firstParagraph ? anchor : firstParagraph;
    return { headline: candidates.findLast((i) => i < stop) ?? -1, titles: [], outlet: NONE };
  }

  const likeText = mostLikeText(page, candidates, firstParagraph);
  if (likeText >= 0) return { headline: likeText, titles: [], outlet: NONE };

  const below = belowNavigation(page, candidates, firstParagraph);
  if (below >= 0) return { headline: below, titles: [], outlet: NONE };

  const [first = -1, second = -1] = candidates;
  const stamped = belowStamp(page, candidates, firstParagraph);
  if (stamped >= 0) return { headline: stamped, titles: [], outlet: first };
  const isLabel =
    second === first + 1 &&
    wordsOf(first) <= MOST_WORDS_OF_SECTION_LABEL &&
    wordsOf(second) >= FEWEST_WORDS_OF_TITLE_BELOW_LABEL &&
    !hasMarks(lines[first] as LineShape) &&
    !hasMarks(lines[second] as LineShape);
  return { headline: isLabel ? second : first, titles: [], outlet: NONE };
}

/**
 * Below an outlet's name or slogan with its stamp: the candidate behind the stamp whose words the text takes up, when
 * it does not take up those above it; -1 if there is none.
 */
function belowStamp(page: Page, candidates: readonly number[], firstParagraph: number): number {
  const { lines, sightings } = page;
  const [first = -1, second = -1] = candidates;
  const text = lines[firstParagraph];
  if (second < 0 || !text || !sightings.slice(first + 1, second).some((s) => s?.class === 'dateline'))
    return -1;
  const ofFirst = sharedWords(lines[first] as LineShape, text);
  const ofSecond = sharedWords(lines[second] as LineShape, text);
  return ofSecond >= 0.25 && ofFirst < ofSecond / 2 ? second : -1;
}

const hasParagraph = (page: Page, from: number, to: number): boolean =>
  page.lines.some((line, i) => i > from && i < to && !page.sightings[i] && isParagraph(line));

const FEWEST_IN_LIST = 4;
const FEWEST_WORDS_IN_LIST = 5;

/** Under a list of headlines without a heading: the one that shares most words with the text; -1 if there is no list. */
function mostLikeText(page: Page, candidates: readonly number[], firstParagraph: number): number {
  const text = page.lines[firstParagraph];
  const list = candidates.filter((i) => {
    const line = page.lines[i] as LineShape;
    return line.words >= FEWEST_WORDS_IN_LIST && !line.listItem;
  });
  if (!text || list.length < FEWEST_IN_LIST || list.length < 0.7 * candidates.length) return -1;
  let best = -1;
  let most = 0;
  for (const i of list) {
    const shared = sharedWords(page.lines[i] as LineShape, text);
    if (shared > most) [best, most] = [i, shared];
  }
  return most >= 0.3 ? best : -1;
}

const FEWEST_WORDS_BELOW_NAVIGATION = 4;

/** On a page that begins with a portal's own lines: the candidate below the last of its links; -1 if none. */
function belowNavigation(page: Page, candidates: readonly number[], firstParagraph: number): number {
  const { sightings, lines } = page;
  if (sightings[0]?.class !== 'share' && sightings[0]?.class !== 'masthead') return -1;
  const anchor = sightings.findIndex((s, i) => s !== null && i > (candidates[0] ?? 0) && STAMPS.has(s.class));
  const stop = anchor >= 0 ? Math.min(anchor, firstParagraph) : firstParagraph;
  const lastLink = sightings.findLastIndex((s, i) => i < stop && s?.class === 'share');
  return (
    candidates.find(
      (i) => i > lastLink && i < stop && (lines[i] as LineShape).words >= FEWEST_WORDS_BELOW_NAVIGATION,
    ) ?? -1
  );
}

const STAMPS: ReadonlySet<string> = new Set(['byline', 'source', 'agency', 'dateline']);

/** "الجزيرة:" over the crawler's stamp. */
export const isCrawledOutlet = (page: Page, i: number): boolean =>
  page.lines[i]?.stop === 'colon' && page.sightings[i + 1]?.class === 'crawl-header';

const hasMarks = (line: LineShape): boolean => line.reading.tokens.some((token) => token.kind === 'mark');
