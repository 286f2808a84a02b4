/**
 * The annotator under whose name the version lies that annotators agreed on, where they did not at first: annotations
 * that were adjudicated. It is nobody's own work, and settles what the others disagree on.
 */
export const GOLD_ANNOTATOR = 'gold';
