/**
 * The name lists, one a file `lexicon/<id>.tsv`: adding a list is one file and one line here. The comment says what
 * a row's second column, the value, holds; without a comment it is empty.
 */
export const LISTS = [
  'boilerplate-phrase', // class of line, then where in the line the phrase must stand
  'city',
  'club',
  'country', // ISO 3166-1 alpha-2
  'cue', // class, part of speech, agreement and weakness of a word that introduces speech
  'currency', // ISO 4217 code, XXX where several countries' money has the name
  'deictic', // -1 (last), 0 (this) or 1 (next)
  'event',
  'event-head', // "named", "ranked" or "quoted": what must follow
  'family-name', // "weak" where the name is an ordinary word too
  'field',
  'foreign-name', // "weak" as above
  'given-name', // "weak" as above
  'hijri-month', // number of the month, "?" behind it where the word means something else too
  'honorific',
  'known-person', // "weak" as above
  'law',
  'law-head', // "named" as above
  'month', // number of the month, "?" as above
  'named-day', // "MM-DD", "H-MM-DD" in the Hijri calendar, or empty
  'nationality', // m or f, then s, p or d; then "camp" for faiths and political camps
  'number-word', // the number, then "plural", "vague", "fraction" or "times" where it is one
  'ordinal', // the number
  'ordinary-word', // "often" for the most frequent
  'organisation', // "weak" as above, "seat" or "platform"
  'organisation-head', // "body", "official", "strict", "placed", "name" or "nation": what follows
  'party',
  'person',
  'place', // label, then "weak" as above
  'place-head', // label, then "in" or "out": whether the word belongs to the name
  'post', // "office", "role alone" or "role"
  'post-adjective',
  'product',
  'product-head', // "name" or "quoted": what follows
  'time-unit', // ISO 8601 duration of one, then one, two, few or construct
  'time-word', // the part that the word plays in the grammar of dates
  'unit', // CLDR unit identifier
  'weekday', // 1 (Monday) to 7 (Sunday)
] as const;

export type ListId = (typeof LISTS)[number];
