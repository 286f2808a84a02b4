import type { Annotation } from '../annotations/annotation.ts';
import type { AttributeFault, RelationFault } from '../annotations/scheme-rules.ts';
import type { StoreProblem } from '../annotations/store.ts';
import type { MarkFamily } from '../labels/marks.ts';
import type { Disagreement } from './agreement/disagreements.ts';

/** An annotation in a finding: what it says and where. `line` of the article, counted from 1; 0 for an orphan. */
export interface Place {
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly annotator: string;
}

/** What is wrong, or worth a look, in a project's annotations. Put into words where it is shown. */
export type Finding = { readonly file: string; readonly severity: 'error' | 'warning' } & (
  | { readonly code: 'stored'; readonly problem: StoreProblem }
  | { readonly code: 'no-article'; readonly article: string }
  | { readonly code: 'text-changed' }
  | { readonly code: 'unlisted-annotator'; readonly annotator: string }
  | { readonly code: 'other-annotator'; readonly place: Place; readonly folder: string }
  | { readonly code: 'orphan'; readonly place: Place }
  | { readonly code: 'unknown-label'; readonly place: Place; readonly family: MarkFamily }
  /** Wrong by the scheme, beside the label. */
  | { readonly code: 'scheme'; readonly place: Place; readonly fault: AttributeFault | RelationFault }
  | { readonly code: 'article-attribute'; readonly annotator: string; readonly fault: AttributeFault }
  | { readonly code: 'overlap'; readonly place: Place; readonly other: Place }
  | { readonly code: 'duplicate'; readonly place: Place }
  | { readonly code: 'disagreement'; readonly disagreement: Disagreement }
  | {
      readonly code: 'two-labels';
      readonly name: string;
      readonly labels: readonly { readonly label: string; readonly count: number; readonly where: string }[];
    }
);

/** An annotation of an article with this text, as findings show it. */
export const placeOf = ({ label, anchor, provenance }: Annotation, text: string): Place => ({
  line: anchor.span ? text.slice(0, anchor.span.start).split('\n').length : 0,
  label,
  text: anchor.span ? text.slice(anchor.span.start, anchor.span.end) : anchor.exact,
  annotator: provenance.annotator,
});
