import { readDateline } from '../entities/dates/dateline.ts';
import { isArticleClass } from '../labels/line-classes.ts';
import type { LineClass } from '../labels/line-classes.ts';
import type { BoilerplateMark } from '../labels/marks.ts';
import type { Article, LineReading } from '../lexicon/article.ts';
import { compareSpans } from '../text/span.ts';
import { atOnce } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import { sight } from './lines/rules.ts';
import { readShape } from './lines/shape.ts';
import type { LineShape } from './lines/shape.ts';
import type { Sighting } from './lines/sighting.ts';
import type { Recurrence } from './recurrence/line-counts.ts';
import { sightRecurring } from './recurrence/recurring-lines.ts';
import { findRuns } from './runs/runs.ts';
import { decideBelow } from './structure/below.ts';
import { openPage } from './structure/page.ts';
import type { Page } from './structure/page.ts';
import { decideForeign } from './structure/foreign.ts';
import { decideTop } from './structure/top.ts';
import type { Top } from './structure/top.ts';

export interface BoilerplateFinding {
  /** The class of each line, by index into `article.lines`; null for blank lines. */
  readonly classes: readonly (LineClass | null)[];
  /** Whole boilerplate lines and the runs within lines, ordered by start; offsets from the start of the article. */
  readonly marks: readonly BoilerplateMark[];
  /** The date of publication that a dateline tells, YYYY-MM-DD, or null. */
  readonly published: string | null;
}

/** What can be said of a line by itself, and must be said anew only when that line is edited. */
export interface LineLook {
  readonly shape: LineShape;
  readonly sighting: Sighting | null;
  /** The date of publication that a stamp tells, YYYY-MM-DD. */
  readonly day: string | null;
}

/** Looks at one line by itself; null if it is blank. */
export function lookAtLine(reading: LineReading): LineLook | null {
  if (reading.tokens.length === 0) return null;
  const shape = readShape(reading);
  const sighting = sight(shape);
  return { shape, sighting, day: sighting?.class === 'dateline' ? readDateline(reading) : null };
}

/**
 * Tells the article from what stands round it. First each line is looked at by itself, phrases leading, shape
 * second; then the page is read from the top: headline, what stands above and below it, blocks that lead elsewhere,
 * teasers run into the text. `looks` are what lookAtLine says of the article's lines; `recurrence`, where it is known,
 * what the folder's other files say of them.
 */
export const findBoilerplate = (
  article: Article,
  looks: readonly (LineLook | null)[] = article.lines.map(({ reading }) => lookAtLine(reading)),
  recurrence: Recurrence | null = null,
): BoilerplateFinding => atOnce(boilerplateInSteps(article, looks, recurrence));

/** The same in steps. */
export function* boilerplateInSteps(
  article: Article,
  looks: readonly (LineLook | null)[],
  recurrence: Recurrence | null = null,
): Steps<BoilerplateFinding> {
  const found: LineLook[] = [];
  const places: number[] = [];
  for (const [i, look] of looks.entries()) {
    if (!look) continue;
    found.push(look);
    places.push(i);
  }
  const { page, top } = readTop(
    found.map(({ shape }) => shape),
    found.map(({ sighting }) => sighting),
    recurrence,
  );
  yield;
  decideBelow(page, top);
  yield;
  yield* decideForeign(page, top);
  const classes: (LineClass | null)[] = looks.map(() => null);
  const marks: BoilerplateMark[] = [];
  for (const [k, i] of places.entries()) {
    yield;
    const decision = page.decisions[k];
    const line = article.lines[i];
    if (!decision || !line) continue;
    classes[i] = decision.class;
    const { tokens } = line.reading;
    const [first, last] = [tokens[0], tokens[tokens.length - 1]];
    if (!isArticleClass(decision.class) && first && last)
      marks.push({
        family: 'boilerplate',
        start: line.start + first.start,
        end: line.start + last.end,
        class: decision.class,
        inline: false,
        confidence: decision.confidence,
        source: decision.source,
      });
    for (const run of findRuns(page, k, top))
      marks.push({
        ...run,
        family: 'boilerplate',
        inline: true,
        start: run.start + line.start,
        end: run.end + line.start,
      });
  }
  return { classes, marks: marks.sort(compareSpans), published: findPublished(page, found) };
}

/**
 * Opens the page and decides its top. Where that leaves no headline, what recurs is a column's title and no boilerplate:
 * the lines above the text then count as in any other article.
 */
function readTop(
  lines: readonly LineShape[],
  sightings: readonly (Sighting | null)[],
  recurrence: Recurrence | null,
): { page: Page; top: Top } {
  const recurring = recurrence ? sightRecurring(lines, sightings, recurrence) : sightings;
  const page = openPage(lines, recurring);
  const top = decideTop(page);
  if (top.headline >= 0 || recurring === sightings) return { page, top };
  const second = openPage(
    lines,
    recurring.map((found, i) => (i < top.firstParagraph ? (sightings[i] ?? null) : found)),
  );
  return { page: second, top: decideTop(second) };
}

/** The day in the article's own stamp: the first above any appended article; a crawler's stamp does not count. */
function findPublished(page: Page, looks: readonly LineLook[]): string | null {
  for (const [i, decision] of page.decisions.entries()) {
    if (decision?.class === 'appended-article' || decision?.class === 'read-also') return null;
    if (decision?.class !== 'dateline') continue;
    const day = looks[i]?.day;
    if (day) return day;
  }
  return null;
}
