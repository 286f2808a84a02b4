import { edges } from './edges.ts';
import { orphans } from './orphans.ts';
import { overlapping } from './overlaps.ts';
import type { AnnotationProblem, ProblemContext, ProblemRule } from './problem.ts';
import { againstScheme } from './scheme.ts';
import { twoLabels } from './two-labels.ts';
import { withoutSpeaker } from './without-speaker.ts';

/** Every rule: adding one is one file and one line, its code in core/labels/annotation-problems.ts. */
const RULES: readonly ProblemRule[] = [orphans, edges, overlapping, twoLabels, withoutSpeaker, againstScheme];

/** What is wrong, or worth a look, in one annotator's annotations of an article, by position. */
export const annotationProblems = (context: ProblemContext): AnnotationProblem[] =>
  context.annotations.length === 0
    ? []
    : RULES.flatMap((rule) => rule(context)).sort((a, b) => a.start - b.start || a.end - b.end);
