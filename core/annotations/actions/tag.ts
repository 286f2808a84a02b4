import type { MarkFamily } from '../../labels/marks.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { covers, isMostlySame } from '../visible.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { annotationByHand, annotationOf, attributionOf } from './items.ts';
import { lookUpOf } from './look-up.ts';
import { createDraft, outcome } from './outcome.ts';
import type { Draft } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import { relabelled } from './relabel.ts';
import { eachOnce, spansMeant } from './spans-meant.ts';

/**
 * Tags spans with a label, all in one step; what a selection or a caret means is said at spansMeant. A span that is
 * annotated already changes its label, a quotation that has most of its words in common with an accepted one its edges.
 * An entity takes the place of the entities that it overlaps, as the later decision counts; where the project lets
 * entities overlap, they stay beside it.
 */
export function tag(
  spans: readonly Span[],
  label: Label,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const family = context.familyOf(label);
  if (!family) return refuse({ code: 'unknown-label', label });
  let refusal: Refusal = { code: 'nothing-here' };
  const wanted = eachOnce(
    spans.flatMap((span) => {
      const found = spansMeant(span, family, state, context);
      if (Array.isArray(found)) return found;
      refusal = found;
      return [];
    }),
  );
  const first = wanted[0];
  if (!first) return refuse(refusal);
  const isAlone = family === 'entity' && !context.scheme.overlap;
  const draft = createDraft();
  for (const span of wanted)
    if (!isAlone || !draft.added.some(({ anchor }) => anchor.span && overlaps(anchor.span, span)))
      tagSpan(span, family, label, draft, state, context);
  return outcome(state, draft, first, context);
}

/** Puts an annotation with a label at a span into a draft, as tag does. */
export function tagSpan(
  span: Span,
  family: MarkFamily,
  label: Label,
  draft: Draft,
  state: ArticleState,
  context: ActionContext,
): void {
  const { replaced, added } = draft;
  const { annotations, marks } = lookUpOf(state);
  const here = annotations.at(span).filter((annotation) => annotation.family === family);
  const touched = annotations
    .overlapping(span)
    .filter((annotation) => annotation.family === family && annotation.decision === 'accepted');
  const known =
    here.find((annotation) => annotation.decision === 'accepted' && annotation.label === label) ??
    here.find(({ decision }) => decision === 'accepted') ??
    here.find((annotation) => annotation.label === label) ??
    (family === 'quotation'
      ? touched.find(({ anchor }) => anchor.span && isMostlySame(anchor.span, span))
      : undefined);
  const isMoved = known?.anchor.span && !sameSpan(known.anchor.span, span);
  if (known?.label === label && known.decision === 'accepted' && !isMoved) return;
  if (family === 'entity' && !context.scheme.overlap)
    for (const { id } of touched) if (id !== known?.id) replaced.set(id, null);
  // A rejection of what is now said to be right no longer holds.
  for (const { id, label: other } of here) if (id !== known?.id && other === label) replaced.set(id, null);
  if (known) {
    const anchor = isMoved ? makeAnchor(state.article.text, span) : known.anchor;
    replaced.set(known.id, { ...relabelled(known, family, label, state, context), anchor });
    return;
  }
  const candidates = marks.at(span).filter((mark) => mark.family === family);
  const mark = candidates.find((candidate) => markLabel(candidate) === label) ?? candidates[0];
  added.push(
    mark
      ? { ...annotationOf(mark, 'accepted', state, context), label }
      : {
          ...annotationByHand(family, label, span, state, context),
          ...attributionAt(span, family, state, context),
        },
  );
}

/** Who speaks a quotation whose edges a person saw elsewhere than the engine: what the engine says of its own. */
function attributionAt(
  span: Span,
  family: MarkFamily,
  state: ArticleState,
  context: ActionContext,
): Partial<Pick<Annotation, 'speaker' | 'cue' | 'canonical'>> {
  if (family !== 'quotation') return {};
  const { annotations, marks } = lookUpOf(state);
  for (const mark of marks.overlapping(span)) {
    if (mark.family !== 'quotation' || !isMostlySame(mark, span)) continue;
    if (annotations.overlapping(mark).some((annotation) => covers(annotation, mark, context.scheme.overlap)))
      continue;
    return attributionOf(mark, state);
  }
  return {};
}
