import type { Mark, MarkFamily } from '../../labels/marks.ts';
import { isFor } from '../../labels/scheme-parts.ts';
import { sameSpan } from '../../text/span.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { annotationOf, changed, conflictAt, findItem, nameAt } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';

/**
 * Gives an annotation or a mark another label; a mark becomes an annotation by it, a rejection an accepted one. With
 * a label of another family it loses what that family does not have (speaker, cue, name), and the mark of the old
 * family is rejected, lest it show again.
 */
export function relabel(id: string, label: Label, state: ArticleState, context: ActionContext): Outcome {
  const family = context.familyOf(label);
  if (!family) return refuse({ code: 'unknown-label', label });
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const old = item.annotation ?? annotationOf(item.mark, 'accepted', state, context);
  if (item.annotation?.label === label && item.annotation.decision === 'accepted')
    return refuse({ code: 'no-change' });
  const { span } = old.anchor;
  const conflict = span && conflictAt(state, { family, label }, span, [old.id], context);
  if (conflict) return refuse(conflict);
  const draft = createDraft();
  put(draft, item, relabelled(old, family, label, state, context));
  if (family !== old.family)
    for (const mark of state.marks)
      if (isMarkOf(old, mark)) draft.added.push(annotationOf(mark, 'rejected', state, context));
  return outcome(state, draft, span, context);
}

/** An annotation with another label: accepted, and without what the new label does not have. */
export function relabelled(
  old: Annotation,
  family: MarkFamily,
  label: Label,
  state: ArticleState,
  context: ActionContext,
): Annotation {
  const { span } = old.anchor;
  const keepsName = family === old.family;
  return changed(
    old,
    {
      family,
      label,
      decision: 'accepted',
      speaker: keepsName ? old.speaker : null,
      cue: keepsName ? old.cue : null,
      unattributed: keepsName && old.unattributed,
      canonical: keepsName ? old.canonical : family === 'entity' && span ? nameAt(state, span) : null,
      attributes: attributesFor({ family, label }, old.attributes, context),
    },
    context,
  );
}

/** The attributes that the scheme does not deny to a label; those that it does not know stay. */
export const attributesFor = (
  { family, label }: Pick<Annotation, 'family' | 'label'>,
  attributes: Annotation['attributes'],
  { scheme }: ActionContext,
): Annotation['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) => {
      const attribute = scheme.attributes.find((known) => known.name === name);
      return !attribute || isFor(attribute.labels, { family, id: label });
    }),
  );

const isMarkOf = (annotation: Annotation, mark: Mark): boolean =>
  mark.family === annotation.family &&
  annotation.anchor.span !== null &&
  sameSpan(mark, annotation.anchor.span) &&
  (annotation.decision === 'accepted' || markLabel(mark) === annotation.label);
