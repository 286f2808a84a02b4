/** For tests of actions on annotations: articles in Arabic, actions on them, and what came of it in words. */
import type { EntityMark, Mark } from '../../core/labels/marks.ts';
import type { SchemeAttribute, SchemeRelation } from '../../core/labels/scheme-parts.ts';
import { DEFAULT_PROJECT } from '../../core/labels/project.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import { readArticle, readLine } from '../../core/lexicon/article.ts';
import { act } from '../../core/annotations/actions/act.ts';
import type {
  ActionContext,
  ActionScheme,
  AnnotationAction,
  ArticleState,
  Outcome,
} from '../../core/annotations/actions/action.ts';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { Span } from '../../core/text/span.ts';
import { lexicon } from './lexicon.ts';

/** The span of `words` in `text`, of its `nth` occurrence counted from 1. */
export function at(text: string, words: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return { start, end: start + words.length };
}

export const caret = (text: string, words: string, into = 1): Span => {
  const { start } = at(text, words);
  return { start: start + into, end: start + into };
};

export function entity(
  text: string,
  words: string,
  label: EntityMark['label'],
  canonical = words,
  nth = 1,
): EntityMark {
  const grounds = { confidence: 0.9, source: 'list/test', value: null };
  return { family: 'entity', label, canonical, ...grounds, ...at(text, words, nth) };
}

/** An article with marks and annotations, of which nothing else is said. */
export function stateOf(
  text: string,
  marks: readonly Mark[] = [],
  annotations: readonly Annotation[] = [],
): ArticleState {
  const article = readArticle(text, (line) => readLine(line, lexicon));
  return { article, marks, annotations, facts: NO_FACTS };
}

/** A scheme with the labels of the default one alone. */
export const LABELS_ALONE: ActionScheme = {
  overlap: false,
  attributes: [],
  relations: [],
  articleAttributes: [],
};

/** What actions get from outside at an instant: ids are the instant, "#", and a number from 0. */
export function contextOf(scheme: ActionScheme = LABELS_ALONE, now = '2026-01-02T03:04:05Z'): ActionContext {
  let ids = 0;
  return {
    annotator: 'huda',
    now,
    newId: () => `${now}#${ids++}`,
    familyOf: familyLookup(DEFAULT_PROJECT),
    scheme,
  };
}

/** Does actions one after the other and gives the last outcome; all must succeed but the last. */
export const run = (state: ArticleState, ...actions: readonly AnnotationAction[]): Outcome =>
  runWith(LABELS_ALONE, state, ...actions);

/** The same with a scheme. The first action is done on January 2, the next a day later, and so on. */
export function runWith(
  scheme: ActionScheme,
  state: ArticleState,
  ...actions: readonly AnnotationAction[]
): Outcome {
  let current = state;
  let last: Outcome | undefined;
  for (const [i, action] of actions.entries()) {
    if (last?.done === false) throw new Error(`action ${i} was refused: ${last.refusal.code}`);
    last = act(action, current, contextOf(scheme, dayOf(i)));
    if (last.done) current = { ...current, annotations: last.annotations, facts: last.facts };
  }
  if (!last) throw new Error('no action');
  return last;
}

const dayOf = (i: number): string => `2026-01-${String(i + 2).padStart(2, '0')}T00:00:00Z`;

/** The id of the `nth` annotation (from 0) that the `i`th action (from 0) makes. */
export const idOf = (i: number, nth = 0): string => `${dayOf(i)}#${nth}`;

/** "LABEL words" of each annotation, a minus before rejected ones. */
export function told(outcome: Outcome, text: string): string[] {
  if (!outcome.done) return [`refused: ${outcome.refusal.code}`];
  return outcome.annotations.map(({ label, decision, anchor }) => {
    const words = anchor.span ? text.slice(anchor.span.start, anchor.span.end) : 'orphan';
    return `${decision === 'rejected' ? '-' : ''}${label} ${words}`;
  });
}

const words = (name: string): Pick<SchemeRelation, 'name' | 'title' | 'description'> => ({
  name,
  title: { en: name, ar: name },
  description: { en: '', ar: '' },
});

/** A relation of a scheme. */
export const relation = (
  name: string,
  from: readonly string[] = [],
  to: readonly string[] = [],
): SchemeRelation => ({ ...words(name), from, to });

/** An attribute of a scheme: free words, unless it is said otherwise. */
export const attribute = (name: string, rest: Partial<SchemeAttribute> = {}): SchemeAttribute => ({
  ...words(name),
  type: 'text',
  values: [],
  labels: [],
  required: false,
  url: '',
  ...rest,
});
