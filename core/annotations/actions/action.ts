import type { Mark, MarkFamily } from '../../labels/marks.ts';
import type { SchemeAttribute, SchemeRelation } from '../../labels/scheme-parts.ts';
import type { Article } from '../../lexicon/article.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation, ArticleFacts, Label } from '../annotation.ts';
import type { ArticleStatus } from '../status.ts';
import type { Refusal } from './refusal.ts';

/**
 * What a person does to the annotations of an article: the protocol's actions, told in offsets. An empty span is a
 * caret. An `id` names an annotation, or a mark by markId. Undoing is going back to the list from before.
 */
export type AnnotationAction =
  | { readonly kind: 'tag'; readonly spans: readonly Span[]; readonly label: Label }
  | { readonly kind: 'tagEverywhere'; readonly span: Span; readonly label: Label }
  | { readonly kind: 'accept' | 'reject' | 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'acceptEverywhere'; readonly id: string }
  | { readonly kind: 'rejectEverywhere'; readonly id: string; readonly always: boolean }
  | { readonly kind: 'relabel'; readonly id: string; readonly label: Label }
  | ResizeAction
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  /** `at`: the offset of a caret. */
  | { readonly kind: 'split'; readonly id: string; readonly at: number }
  | { readonly kind: 'place'; readonly id: string; readonly span: Span }
  | { readonly kind: 'tidy'; readonly ids: readonly string[] }
  | { readonly kind: 'setSpeaker'; readonly id: string; readonly span: Span | null }
  | RelationAction
  | AttributeAction
  | { readonly kind: 'setNote'; readonly id: string; readonly note: string }
  | RenameAction
  | { readonly kind: 'setStatus'; readonly status: ArticleStatus }
  | { readonly kind: 'setArticleAttribute'; readonly name: string; readonly value: string | null };

export interface ResizeAction {
  readonly kind: 'resize';
  readonly id: string;
  readonly end: 'start' | 'end';
  readonly by: 'wider' | 'narrower';
}

export interface RelationAction {
  readonly kind: 'relate' | 'unrelate';
  readonly from: string;
  /** The name of a relation of the scheme, or SAME_ENTITY. */
  readonly type: string;
  readonly to: string;
}

export interface AttributeAction {
  readonly kind: 'setAttribute';
  readonly ids: readonly string[];
  readonly name: string;
  /** Null takes it away. */
  readonly value: string | null;
}

export interface RenameAction {
  readonly kind: 'rename';
  readonly id: string;
  readonly name: string;
  /** Whether every mention in the article that had the name has the new one from now on. */
  readonly everywhere: boolean;
}

/** The article as it stands: all offsets are UTF-16 code units from the start of `article.text`. */
export interface ArticleState {
  readonly article: Article;
  /** Every mark of the analysis, those that annotations cover included. */
  readonly marks: readonly Mark[];
  readonly annotations: readonly Annotation[];
  readonly facts: ArticleFacts;
}

/** What the project's scheme says beside its labels. */
export interface ActionScheme {
  /** Whether entities may overlap and nest. */
  readonly overlap: boolean;
  readonly attributes: readonly SchemeAttribute[];
  readonly relations: readonly SchemeRelation[];
  readonly articleAttributes: readonly SchemeAttribute[];
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
  readonly scheme: ActionScheme;
}

export type Outcome =
  | {
      readonly done: true;
      /** The annotations of the article from now on, sorted by position. */
      readonly annotations: readonly Annotation[];
      /** What is said of the article as a whole from now on. */
      readonly facts: ArticleFacts;
      /** How many annotations were made, changed or taken away; those that merely lost a tie to one are not counted. */
      readonly changed: number;
      /** Where the item that was acted on (the first of several) now stands. */
      readonly span: Span | null;
    }
  | { readonly done: false; readonly refusal: Refusal };

/** A refusal as an outcome. */
export const refuse = (refusal: Refusal): Outcome => ({ done: false, refusal });
