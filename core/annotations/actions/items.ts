import type { Mark, MarkFamily, QuotationMark } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import { sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import { NOTHING_ADDED } from '../annotation.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markLabel, markName } from '../mark-identity.ts';
import { covers, visibleMarks } from '../visible.ts';
import type { ActionContext, ArticleState } from './action.ts';
import { lookUpOf } from './look-up.ts';
import type { Refusal } from './refusal.ts';

/** What an id names: an annotation or a mark. */
export type Item =
  | { readonly annotation: Annotation; readonly mark: null }
  | { readonly annotation: null; readonly mark: Mark };

/**
 * The annotation or open mark with this id, or null. The id of a mark that was decided on in the meantime (a key
 * pressed twice) names the annotation that took its place.
 */
export function findItem(state: ArticleState, id: string, { scheme }: ActionContext): Item | null {
  const found = lookUpOf(state);
  const annotation = found.annotation.get(id);
  if (annotation) return { annotation, mark: null };
  const mark = found.mark.get(id);
  if (!mark) return null;
  const covering = found.annotations.overlapping(mark).filter((one) => covers(one, mark, scheme.overlap));
  if (covering.length === 0) return { annotation: null, mark };
  const heir = covering.find(({ anchor }) => anchor.span !== null && sameSpan(anchor.span, mark));
  return heir ? { annotation: heir, mark: null } : null;
}

/** What several ids name, each once; a refusal where one of them names nothing. */
export function findItems(
  state: ArticleState,
  ids: readonly string[],
  context: ActionContext,
): Item[] | Refusal {
  const items = new Map<Annotation | Mark, Item>();
  for (const id of ids) {
    const item = findItem(state, id, context);
    if (!item) return { code: 'unknown-item', id };
    items.set(item.mark ?? item.annotation, item);
  }
  return [...items.values()];
}

/** Where an item stands; null for an orphan. */
export const spanOfItem = (item: Item): Span | null =>
  item.mark ? { start: item.mark.start, end: item.mark.end } : item.annotation.anchor.span;

/**
 * Why no accepted annotation with a label can stand at a span; null where one can. An entity does not run into another
 * that was accepted, unless the project lets entities overlap; and nothing is said twice.
 * @param except ids of annotations that do not count, since they are what is to stand there
 */
export function conflictAt(
  state: ArticleState,
  { family, label }: { readonly family: MarkFamily; readonly label: Label },
  span: Span,
  except: readonly string[],
  { scheme }: ActionContext,
): Refusal | null {
  const isAlone = family === 'entity' && !scheme.overlap;
  const other = lookUpOf(state)
    .annotations.overlapping(span)
    .find(
      ({ id, family: its, label: said, decision, anchor }) =>
        its === family &&
        decision === 'accepted' &&
        !except.includes(id) &&
        (isAlone || (said === label && anchor.span !== null && sameSpan(anchor.span, span))),
    );
  return other ? { code: 'overlap', text: other.anchor.exact, label: other.label } : null;
}

/**
 * The item as an annotation that counts: of a mark a new one; a rejection is accepted by it. A refusal where it would
 * run into another.
 */
export function accepted(item: Item, state: ArticleState, context: ActionContext): Annotation | Refusal {
  if (item.mark) return annotationOf(item.mark, 'accepted', state, context);
  const { annotation } = item;
  if (annotation.decision === 'accepted') return annotation;
  const { span } = annotation.anchor;
  const conflict = span && conflictAt(state, annotation, span, [annotation.id], context);
  return conflict ?? changed(annotation, { decision: 'accepted' }, context);
}

/** The annotation that a decision on a mark makes. A quotation's speaker has the name that was decided for them. */
export function annotationOf(
  mark: Mark,
  decision: Annotation['decision'],
  state: ArticleState,
  context: ActionContext,
): Annotation {
  const anchor = makeAnchor(state.article.text, mark);
  return {
    ...freshOf(mark.family, markLabel(mark), anchor, mark.source, context),
    decision,
    canonical: markName(mark),
    ...(mark.family === 'quotation' ? attributionOf(mark, state) : {}),
  };
}

/** Who speaks a quotation, as a mark has it, with the full name that people gave the entity at that place. */
export function attributionOf(
  { speaker, cue, canonical }: QuotationMark,
  state: ArticleState,
): Pick<Annotation, 'speaker' | 'cue' | 'canonical'> {
  const { text } = state.article;
  return {
    speaker: speaker && makeAnchor(text, speaker),
    cue: cue && makeAnchor(text, cue),
    canonical: (speaker && decidedName(state, speaker)) ?? canonical,
  };
}

/** The full name of the accepted entity that stands at a span, or null. */
const decidedName = (state: ArticleState, span: Span): string | null =>
  lookUpOf(state)
    .annotations.at(span)
    .find(({ family, decision }) => family === 'entity' && decision === 'accepted')?.canonical ?? null;

/** A new annotation that stands on no mark. */
export function annotationByHand(
  family: MarkFamily,
  label: Label,
  span: Span,
  state: ArticleState,
  context: ActionContext,
): Annotation {
  const canonical = family === 'entity' ? nameAt(state, span) : null;
  return { ...freshOf(family, label, makeAnchor(state.article.text, span), 'hand', context), canonical };
}

const freshOf = (
  family: MarkFamily,
  label: Label,
  anchor: Annotation['anchor'],
  source: string,
  { newId, annotator, now }: ActionContext,
): Annotation => ({
  id: newId(),
  family,
  label,
  decision: 'accepted',
  anchor,
  speaker: null,
  cue: null,
  canonical: null,
  provenance: { annotator, created: now, modified: now, source },
  ...NOTHING_ADDED,
});

/**
 * The annotation as its changed copy, with who changed it and when. One that is accepted is no longer wrong in every
 * article.
 */
export const changed = (
  annotation: Annotation,
  changes: Partial<Annotation>,
  context: ActionContext,
): Annotation => ({
  ...annotation,
  ...(changes.decision === 'accepted' ? { everywhere: false } : {}),
  ...changes,
  provenance: { ...annotation.provenance, annotator: context.annotator, modified: context.now },
});

/**
 * The full name of what stands at a span: the one that another mention with the same words has, annotations before
 * marks, or the words themselves.
 */
export function nameAt(state: ArticleState, span: Span): string {
  const words = state.article.text.slice(span.start, span.end);
  return lookUpOf(state).names.get(fold(words)) ?? words;
}

/** The marks that nobody has decided on. */
export const openMarks = (state: ArticleState, { scheme }: ActionContext): readonly Mark[] =>
  visibleMarks(state.marks, state.annotations, scheme.overlap);
