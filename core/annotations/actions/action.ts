import type { Mark, MarkFamily } from '../../labels/marks.ts';
import type { Article } from '../../lexicon/article.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation, Label } from '../annotation.ts';

/**
 * What a person does to the annotations of an article: the protocol's actions, told in offsets. An empty span is a
 * caret. An `id` names an annotation, or a mark by markId. Undoing is going back to the list from before.
 */
export type AnnotationAction =
  | { readonly kind: 'tag'; readonly spans: readonly Span[]; readonly label: Label }
  | { readonly kind: 'accept' | 'reject' | 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'acceptEverywhere'; readonly id: string }
  | { readonly kind: 'relabel'; readonly id: string; readonly label: Label }
  | ResizeAction
  | { readonly kind: 'setSpeaker'; readonly id: string; readonly span: Span | null };

export interface ResizeAction {
  readonly kind: 'resize';
  readonly id: string;
  readonly end: 'start' | 'end';
  readonly by: 'wider' | 'narrower';
}

/** The article as it stands: all offsets are UTF-16 code units from the start of `article.text`. */
export interface ArticleState {
  readonly article: Article;
  /** Every mark of the analysis, those that annotations cover included. */
  readonly marks: readonly Mark[];
  readonly annotations: readonly Annotation[];
}

/** What an action needs from outside, so that it stays a function of its arguments. */
export interface ActionContext {
  readonly annotator: string;
  /** The instant, ISO 8601. */
  readonly now: string;
  /** A fresh UUID at each call. */
  readonly newId: () => string;
  /** The family of a label of the project's scheme, or null for a label that it does not have. */
  readonly familyOf: (label: Label) => MarkFamily | null;
}

/** Why an action did nothing. Turned into words where it is shown. */
export type Refusal =
  | { readonly code: 'unknown-item'; readonly id: string }
  | { readonly code: 'unknown-label'; readonly label: Label }
  /** The spans hold nothing but blanks and punctuation, or the caret is at no word. */
  | { readonly code: 'nothing-here' }
  /** An entity or a speaker lies within one line. */
  | { readonly code: 'across-lines' }
  /** The span would run into another entity that a person decided on. */
  | { readonly code: 'overlap'; readonly text: string; readonly label: Label }
  /** There is no further word in the line. */
  | { readonly code: 'line-edge' }
  /** One word cannot get narrower. */
  | { readonly code: 'nothing-left' }
  | { readonly code: 'not-a-quotation'; readonly label: Label }
  /** The annotation has no place in the text. */
  | { readonly code: 'orphan'; readonly exact: string }
  /** Everything already is as it was asked to be. */
  | { readonly code: 'no-change' };

export type Outcome =
  | {
      readonly done: true;
      /** The annotations of the article from now on, sorted by position. */
      readonly annotations: readonly Annotation[];
      /** How many were made, changed or taken away. */
      readonly changed: number;
      /** Where the item that was acted on (the first of several) now stands. */
      readonly span: Span | null;
    }
  | { readonly done: false; readonly refusal: Refusal };

/** A refusal as an outcome. */
export const refuse = (refusal: Refusal): Outcome => ({ done: false, refusal });
