import { findAdWords } from './ad-word.ts';
import { findLabel } from './label.ts';
import { findOpener } from './opener.ts';
import { NO_RUNS } from './run.ts';
import type { Run, RunRule } from './run.ts';
import { findTails } from './tail.ts';

/** Adding a rule is one file and one line here. */
const RUN_RULES: readonly RunRule[] = [findAdWords, findOpener, findLabel, findTails];

/** The runs of boilerplate in line `i`, ordered by start; none lies in a line that is the same boilerplate as a whole. */
export const findRuns: RunRule = (page, i, top) => {
  let runs: Run[] | null = null;
  for (const rule of RUN_RULES)
    for (const run of rule(page, i, top)) if (run.class !== page.decisions[i]?.class) (runs ??= []).push(run);
  return runs?.sort((a, b) => a.start - b.start) ?? NO_RUNS;
};
