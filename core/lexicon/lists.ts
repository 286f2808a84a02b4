/**
 * The name lists, one a file `lexicon/<id>.tsv`: adding a list is one file and one line here. The comment says what
 * a row's second column, the value, holds; without a comment it is empty.
 */
export const LISTS = [
  'country', // ISO 3166-1 alpha-2
] as const;

export type ListId = (typeof LISTS)[number];
