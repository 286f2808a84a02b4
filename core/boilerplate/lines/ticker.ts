import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const GAP = /\t| {3,}/;
const FEWEST_HEADLINES = 4;
const SHORTEST_HEADLINE = 12;
const LONGEST_HEADLINE = 160;

/** A line into which a list of headlines has run, wide gaps between them. */
export const tickerLine: LineRule = ({ reading: { text } }) => {
  if (!text.includes('\t') && !text.includes('   ')) return null;
  const parts = text.split(GAP).filter((part) => part.trim() !== '');
  return parts.length >= FEWEST_HEADLINES &&
    parts.every(({ length }) => length >= SHORTEST_HEADLINE && length <= LONGEST_HEADLINE)
    ? sighting('related', 0.85, 'rule/ticker')
    : null;
};
