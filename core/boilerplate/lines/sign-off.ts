import { countCovered } from './covered.ts';
import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const SOURCE = 'rule/sign-off';

/** "// انتهى //", "14:18 ت م NNNN", "م.ع/ ر.ب (د ب أ)": how agencies end a dispatch. */
const END_MARK = /^\s*\/\/\s*\S+\s*\/\/\s*$/;
const FOUR_LETTERS = /^\s*\d\d:\d\d\s+ت\s*م(?:\s+N{3,4})?\s*$|(?:^|\s)NNNN?\s*$/;

const LONGEST_END_MARK = 40;

/** Agencies that spell their name in letters, dots between them or not; folded. */
const SPELT = new Set(['ا ف ب', 'د ب ا', 'ا ش ا', 'ا ب', 'د ب ا ا ف ب']);

const AGENCY: ReadonlySet<string> = new Set(['agency whole']);

/** The sign-off of an agency in a line of its own: "أ.ف.ب", "(رويترز)", "فرانس24/ أ ف ب". */
export const signOffLine: LineRule = (line) => {
  const { text } = line.reading;
  if (line.length <= LONGEST_END_MARK && (END_MARK.test(text) || FOUR_LETTERS.test(text)))
    return sighting('source', 0.95, SOURCE);
  if (line.words === 0 || line.words > 8) return null;
  if (SPELT.has(line.key)) return sighting('agency', 0.9, SOURCE);
  if (line.stop === 'full') return null;
  return countCovered(line.reading, AGENCY) === line.words ? sighting('agency', 0.85, SOURCE) : null;
};
