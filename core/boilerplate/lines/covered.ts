import { matchesWith } from '../../lexicon/article.ts';
import type { LineReading } from '../../lexicon/article.ts';
import { traitOf } from '../../lexicon/traits.ts';

const PHRASES = traitOf('boilerplate-phrase');

/** How many tokens of a line lie in phrases of the list whose value is one of `values`. */
export function countCovered(reading: LineReading, values: ReadonlySet<string>): number {
  let covered = 0;
  // Matches are ordered by first token, so that what they cover can be counted as they come.
  let behind = 0;
  for (const { first, last, entries, proclitics } of matchesWith(reading, PHRASES)) {
    if (last < behind || proclitics !== '') continue;
    if (!entries.some(({ list, value }) => list === 'boilerplate-phrase' && values.has(value))) continue;
    covered += last + 1 - Math.max(first, behind);
    behind = last + 1;
  }
  return covered;
}
