import type { Grounds } from '../../labels/marks.ts';
import type { LineClass } from '../../labels/line-classes.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../structure/page.ts';
import type { Top } from '../structure/top.ts';
import { findAdWords } from './ad-word.ts';
import { findLabel } from './label.ts';
import { findOpener } from './opener.ts';
import { findTails } from './tail.ts';

/** A run of boilerplate within a line. Offsets count from the start of the line. */
export interface Run extends Span, Grounds {
  readonly class: LineClass;
}

/** What finds runs in line `i` of a page whose lines are decided. */
export type RunRule = (page: Page, i: number, top: Top) => readonly Run[];

/** Adding a rule is one file and one line here. */
const RUN_RULES: readonly RunRule[] = [findAdWords, findOpener, findLabel, findTails];

/** The runs of boilerplate in line `i`, ordered by start; none lies in a line that is the same boilerplate as a whole. */
export const findRuns: RunRule = (page, i, top) =>
  RUN_RULES.flatMap((rule) => rule(page, i, top))
    .filter((run) => run.class !== page.decisions[i]?.class)
    .sort((a, b) => a.start - b.start);
