import { isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { isContinuing } from './cohesion.ts';
import type { Page } from './page.ts';
import type { Top } from './top.ts';

const SOURCE = 'rule/teaser';

const FEWEST_TEASERS = 3;
const SHORTEST_TEASER = 60;
const LARGEST_CLOSED_SHARE = 0.5;

/** Shorter lines without a stop between paragraphs are subheadings of the article. */
const SHORTEST_RUN_IN = 80;
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
  let start = end;
  while (start > top.firstParagraph && isBody(page, start - 1) && canBeTeaser(page.lines[start - 1] as LineShape))
    start--;
  // The run begins at its first line without a stop: a closed paragraph before it is the article's last.
  while (start < end && (page.lines[start] as LineShape).stop === 'full') start++;
  if (end - start < FEWEST_TEASERS) return;
  const closed = page.lines.slice(start, end).filter((line) => line.stop === 'full').length;
  const before = page.lines.slice(top.firstParagraph, start);
  const closedBefore = before.filter((line) => line.stop === 'full').length;
  if (closed / (end - start) > LARGEST_CLOSED_SHARE) return;
  if (before.length === 0 || closedBefore / before.length < 1 - LARGEST_OPEN_SHARE) return;
  for (let i = start; i < end; i++) setRelated(page, i, 0.7);
}

const canBeTeaser = (line: LineShape): boolean => line.length >= SHORTEST_TEASER && !isContinuing(line);

function decideRunIn(page: Page, top: Top): void {
  for (const text of ['body', 'appended-article'] as const) {
    const own = page.decisions.flatMap((decision, i) =>
      decision?.class === text && i >= top.firstParagraph ? [i] : [],
    );
    const long = own.filter((i) => (page.lines[i] as LineShape).length >= SHORTEST_RUN_IN);
    const open = long.filter((i) => (page.lines[i] as LineShape).stop === 'none');
    if (long.length < 4 || open.length / long.length > LARGEST_OPEN_SHARE) continue;
    for (const i of open) {
      const line = page.lines[i] as LineShape;
      const inside = i !== own[0] && i !== own.at(-1);
      if (inside && !isContinuing(line) && !isParagraph({ ...line, length: 0 })) setRelated(page, i, 0.6);
    }
  }
}
