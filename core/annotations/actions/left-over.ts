import type { Mark } from '../../labels/marks.ts';
import { covers } from '../visible.ts';
import type { ActionContext, ArticleState } from './action.ts';
import { annotationOf } from './items.ts';
import { lookUpOf } from './look-up.ts';
import type { Draft } from './outcome.ts';
import type { Annotation } from '../annotation.ts';

/**
 * Rejects the marks of the spans that were merged or cut, where what came of them does not cover them: they would show
 * again.
 * @param before the annotations, accepted, that were made something else
 * @param after what came of them
 */
export function rejectLeftOver(
  before: readonly Annotation[],
  after: readonly Annotation[],
  draft: Draft,
  state: ArticleState,
  context: ActionContext,
): void {
  const { marks } = lookUpOf(state);
  const left = new Set<Mark>();
  for (const { family, anchor } of before)
    for (const mark of anchor.span ? marks.at(anchor.span) : [])
      if (mark.family === family && !after.some((one) => covers(one, mark, context.scheme.overlap)))
        left.add(mark);
  for (const mark of left) draft.added.push(annotationOf(mark, 'rejected', state, context));
}
