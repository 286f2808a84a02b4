import type { Span } from '../../text/span.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { annotationOf, changed, conflictAt, findItem } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';
import { movedTo } from './resize.ts';
import { spansMeant } from './spans-meant.ts';

/**
 * Gives an annotation another place, above all one whose words the text no longer has: a selection, or what is at a
 * caret, as for a tag. All that it says stays, and whether it is a rejection.
 */
export function place(id: string, span: Span, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const old = item.annotation ?? annotationOf(item.mark, 'accepted', state, context);
  const [to, ...others] = [spansMeant(span, old.family, state, context)].flat();
  if (!to) return refuse({ code: 'nothing-here' });
  if ('code' in to) return refuse(to);
  if (others.length > 0) return refuse({ code: 'across-lines' });
  const conflict = old.decision === 'accepted' ? conflictAt(state, old, to, [old.id], context) : null;
  if (conflict) return refuse(conflict);
  const draft = createDraft();
  put(draft, item, changed(old, movedTo(old, to, state), context));
  return outcome(state, draft, to, context);
}
