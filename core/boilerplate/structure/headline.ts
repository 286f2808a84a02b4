import { isHeadlineLike, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import type { Page } from './page.ts';

const LONGEST_FIRST_LINE = 220;
const MOST_WORDS_OF_SECTION_LABEL = 3;
const FEWEST_WORDS_OF_TITLE_BELOW_LABEL = 5;

/** Where the text of the article begins: the first line that reads as a paragraph, or the number of lines. */
export function findFirstParagraph(page: Page): number {
  const { lines, sightings } = page;
  for (const [i, line] of lines.entries()) {
    if (sightings[i] || !isParagraph(line)) continue;
    if (i === 0 && lines.length > 1 && line.stop !== 'full' && line.length <= LONGEST_FIRST_LINE) continue;
    return i;
  }
  return lines.length;
}

/** The headline among the lines above the first paragraph, and the lines that say the same again. */
export interface HeadlineFinding {
  /** Index of the headline, -1 if the article has none. */
  readonly headline: number;
  /** Lines that repeat the headline with something added, such as the page's title. */
  readonly titles: readonly number[];
}

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
  if (candidates.length === 0) return { headline: -1, titles: [] };
  const keyOf = (i: number): string => (lines[i] as LineShape).key;
  const wordsOf = (i: number): number => (lines[i] as LineShape).words;

  for (const [n, i] of candidates.entries()) {
    if (wordsOf(i) < 3) continue;
    const later = candidates.slice(n + 1);
    if (later.some((j) => keyOf(j) === keyOf(i))) return { headline: i, titles: [] };
    const inner = later.find(
      (j) => wordsOf(j) >= 3 && (keyOf(i).endsWith(' ' + keyOf(j)) || keyOf(i).startsWith(keyOf(j) + ' ')),
    );
    if (inner !== undefined && wordsOf(i) - wordsOf(inner) <= 6) return { headline: inner, titles: [i] };
  }

  const listHeading = sightings.findIndex((s, i) => i < firstParagraph && s?.class === 'read-also');
  if (listHeading >= 0 && !candidates.some((i) => i < listHeading)) {
    const anchor = sightings.findIndex(
      (s, i) => i > listHeading + 1 && (s?.class === 'dateline' || s?.class === 'byline'),
    );
    const stop = anchor >= 0 && anchor < firstParagraph ? anchor : firstParagraph;
    return { headline: candidates.findLast((i) => i < stop) ?? -1, titles: [] };
  }

  const below = belowNavigation(page, candidates, firstParagraph);
  if (below >= 0) return { headline: below, titles: [] };

  const [first = -1, second = -1] = candidates;
  const isLabel =
    second === first + 1 &&
    wordsOf(first) <= MOST_WORDS_OF_SECTION_LABEL &&
    wordsOf(second) >= FEWEST_WORDS_OF_TITLE_BELOW_LABEL &&
    !hasMarks(lines[first] as LineShape) &&
    !hasMarks(lines[second] as LineShape);
  return { headline: isLabel ? second : first, titles: [] };
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
