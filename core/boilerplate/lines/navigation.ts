import { countCovered } from './covered.ts';
import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const FEWEST_ITEMS = 3;
const MOST_WORDS_OF_ITEM = 5;

/** A row of links: short items parted by bars or bullets, no closing stop. */
export const navigationLine: LineRule = (line) => {
  if (line.stop !== 'none' && line.stop !== 'question') return null;
  let items = 0;
  let words = 0;
  for (const token of line.reading.tokens) {
    if (token.kind === 'mark' && '|•·'.includes(token.text)) {
      if (words > MOST_WORDS_OF_ITEM + 3) return null;
      if (words > 0) items++;
      words = 0;
    } else if (token.kind !== 'mark') words++;
  }
  if (words > 0) items++;
  return items >= FEWEST_ITEMS && line.words / items <= MOST_WORDS_OF_ITEM
    ? sighting('share', 0.8, 'rule/navigation')
    : null;
};

const SEPARATORS = '/\\>»›<«‹|→←-–•·';
const MOST_WORDS_OF_STEP = 4;

/** The way from the outlet's front page to the article: "الرئيسية » أخبار » مصر". */
export const breadcrumbLine: LineRule = (line) => {
  if (line.phrases[0]?.class !== 'share' || line.stop !== 'none') return null;
  const { tokens } = line.reading;
  let steps = 1;
  let words = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'mark') words++;
    else if (!SEPARATORS.includes(text)) return null;
    else if (words > 0) {
      steps++;
      words = 0;
    }
    if (words > MOST_WORDS_OF_STEP) return null;
  }
  return steps >= 2 ? sighting('share', 0.85, 'rule/navigation') : null;
};

const CONTROLS: ReadonlySet<string> = new Set(['share whole', 'comments whole']);

/** A line all of whose words are names of networks or words of navigation: "طباعة Email فيسبوك تويتر". */
export const controlsLine: LineRule = (line) => {
  if (line.words < 2 || line.words > 20) return null;
  const covered = countCovered(line.reading, CONTROLS);
  return covered >= 2 && covered >= 0.75 * line.words
    ? sighting('share', 0.85, 'list/boilerplate-phrase')
    : null;
};
