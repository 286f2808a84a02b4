import type { MarkFamily } from '../../labels/marks.ts';
import type { Label } from '../annotation.ts';

/** Why an action did nothing. Turned into words where it is shown. */
export type Refusal =
  | { readonly code: 'unknown-item'; readonly id: string }
  | { readonly code: 'unknown-label'; readonly label: Label }
  /** The spans hold nothing but blanks and punctuation, or the caret is at no word. */
  | { readonly code: 'nothing-here' }
  /** An entity or a speaker lies within one line. */
  | { readonly code: 'across-lines' }
  /** The span would run into another entity that a person decided on, or stand on an annotation that says the same. */
  | { readonly code: 'overlap'; readonly text: string; readonly label: Label }
  /** There is no further word in the line. */
  | { readonly code: 'line-edge' }
  /** One word cannot get narrower. */
  | { readonly code: 'nothing-left' }
  | { readonly code: 'not-a-quotation'; readonly label: Label }
  /** The annotation has no place in the text. */
  | { readonly code: 'orphan'; readonly exact: string }
  /** There is only one to merge. */
  | { readonly code: 'nothing-to-merge' }
  | { readonly code: 'different-families'; readonly families: readonly MarkFamily[] }
  /** The caret is not within the annotation, or before it or behind it there is no word. */
  | { readonly code: 'nothing-to-split' }
  /** The scheme has no relation of that name; `names` are those that it has. */
  | { readonly code: 'unknown-relation'; readonly name: string; readonly names: readonly string[] }
  | { readonly code: 'self-relation' }
  /** The relation does not go out from such a label, or does not lead to one; `labels` and families are those that may. */
  | {
      readonly code: 'not-related';
      readonly name: string;
      readonly end: 'from' | 'to';
      readonly label: Label;
      readonly labels: readonly string[];
    }
  | { readonly code: 'not-an-entity'; readonly label: Label }
  /** The scheme has no attribute of that name; `names` are those that it has. */
  | { readonly code: 'unknown-attribute'; readonly name: string; readonly names: readonly string[] }
  /** The attribute is not for this label; `labels` and families are those that it is for. */
  | {
      readonly code: 'attribute-not-for';
      readonly name: string;
      readonly label: Label;
      readonly labels: readonly string[];
    }
  | {
      readonly code: 'no-such-value';
      readonly name: string;
      readonly value: string;
      readonly values: readonly string[];
    }
  /** The id of something in a knowledge base has no blank in it. */
  | { readonly code: 'no-id'; readonly name: string; readonly value: string }
  | { readonly code: 'empty-name' }
  /** Boilerplate has no full name. */
  | { readonly code: 'nameless'; readonly label: Label }
  /** Everything already is as it was asked to be. */
  | { readonly code: 'no-change' };
