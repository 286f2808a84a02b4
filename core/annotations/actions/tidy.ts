import { sameSpan } from '../../text/span.ts';
import { tidySpan } from '../tidy-span.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { changed, findItems, spanOfItem } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';
import { movedTo } from './resize.ts';

/**
 * Puts the edges of annotations where they belong (see tidySpan), all in one step. Marks and orphans stay as they are,
 * and so does what would have nothing left.
 */
export function tidy(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  const items = findItems(state, ids, context);
  if (!Array.isArray(items)) return refuse(items);
  const draft = createDraft();
  for (const item of items) {
    const { annotation } = item;
    const span = annotation?.anchor.span;
    if (!span) continue;
    const to = tidySpan(state.article, span, annotation.family);
    if (to && !sameSpan(to, span))
      put(draft, item, changed(annotation, movedTo(annotation, to, state), context));
  }
  return outcome(state, draft, items[0] ? spanOfItem(items[0]) : null, context);
}
