import { findAdWords } from './ad-word.ts';
import { findLabel } from './label.ts';
import { findOpener } from './opener.ts';
import type { RunRule } from './run.ts';
import { findTails } from './tail.ts';

/** Adding a rule is one file and one line here. */
const RUN_RULES: readonly RunRule[] = [findAdWords, findOpener, findLabel, findTails];

/** The runs of boilerplate in line `i`, ordered by start; none lies in a line that is the same boilerplate as a whole. */
export const findRuns: RunRule = (page, i, top) =>
  RUN_RULES.flatMap((rule) => rule(page, i, top))
    .filter((run) => run.class !== page.decisions[i]?.class)
    .sort((a, b) => a.start - b.start);
