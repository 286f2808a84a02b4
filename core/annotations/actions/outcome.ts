import type { SchemeRelation } from '../../labels/scheme-parts.ts';
import { isFor } from '../../labels/scheme-parts.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation, Relation } from '../annotation.ts';
import { sortAnnotations } from '../order.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { changed } from './items.ts';
import type { Item } from './items.ts';

/** What an action is about to do to the annotations. It is filled while the action is worked out, and never handed on. */
export interface Draft {
  /** By id: the new version, or null for those that go. */
  readonly replaced: Map<string, Annotation | null>;
  readonly added: Annotation[];
  /** By id of one that goes: the id of the one that the ties to it lead to from now on. */
  readonly heirs: Map<string, string>;
}

/** Nothing yet. */
export const createDraft = (): Draft => ({ replaced: new Map(), added: [], heirs: new Map() });

/** Puts a new version in the place of an item: of a mark it is a new annotation. */
export function put(draft: Draft, item: Item, version: Annotation): void {
  if (item.annotation) draft.replaced.set(item.annotation.id, version);
  else draft.added.push(version);
}

/**
 * The outcome of a draft. Ties follow it: those to an annotation that goes or is rejected go too, unless it has an
 * heir, and so do those that the scheme does not have between labels that were changed.
 * @param span where the item that was acted on now stands
 */
export function outcome(
  state: ArticleState,
  draft: Draft,
  span: Span | null,
  context: ActionContext,
): Outcome {
  let count = draft.added.length;
  const kept = state.annotations.flatMap((annotation) => {
    const version = draft.replaced.get(annotation.id);
    if (version === undefined || (version && saysTheSame(annotation, version))) return [annotation];
    count++;
    return version ? [version] : [];
  });
  if (count === 0) return refuse({ code: 'no-change' });
  const annotations = sortAnnotations(withTies(state, draft, [...kept, ...draft.added], context));
  const clash = clashOf(annotations, whatMoved(state, draft), context.scheme.overlap);
  if (clash) return refuse({ code: 'overlap', text: clash.anchor.exact, label: clash.label });
  return { done: true, annotations, facts: state.facts, changed: count, span };
}

/** The outcome of saying something else of the article as a whole. */
export function factsOutcome(state: ArticleState, facts: ArticleState['facts']): Outcome {
  if (JSON.stringify(facts) === JSON.stringify(state.facts)) return refuse({ code: 'no-change' });
  return { done: true, annotations: state.annotations, facts, changed: 0, span: null };
}

/** Ids of what a draft makes, or puts where it was not: another span, another label, accepted after all. */
function whatMoved({ annotations }: ArticleState, { added, replaced }: Draft): ReadonlySet<string> {
  const moved = new Set(added.map(({ id }) => id));
  for (const old of annotations) {
    const version = replaced.get(old.id);
    if (version && !(isPlacedAlike(old, version) && old.decision === version.decision)) moved.add(old.id);
  }
  return moved;
}

/**
 * The accepted annotation that another one says again, or the entity that it runs into where entities do not overlap, if
 * one of the two has moved: what was so before, by an import or a merge, hinders nobody.
 * @param annotations sorted by position
 */
function clashOf(
  annotations: readonly Annotation[],
  moved: ReadonlySet<string>,
  overlap: boolean,
): Annotation | null {
  /** The one before, and the entity that reaches furthest so far. */
  let previous: Annotation | null = null;
  let furthest: Annotation | null = null;
  for (const annotation of annotations) {
    const { span } = annotation.anchor;
    if (annotation.decision !== 'accepted' || !span) continue;
    const hasMoved = (other: Annotation): boolean => moved.has(annotation.id) || moved.has(other.id);
    if (previous && isPlacedAlike(previous, annotation) && hasMoved(previous)) return previous;
    previous = annotation;
    if (overlap || annotation.family !== 'entity') continue;
    const end: number = furthest?.anchor.span?.end ?? 0;
    if (furthest && span.start < end && hasMoved(furthest)) return furthest;
    if (span.end > end) furthest = annotation;
  }
  return null;
}

/** Whether two annotations give one span one label. */
const isPlacedAlike = (a: Annotation, b: Annotation): boolean =>
  a.family === b.family &&
  a.label === b.label &&
  a.anchor.span?.start === b.anchor.span?.start &&
  a.anchor.span?.end === b.anchor.span?.end;

/** Whether two versions of an annotation differ in who wrote them and when alone. */
const saysTheSame = (a: Annotation, b: Annotation): boolean =>
  JSON.stringify({ ...a, provenance: null }) === JSON.stringify({ ...b, provenance: null });

function withTies(
  state: ArticleState,
  { replaced, added, heirs }: Draft,
  annotations: readonly Annotation[],
  context: ActionContext,
): Annotation[] {
  const before = new Map(state.annotations.map((annotation) => [annotation.id, annotation]));
  const gone = new Set<string>();
  const isNew = new Set(added.map(({ id }) => id));
  const relabelled = new Set([...isNew, ...heirs.values()]);
  for (const [id, version] of replaced) {
    if (version?.decision !== 'accepted') gone.add(id);
    else if (version.label !== before.get(id)?.label) relabelled.add(id);
  }
  const now = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const isKept = (from: Annotation, { type, to }: Relation): boolean => {
    const target = now.get(to);
    if (to === from.id || gone.has(from.id) || gone.has(to)) return false;
    if (!target || !(relabelled.has(from.id) || relabelled.has(to))) return true;
    const relation = context.scheme.relations.find(({ name }) => name === type);
    return !relation || (canBegin(relation, from) && canEnd(relation, target));
  };
  return annotations.map((annotation) => {
    if (annotation.relations.length === 0) return annotation;
    const moved = annotation.relations.map((relation) => {
      const to = heirs.get(relation.to);
      return to === undefined ? relation : { ...relation, to };
    });
    const relations = moved.filter(
      (relation, i) => isKept(annotation, relation) && moved.findIndex((one) => isSame(one, relation)) === i,
    );
    const isAsBefore =
      relations.length === annotation.relations.length &&
      relations.every((relation, i) => relation === annotation.relations[i]);
    if (isAsBefore) return annotation;
    const isTouched = replaced.has(annotation.id) || isNew.has(annotation.id);
    return isTouched ? { ...annotation, relations } : changed(annotation, { relations }, context);
  });
}

/** Whether two ties of one annotation are the same. */
export const isSame = (a: Relation, b: Relation): boolean => a.type === b.type && a.to === b.to;

/** Whether a relation may go out from an annotation, by its label. */
export const canBegin = (relation: SchemeRelation, { family, label }: Annotation): boolean =>
  isFor(relation.from, { family, id: label });

/** Whether a relation may lead to an annotation. */
export const canEnd = (relation: SchemeRelation, { family, label }: Annotation): boolean =>
  isFor(relation.to, { family, id: label });
