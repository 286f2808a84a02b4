/** What is wrong, or worth a look, in an open article: in its text, and in what was annotated. */
import { annotationProblems } from '../core/annotations/problems/problems.ts';
import type { AnnotationProblem } from '../core/annotations/problems/problem.ts';
import { isAlike } from '../core/annotations/visible.ts';
import type { Problem } from '../core/labels/problems.ts';
import { overlaps } from '../core/text/span.ts';
import type { OpenArticle } from './articles.ts';

const known = new WeakMap<OpenArticle, readonly AnnotationProblem[]>();

/** The problems of its annotations, by position; worked out once. */
export function annotationProblemsOf(article: OpenArticle): readonly AnnotationProblem[] {
  let problems = known.get(article);
  if (!problems) {
    const { analysis, annotations, scheme, names } = article;
    problems = annotationProblems({
      article: analysis.article,
      textProblems: analysis.problems,
      annotations,
      scheme,
      names,
    });
    known.set(article, problems);
  }
  return problems;
}

/**
 * The problems of its text. Whether a quotation lacks a speaker is the engine's to say only as long as nobody has
 * decided on the quotation.
 */
export const textProblemsOf = ({ analysis, annotations }: OpenArticle): readonly Problem[] => {
  const decided = annotations.flatMap(({ family, anchor }) =>
    family === 'quotation' && anchor.span ? [anchor.span] : [],
  );
  return analysis.problems.filter(
    (problem) =>
      problem.code !== 'quotation-without-speaker' ||
      !decided.some((span) => overlaps(span, problem) && isAlike(span, problem)),
  );
};
