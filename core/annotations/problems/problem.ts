import type { AnnotationProblemCode } from '../../labels/annotation-problems.ts';
import type { Bilingual, Problem } from '../../labels/problems.ts';
import type { ProjectLabel } from '../../labels/project-labels.ts';
import type { Article } from '../../lexicon/article.ts';
import type { Span } from '../../text/span.ts';
import type { AnnotationAction } from '../actions/action.ts';
import type { Annotation } from '../annotation.ts';
import type { ProjectNames } from '../project-names/names.ts';
import type { SchemeRules } from '../scheme-rules.ts';

/** A way to mend a problem: an action on annotations, or what a person has to do in the editor. */
export interface AnnotationFix {
  readonly title: Bilingual;
  /** `ask`: the editor asks for the rest. */
  readonly action: AnnotationAction | { readonly kind: 'ask'; readonly for: 'speaker' | 'attribute' };
}

/** Something in the annotations of an article that an annotator may want to mend. Offsets from the article's start. */
export interface AnnotationProblem extends Span {
  readonly code: AnnotationProblemCode;
  /** `information`: it may well be meant. */
  readonly severity: 'warning' | 'information';
  readonly message: Bilingual;
  /** The annotations that have it. */
  readonly ids: readonly string[];
  /** Another place that explains it. */
  readonly related: Span | null;
  readonly fixes: readonly AnnotationFix[];
}

/** What the rules look at. Offsets are UTF-16 code units from the start of `article.text`. */
export interface ProblemContext {
  readonly article: Article;
  /** What the engine says is wrong with the text. */
  readonly textProblems: readonly Problem[];
  /** One annotator's, sorted by position. */
  readonly annotations: readonly Annotation[];
  readonly scheme: SchemeRules & { readonly labels: readonly ProjectLabel[]; readonly overlap: boolean };
  readonly names: ProjectNames;
}

/** Finds problems of one kind. */
export type ProblemRule = (context: ProblemContext) => readonly AnnotationProblem[];

/** An accepted annotation that has a place. */
export interface Placed {
  readonly annotation: Annotation;
  readonly span: Span;
}

/** The accepted annotations that have a place, in order. */
export const placedIn = (annotations: readonly Annotation[]): Placed[] =>
  annotations.flatMap((annotation) =>
    annotation.decision === 'accepted' && annotation.anchor.span
      ? [{ annotation, span: annotation.anchor.span }]
      : [],
  );

/** What a label is called in the project. */
export const titleOf = (label: string, { scheme }: ProblemContext): Bilingual =>
  scheme.labels.find(({ id }) => id === label)?.title ?? { en: label, ar: label };

/** Words of the article in a message: one line, at most some 40 code units, in guillemets. */
export function inQuotes(words: string): string {
  const line = words.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (line.length <= 40) return `«${line}»`;
  const blank = line.lastIndexOf(' ', 40);
  return `«${line.slice(0, blank > 0 ? blank : 40)} …»`;
}
