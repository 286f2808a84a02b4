import type { Span } from '../text/span.ts';

export const PROBLEM_CODES = [
  'unbalanced-quotation',
  'quotation-without-speaker',
  'glued-words',
  'persian-letters',
  'bidi-control',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A change to the article's text that a person may ask for. Offsets count from the start of the article. */
export interface TextFix {
  /** What the fix does, in English and Arabic. */
  readonly title: Bilingual;
  readonly edits: readonly (Span & { readonly replacement: string })[];
}

export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

/** Something in the article that an editor may want to mend. Offsets count from the start of the article. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  readonly message: Bilingual;
  readonly fixes: readonly TextFix[];
  /** Another place that explains it, such as the partner of a quotation mark. */
  readonly related: Span | null;
}
