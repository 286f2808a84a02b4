import type { Mark } from '../../labels/marks.ts';
import type { Annotation } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { accepted, annotationOf, changed, findItems, spanOfItem } from './items.ts';
import type { Item } from './items.ts';
import { lookUpOf } from './look-up.ts';
import { createDraft, outcome, put } from './outcome.ts';
import type { Draft } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/**
 * Accepts marks, and annotations that were rejected before. What is accepted already stays as it is.
 * Refuses unknown ids as a whole.
 */
export function accept(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, context, (item, draft) => {
    const version = accepted(item, state, context);
    if ('code' in version) return version;
    put(draft, item, version);
    return null;
  });
}

/**
 * Rejects marks and accepted annotations: they stay in the file as wrong, so that the mark stays away. An annotation
 * made by hand stands on no mark, so nothing of it is worth keeping: it goes.
 */
export function reject(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, context, (item, draft) => {
    if (item.annotation?.provenance.source === 'hand') draft.replaced.set(item.annotation.id, null);
    else rejectItem(item, draft, state, context);
    return null;
  });
}

/** Makes a rejection of an item, and of the mark with another label that it was made of. */
export function rejectItem(
  item: Item,
  draft: Draft,
  state: ArticleState,
  context: ActionContext,
  changes: Partial<Annotation> = {},
): void {
  if (item.mark) {
    draft.added.push({ ...annotationOf(item.mark, 'rejected', state, context), ...changes });
    return;
  }
  const { annotation } = item;
  const isAccepted = annotation.decision === 'accepted';
  if (isAccepted || Object.keys(changes).length > 0)
    put(draft, item, changed(annotation, { decision: 'rejected', ...changes }, context));
  const mark = isAccepted ? relabelledMark(state, annotation) : undefined;
  if (mark) draft.added.push(annotationOf(mark, 'rejected', state, context));
}

/**
 * Takes annotations away, accepted or rejected, as if they had never been made: the marks under them show again.
 * A mark is no annotation; to remove one is to reject it.
 */
export function remove(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, context, (item, draft) => {
    if (item.mark) draft.added.push(annotationOf(item.mark, 'rejected', state, context));
    else draft.replaced.set(item.annotation.id, null);
    return null;
  });
}

/** The mark with another label that an annotation was made of; without the annotation it would show again. */
const relabelledMark = (state: ArticleState, { family, label, anchor }: Annotation): Mark | undefined =>
  anchor.span
    ? lookUpOf(state)
        .marks.at(anchor.span)
        .find((mark) => mark.family === family && markLabel(mark) !== label)
    : undefined;

function each(
  ids: readonly string[],
  state: ArticleState,
  context: ActionContext,
  decide: (item: Item, draft: Draft) => Refusal | null,
): Outcome {
  const items = findItems(state, ids, context);
  if (!Array.isArray(items)) return refuse(items);
  const draft = createDraft();
  for (const item of items) {
    const refusal = decide(item, draft);
    if (refusal) return refuse(refusal);
  }
  return outcome(state, draft, items[0] ? spanOfItem(items[0]) : null, context);
}
