import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const LONGEST_NOTICE = 240;
const MOST_WORDS_OF_CREDIT = 16;

/** A year, as notices of copyright name it. */
const YEAR = /^(?:19|20)\d\d$/;

/** "© 2024 …" is a notice of copyright; the sign without a year, in a short line, credits a picture: "© رويترز". */
export const copyrightLine: LineRule = (line) => {
  const { text, tokens } = line.reading;
  if (line.length > LONGEST_NOTICE || !text.includes('©')) return null;
  if (tokens.some(({ folded }) => YEAR.test(folded))) return sighting('legal', 0.95, 'rule/copyright');
  return line.words <= MOST_WORDS_OF_CREDIT ? sighting('caption', 0.85, 'rule/copyright') : null;
};
