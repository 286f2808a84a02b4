import { fold } from '../text/fold.ts';

/** A set of folded words from a list of words parted by blanks, so that rules can be written in plain spelling. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter(Boolean).map(fold));
