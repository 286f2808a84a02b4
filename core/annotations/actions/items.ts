import type { Mark, MarkFamily } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markId, markLabel, markName } from '../mark-identity.ts';
import { sortAnnotations } from '../order.ts';
import { covers, visibleMarks } from '../visible.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';

/** What an id names: an annotation or a mark. */
export type Item =
  | { readonly annotation: Annotation; readonly mark: null }
  | { readonly annotation: null; readonly mark: Mark };

/**
 * The annotation or open mark with this id, or null. The id of a mark that was decided on in the meantime (a key
 * pressed twice) names the annotation that took its place.
 */
export function findItem(state: ArticleState, id: string): Item | null {
  const annotation = state.annotations.find((candidate) => candidate.id === id);
  if (annotation) return { annotation, mark: null };
  const mark = state.marks.find((candidate) => markId(candidate) === id);
  if (!mark) return null;
  const covering = state.annotations.filter((candidate) => covers(candidate, mark));
  if (covering.length === 0) return { annotation: null, mark };
  const heir = covering.find(({ anchor }) => anchor.span !== null && sameSpan(anchor.span, mark));
  return heir ? { annotation: heir, mark: null } : null;
}

/**
 * The accepted entity annotation, other than `except`, that shares characters with a span: entities do not overlap.
 */
export const entityAt = (
  annotations: readonly Annotation[],
  span: Span,
  except: string | null = null,
): Annotation | null =>
  annotations.find(
    (annotation) =>
      annotation.family === 'entity' &&
      annotation.decision === 'accepted' &&
      annotation.id !== except &&
      annotation.anchor.span !== null &&
      overlaps(annotation.anchor.span, span),
  ) ?? null;

/** The annotation that a decision on a mark makes. */
export function annotationOf(
  mark: Mark,
  decision: Annotation['decision'],
  { article: { text } }: ArticleState,
  context: ActionContext,
): Annotation {
  const quotation = mark.family === 'quotation' ? mark : null;
  return {
    id: context.newId(),
    family: mark.family,
    label: markLabel(mark),
    decision,
    anchor: makeAnchor(text, mark),
    speaker: quotation?.speaker ? makeAnchor(text, quotation.speaker) : null,
    cue: quotation?.cue ? makeAnchor(text, quotation.cue) : null,
    canonical: markName(mark),
    provenance: {
      annotator: context.annotator,
      created: context.now,
      modified: context.now,
      source: mark.source,
    },
    further: {},
  };
}

/** A new annotation that stands on no mark. */
export function annotationByHand(
  family: MarkFamily,
  label: Label,
  span: Span,
  state: ArticleState,
  context: ActionContext,
): Annotation {
  return {
    id: context.newId(),
    family,
    label,
    decision: 'accepted',
    anchor: makeAnchor(state.article.text, span),
    speaker: null,
    cue: null,
    canonical: family === 'entity' ? nameAt(state, span) : null,
    provenance: {
      annotator: context.annotator,
      created: context.now,
      modified: context.now,
      source: 'hand',
    },
    further: {},
  };
}

/** The annotation as its changed copy, with who changed it and when. */
export const changed = (
  annotation: Annotation,
  changes: Partial<Annotation>,
  context: ActionContext,
): Annotation => ({
  ...annotation,
  ...changes,
  provenance: { ...annotation.provenance, annotator: context.annotator, modified: context.now },
});

/**
 * The full name of what stands at a span: the one that another mention with the same words has, annotations before
 * marks, or the words themselves.
 */
export function nameAt({ article: { text }, annotations, marks }: ArticleState, span: Span): string {
  const words = text.slice(span.start, span.end);
  const folded = fold(words);
  for (const annotation of annotations)
    if (
      annotation.family === 'entity' &&
      annotation.decision === 'accepted' &&
      annotation.canonical !== null &&
      fold(annotation.anchor.exact) === folded
    )
      return annotation.canonical;
  for (const mark of marks)
    if (mark.family === 'entity' && fold(text.slice(mark.start, mark.end)) === folded) return mark.canonical;
  return words;
}

/** The marks that nobody has decided on. */
export const openMarks = (state: ArticleState): Mark[] => visibleMarks(state.marks, state.annotations);

/**
 * The outcome of replacing, dropping and adding annotations: `replaced` maps ids to the new version, or to null for
 * those that go.
 */
export function outcome(
  state: ArticleState,
  replaced: ReadonlyMap<string, Annotation | null>,
  added: readonly Annotation[],
  span: Span | null,
): Outcome {
  let count = added.length;
  const kept = state.annotations.flatMap((annotation) => {
    const version = replaced.get(annotation.id);
    if (version === undefined || (version && saysTheSame(annotation, version))) return [annotation];
    count++;
    return version ? [version] : [];
  });
  if (count === 0) return { done: false, refusal: { code: 'no-change' } };
  return {
    done: true,
    annotations: sortAnnotations([...kept, ...added]),
    changed: count,
    span,
  };
}

/** Whether two versions of an annotation differ in who wrote them and when alone. */
const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  JSON.stringify({ ...a, provenance: null }) === JSON.stringify({ ...b, provenance: null });
