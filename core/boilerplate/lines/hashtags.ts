import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const FEWEST_TAGS = 2;
const MOST_WORDS_OF_TAG = 4;

/** A line of nothing but hashtags: "#السعودية #الرياض". One alone may be the headline of a post. */
export const hashtagLine: LineRule = (line) => {
  const { tokens } = line.reading;
  if (tokens[0]?.text !== '#') return null;
  let tags = 0;
  let words = 0;
  for (const { kind, text, spaced } of tokens) {
    if (text === '#') {
      tags++;
      words = 0;
    } else if (kind === 'mark') {
      if (!'_،,|-'.includes(text)) return null;
    } else if ((spaced && words > 0) || ++words > MOST_WORDS_OF_TAG) return null;
  }
  return tags >= FEWEST_TAGS ? sighting('keywords', 0.9, 'rule/hashtags') : null;
};
