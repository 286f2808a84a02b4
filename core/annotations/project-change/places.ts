/** Where an article has something for a change of the whole project, and the change of it at chosen places. */
import { ENTITY_LABELS } from '../../labels/entity-labels.ts';
import { LINE_CLASSES } from '../../labels/line-classes.ts';
import type { Mark } from '../../labels/marks.ts';
import { QUOTATION_KINDS } from '../../labels/quotation-kinds.ts';
import { fold } from '../../text/fold.ts';
import { overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { act } from '../actions/act.ts';
import { refuse } from '../actions/action.ts';
import type { ActionContext, ArticleState, Outcome } from '../actions/action.ts';
import { accepted, annotationOf, changed, conflictAt, openMarks } from '../actions/items.ts';
import { lookUpOf } from '../actions/look-up.ts';
import { createDraft, outcome } from '../actions/outcome.ts';
import { relabelled } from '../actions/relabel.ts';
import { placesSought } from '../actions/tag-everywhere.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markId, markLabel, markName } from '../mark-identity.ts';
import type { ProjectChange } from './project-change.ts';

/** A place that a change would touch. */
export interface ChangePlace {
  /** Names it as long as nothing of it changes: what is there, where, and in which version. */
  readonly key: string;
  /** In UTF-16 code units; null for an orphan. */
  readonly span: Span | null;
  readonly words: string;
  /** The label that is there, or that it would get where there is none. */
  readonly label: Label;
  /** What is there; null for words that nothing stands on. */
  readonly item: Mark | Annotation | null;
}

/**
 * The places of an article, by position; orphans come last.
 * @param isAskedIn whether it is the article that the change was asked for in
 */
export function placesOf(
  change: ProjectChange,
  state: ArticleState,
  context: ActionContext,
  isAskedIn: boolean,
): ChangePlace[] {
  return found(change, state, context, isAskedIn).sort(
    (a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) || (a.key < b.key ? -1 : 1),
  );
}

function found(
  change: ProjectChange,
  state: ArticleState,
  context: ActionContext,
  isAskedIn: boolean,
): ChangePlace[] {
  const { text } = state.article;
  const wordsOf = (mark: Mark): string => fold(text.slice(mark.start, mark.end));
  const open = (): Mark[] =>
    openMarks(state, context).filter((mark) => context.familyOf(markLabel(mark)) === mark.family);
  switch (change.kind) {
    case 'acceptEverywhere':
    case 'rejectEverywhere': {
      const isNamed = (mark: Mark): boolean => {
        const name = change.kind === 'acceptEverywhere' ? markName(mark) : null;
        return name !== null && fold(name) === change.name;
      };
      return open()
        .filter(
          (mark) =>
            mark.family === change.family &&
            markLabel(mark) === change.label &&
            (wordsOf(mark) === change.words || isNamed(mark)),
        )
        .map((mark) => placeOfMark(mark, state));
    }
    case 'tagEverywhere': {
      const pointed = isAskedIn ? change.pointed : [];
      const others = change.sought
        .flatMap((sought) => placesSought(sought, state, context))
        .filter((span) => !pointed.some((one) => overlaps(one, span)));
      return [...pointed, ...others]
        .filter((span) => !isTagged(span, change.label, state))
        .map((span) => placeOfWords(span, change.label, state));
    }
    case 'rename':
      return [
        ...state.annotations
          .filter((one) => one.decision === 'accepted' && isNamedSo(one, change))
          .map(placeOfAnnotation),
        ...open()
          .filter(
            (mark) =>
              mark.family === 'entity' &&
              (change.label === null || mark.label === change.label) &&
              fold(mark.canonical) === change.from &&
              mark.canonical !== change.to,
          )
          .map((mark) => placeOfMark(mark, state)),
      ];
    case 'relabelAll':
      return state.annotations
        .filter(
          ({ label, family, decision }) =>
            label === change.label &&
            family === change.family &&
            // The engine goes on to use its own labels: what says no to one of them must go on to do so.
            (decision === 'accepted' || !ENGINE_LABELS.has(label)),
        )
        .map(placeOfAnnotation);
  }
}

const ENGINE_LABELS: ReadonlySet<Label> = new Set<Label>([
  ...ENTITY_LABELS,
  ...QUOTATION_KINDS,
  ...LINE_CLASSES,
]);

const isNamedSo = (
  { family, label, canonical }: Annotation,
  change: Extract<ProjectChange, { kind: 'rename' }>,
): boolean =>
  canonical !== null &&
  fold(canonical) === change.from &&
  canonical !== change.to &&
  (family === 'quotation' || (family === 'entity' && (change.label === null || label === change.label)));

const isTagged = (span: Span, label: Label, state: ArticleState): boolean =>
  lookUpOf(state)
    .annotations.at(span)
    .some((one) => one.label === label && one.decision === 'accepted');

const placeOfMark = (mark: Mark, { article: { text } }: ArticleState): ChangePlace => {
  const words = text.slice(mark.start, mark.end);
  const span = { start: mark.start, end: mark.end };
  return { key: `mark ${markId(mark)} ${words}`, span, words, label: markLabel(mark), item: mark };
};

const placeOfAnnotation = (annotation: Annotation): ChangePlace => {
  const { id, anchor, label, provenance } = annotation;
  return {
    key: `annotation ${id} ${provenance.modified}`,
    span: anchor.span,
    words: anchor.exact,
    label,
    item: annotation,
  };
};

const placeOfWords = (span: Span, label: Label, { article: { text } }: ArticleState): ChangePlace => {
  const words = text.slice(span.start, span.end);
  return { key: `words ${span.start}-${span.end} ${words}`, span, words, label, item: null };
};

/**
 * Does a change at places of an article, all in one. Refuses with "no-change" where nothing is to be done there; a place
 * where it cannot be done, since another annotation stands in the way, stays as it is and is not counted.
 */
export function changeAt(
  change: ProjectChange,
  places: readonly ChangePlace[],
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const marks = places.flatMap(({ item }) => (item && 'start' in item ? [item] : []));
  const annotations = places.flatMap(({ item }) => (item && 'id' in item ? [item] : []));
  if (places.length === 0) return refuse({ code: 'no-change' });
  switch (change.kind) {
    case 'acceptEverywhere':
      return act({ kind: 'accept', ids: marks.map(markId) }, state, context);
    case 'rejectEverywhere':
      return act({ kind: 'reject', ids: marks.map(markId) }, state, context);
    case 'tagEverywhere': {
      const spans = places.flatMap(({ span }) => span ?? []);
      return act({ kind: 'tag', spans, label: change.label }, state, context);
    }
    case 'rename': {
      const draft = createDraft();
      for (const mark of marks)
        draft.added.push({ ...annotationOf(mark, 'accepted', state, context), canonical: change.to });
      for (const one of annotations) {
        const version = accepted({ mark: null, annotation: one }, state, context);
        if (!('code' in version))
          draft.replaced.set(one.id, changed(version, { canonical: change.to }, context));
      }
      return outcome(state, draft, places[0]?.span ?? null, context);
    }
    case 'relabelAll': {
      const draft = createDraft();
      for (const one of annotations) {
        const { span } = one.anchor;
        const label = { family: change.family, label: change.to };
        if (one.decision === 'rejected')
          draft.replaced.set(one.id, changed(one, { label: change.to }, context));
        else if (!span || !conflictAt(state, label, span, [one.id], context))
          draft.replaced.set(one.id, relabelled(one, change.family, change.to, state, context));
      }
      return outcome(state, draft, places[0]?.span ?? null, context);
    }
  }
}
