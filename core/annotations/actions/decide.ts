import type { Mark } from '../../labels/marks.ts';
import { sameSpan } from '../../text/span.ts';
import type { Annotation } from '../annotation.ts';
import { markLabel, markName } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, Refusal } from './action.ts';
import { annotationOf, changed, entityAt, findItem, openMarks, outcome } from './items.ts';
import type { Item } from './items.ts';

/**
 * Accepts marks, and annotations that were rejected before. What is accepted already stays as it is.
 * Refuses unknown ids as a whole.
 */
export function accept(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, (item, replaced, added) => {
    if (item.mark) added.push(annotationOf(item.mark, 'accepted', state, context));
    else if (item.annotation.decision === 'rejected') {
      const { id, family, anchor } = item.annotation;
      const other = family === 'entity' && anchor.span && entityAt(state.annotations, anchor.span, id);
      if (other) return { code: 'overlap', text: other.anchor.exact, label: other.label };
      replaced.set(id, changed(item.annotation, { decision: 'accepted' }, context));
    }
    return null;
  });
}

/**
 * Rejects marks and accepted annotations: they stay in the file as wrong, so that the mark stays away. An annotation
 * made by hand stands on no mark, so nothing of it is worth keeping: it goes.
 */
export function reject(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, (item, replaced, added) => {
    if (item.mark) added.push(annotationOf(item.mark, 'rejected', state, context));
    else if (item.annotation.provenance.source === 'hand') replaced.set(item.annotation.id, null);
    else if (item.annotation.decision === 'accepted') {
      const { annotation } = item;
      replaced.set(annotation.id, changed(annotation, { decision: 'rejected' }, context));
      const mark = relabelledMark(state, annotation);
      if (mark) added.push(annotationOf(mark, 'rejected', state, context));
    }
    return null;
  });
}

/**
 * Takes annotations away, accepted or rejected, as if they had never been made: the marks under them show again.
 * A mark is no annotation; to remove one is to reject it.
 */
export function remove(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  return each(ids, state, (item, replaced, added) => {
    if (item.mark) added.push(annotationOf(item.mark, 'rejected', state, context));
    else replaced.set(item.annotation.id, null);
    return null;
  });
}

/**
 * Accepts every open mark of the article with the label and the full name of the given item, and that item itself
 * where it is a mark.
 */
export function acceptEverywhere(id: string, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, id);
  if (!item) return refuse({ code: 'unknown-item', id });
  const like = item.mark
    ? { family: item.mark.family, label: markLabel(item.mark), name: markName(item.mark) }
    : {
        family: item.annotation.family,
        label: item.annotation.label,
        name: item.annotation.canonical,
      };
  const isLike = (mark: Mark): boolean =>
    mark.family === like.family &&
    markLabel(mark) === like.label &&
    (mark.family === 'boilerplate' || markName(mark) === like.name);
  const added = openMarks(state)
    .filter(isLike)
    .map((mark) => annotationOf(mark, 'accepted', state, context));
  return outcome(state, new Map(), added, item.mark ?? item.annotation.anchor.span);
}

/** The mark with another label that an annotation was made of; without the annotation it would show again. */
const relabelledMark = (state: ArticleState, annotation: Annotation): Mark | undefined =>
  state.marks.find(
    (mark) =>
      mark.family === annotation.family &&
      markLabel(mark) !== annotation.label &&
      annotation.anchor.span !== null &&
      sameSpan(mark, annotation.anchor.span),
  );

function each(
  ids: readonly string[],
  state: ArticleState,
  decide: (item: Item, replaced: Map<string, Annotation | null>, added: Annotation[]) => Refusal | null,
): Outcome {
  const items: Item[] = [];
  for (const id of new Set(ids)) {
    const item = findItem(state, id);
    if (!item) return refuse({ code: 'unknown-item', id });
    items.push(item);
  }
  const replaced = new Map<string, Annotation | null>();
  const added: Annotation[] = [];
  for (const item of items) {
    const refusal = decide(item, replaced, added);
    if (refusal) return refuse(refusal);
  }
  const first = items[0];
  const span = first ? (first.mark ?? first.annotation.anchor.span) : null;
  return outcome(state, replaced, added, span && { start: span.start, end: span.end });
}
