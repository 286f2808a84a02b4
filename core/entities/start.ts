/**
 * What an expression may begin with, one bit each: a word of a list of the grammar, digits, the article before digits,
 * a Latin word, an opening mark, or a word that stands in no list. Readers are asked only where one of theirs is set.
 */
export const Start = {
  Currency: 1,
  Deictic: 2,
  Month: 4,
  NamedDay: 8,
  NumberWord: 16,
  Ordinal: 32,
  TimeUnit: 64,
  TimeWord: 128,
  Unit: 256,
  Weekday: 512,
  Digits: 1024,
  Article: 2048,
  Latin: 4096,
  Mark: 8192,
  Other: 16384,
  // The parts that the words of lexicon/time-word.tsv play
  This: 1 << 16,
  Every: 1 << 17,
  Day: 1 << 18,
  Edge: 1 << 19,
  PartOfDay: 1 << 20,
  Season: 1 << 21,
  Decade: 1 << 22,
  Clock: 1 << 23,
  Some: 1 << 24,
  Possessed: 1 << 25,
  /** A quotation mark, which opens a measure where digits follow; then it counts as Mark. */
  Quote: 1 << 26,
} as const;

/** Where a number may begin: digits, digits behind the article, a number in words. */
export const NUMBER_START = Start.Digits | Start.Article | Start.NumberWord;

/** Words of the lists of the grammar, with the parts that they play. */
export const LISTED =
  (Start.Digits - 1) |
  Start.This |
  Start.Every |
  Start.Day |
  Start.Edge |
  Start.PartOfDay |
  Start.Season |
  Start.Decade |
  Start.Clock |
  Start.Some |
  Start.Possessed;
