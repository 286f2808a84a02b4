import type { Mark } from '../../labels/marks.ts';
import { sameSpan } from '../../text/span.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { annotationOf, changed, entityAt, findItem, nameAt, outcome } from './items.ts';

/**
 * Gives an annotation or a mark another label; a mark becomes an annotation by it, a rejection an accepted one. With
 * a label of another family it loses what that family does not have (speaker, cue, name), and the mark of the old
 * family is rejected, lest it show again.
 */
export function relabel(id: string, label: Label, state: ArticleState, context: ActionContext): Outcome {
  const family = context.familyOf(label);
  if (!family) return refuse({ code: 'unknown-label', label });
  const item = findItem(state, id);
  if (!item) return refuse({ code: 'unknown-item', id });
  const old = item.annotation ?? annotationOf(item.mark, 'accepted', state, context);
  if (item.annotation?.label === label && item.annotation.decision === 'accepted')
    return refuse({ code: 'no-change' });
  const { span } = old.anchor;
  const other = family === 'entity' && span ? entityAt(state.annotations, span, old.id) : null;
  if (other) return refuse({ code: 'overlap', text: other.anchor.exact, label: other.label });
  const keepsName = family === old.family;
  const renewed = changed(
    old,
    {
      family,
      label,
      decision: 'accepted',
      speaker: keepsName ? old.speaker : null,
      cue: keepsName ? old.cue : null,
      canonical: keepsName ? old.canonical : family === 'entity' && span ? nameAt(state, span) : null,
    },
    context,
  );
  const left = keepsName ? [] : state.marks.filter((mark) => isMarkOf(old, mark));
  const rejections = left.map((mark) => annotationOf(mark, 'rejected', state, context));
  return item.annotation
    ? outcome(state, new Map([[old.id, renewed]]), rejections, span)
    : outcome(state, new Map(), [renewed, ...rejections], span);
}

const isMarkOf = (annotation: Annotation, mark: Mark): boolean =>
  mark.family === annotation.family &&
  annotation.anchor.span !== null &&
  sameSpan(mark, annotation.anchor.span) &&
  (annotation.decision === 'accepted' || markLabel(mark) === annotation.label);
