import { isListItem, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { isContinuing } from './cohesion.ts';
import type { Page } from './page.ts';
import type { Top } from './top.ts';

const SOURCE = 'rule/teaser';

const FEWEST_TEASERS = 3;
const SHORTEST_TEASER = 60;
const MOST_TEASERS = 8;
const LARGEST_CLOSED_SHARE = 0.4;

/** The shares of content words that teasers have in common with the article above: measured on 2,400 articles. */
const LARGEST_MEAN_SHARED = 0.2;
const LARGEST_SHARED = 0.45;
const LARGEST_MEAN_SHARED_OPEN = 0.35;

/** Shorter lines without a stop between paragraphs are subheadings of the article. */
const SHORTEST_RUN_IN = 75;
const LONGEST_RUN_IN = 210;
const LARGEST_OPEN_SHARE = 0.25;

/**
 * Other articles without a heading that says so: teasers below the last paragraph, most of them cut off before their
 * full stop; and headlines run into a text whose paragraphs all end in a stop.
 */
export function decideTeasers(page: Page, top: Top): void {
  decideTrailing(page, top);
  decideRunIn(page, top);
}

const isBody = (page: Page, i: number): boolean => page.decisions[i]?.class === 'body';

function setRelated(page: Page, i: number, confidence: number): void {
  page.decisions[i] = { class: 'related', confidence, source: SOURCE };
}

function decideTrailing(page: Page, top: Top): void {
  let end = page.lines.length;
  while (end > 0 && !isBody(page, end - 1)) end--;
  // Teasers are at most half of the text: the rest must be there to tell them from.
  let start = end;
  while (
    start > top.firstParagraph &&
    isBody(page, start - 1) &&
    canBeTeaser(page.lines[start - 1] as LineShape)
  )
    start--;
  start = Math.max(start, Math.ceil((top.firstParagraph + end) / 2) - 1, top.firstParagraph + 1);
  const from = openRun(page, top, start, end) ?? foreignRun(page, start, end);
  for (let i = from ?? end; i < end; i++) setRelated(page, i, 0.7);
}

/** Where a run of lines begins that mostly lack a stop, below paragraphs that have one; null if there is none. */
function openRun(page: Page, top: Top, start: number, end: number): number | null {
  const isClosed = (i: number): boolean => page.lines[i]?.stop === 'full';
  let from = start;
  while (from < end && isClosed(from)) from++;
  if (end - from < FEWEST_TEASERS) return null;
  const closed = range(from, end).filter(isClosed).length;
  const before = range(top.firstParagraph, from).filter((i) => isBody(page, i));
  const closedBefore = before.filter(isClosed).length;
  if (closed / (end - from) > LARGEST_CLOSED_SHARE || before.length === 0) return null;
  if (closedBefore / before.length < 1 - LARGEST_OPEN_SHARE) return null;
  const shares = sharesWithAbove(page, firstLines(page, end), from, end);
  return mean(shares) < LARGEST_MEAN_SHARED_OPEN ? from : null;
}

/**
 * Where a run of lines begins that share hardly a word with the article before them, at least one cut off before its
 * stop; null if there is none. Of several lengths the longest counts below a line with a stop, else the longest.
 */
function foreignRun(page: Page, start: number, end: number): number | null {
  const isOpen = (i: number): boolean => page.lines[i]?.stop === 'none';
  const longest = Math.min(MOST_TEASERS, end - start, end - 2);
  if (longest < FEWEST_TEASERS || !range(end - longest, end).some(isOpen)) return null;
  const first = firstLines(page, end);
  let found: number | null = null;
  for (let from = end - longest; from <= end - FEWEST_TEASERS; from++) {
    const shares = sharesWithAbove(page, first, from, end);
    if (!range(from, end).some(isOpen) || mean(shares) >= LARGEST_MEAN_SHARED) continue;
    if (Math.max(...shares) >= LARGEST_SHARED) continue;
    if (page.lines[from - 1]?.stop === 'full') return from;
    found ??= from;
  }
  return found;
}

/** The first line in which each content word stands, of the lines before `end`. */
function firstLines(page: Page, end: number): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (let i = 0; i < end; i++)
    for (const stem of (page.lines[i] as LineShape).stems) if (!first.has(stem)) first.set(stem, i);
  return first;
}

/** Of each line from `from` to `end`, what share of its content words stands above `from` already. */
const sharesWithAbove = (
  page: Page,
  first: ReadonlyMap<number, number>,
  from: number,
  end: number,
): number[] =>
  range(from, end).map((i) => {
    const { stems } = page.lines[i] as LineShape;
    let known = 0;
    for (const stem of stems) if ((first.get(stem) ?? end) < from) known++;
    return stems.length === 0 ? 1 : known / stems.length;
  });

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

const canBeTeaser = (line: LineShape): boolean => line.length >= SHORTEST_TEASER && !isContinuing(line);

function decideRunIn(page: Page, top: Top): void {
  for (const text of ['body', 'appended-article'] as const) {
    const own = page.decisions.flatMap((decision, i) =>
      decision?.class === text && i >= top.firstParagraph ? [i] : [],
    );
    const paragraphs = own.filter((i) => isParagraph(page.lines[i] as LineShape) || isRunIn(page, i));
    const open = paragraphs.filter((i) => isRunIn(page, i));
    const closed = paragraphs.filter((i) => page.lines[i]?.stop === 'full');
    if (paragraphs.length < 4 || closed.length / paragraphs.length < 1 - LARGEST_OPEN_SHARE) continue;
    for (const i of open) {
      const line = page.lines[i] as LineShape;
      const inside = i !== own[0] && i !== own.at(-1);
      if (inside && !isListItem(line) && !isContinuing(line)) setRelated(page, i, 0.6);
    }
  }
}

const isRunIn = (page: Page, i: number): boolean => {
  const line = page.lines[i] as LineShape;
  return line.stop === 'none' && line.length >= SHORTEST_RUN_IN && line.length <= LONGEST_RUN_IN;
};
