import type { Grounds } from '../../labels/marks.ts';
import type { LineClass } from '../../labels/line-classes.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../structure/page.ts';
import type { Top } from '../structure/top.ts';

/** A run of boilerplate within a line. Offsets count from the start of the line. */
export interface Run extends Span, Grounds {
  readonly class: LineClass;
}

/** What finds runs in line `i` of a page whose lines are decided. */
export type RunRule = (page: Page, i: number, top: Top) => readonly Run[];

/** What a rule finds in nearly every line. */
export const NO_RUNS: readonly Run[] = [];
