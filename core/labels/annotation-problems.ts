/** What can be wrong, or worth a look, in the annotations of an article. */
export const ANNOTATION_PROBLEM_CODES = [
  'orphan',
  'stray-edge',
  'half-word',
  'overlap',
  'crossing',
  'two-labels',
  'without-speaker',
  'missing-attribute',
  'against-scheme',
] as const;

export type AnnotationProblemCode = (typeof ANNOTATION_PROBLEM_CODES)[number];
