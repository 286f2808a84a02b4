import { matchesWith } from '../../lexicon/article.ts';
import type { LexiconEntry } from '../../lexicon/lexicon.ts';
import { hasTrait, traitOf, traitsOf } from '../../lexicon/traits.ts';
import type { ListId } from '../../lexicon/lists.ts';
import type { LineShape } from './shape.ts';
import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const LISTS: ReadonlySet<ListId> = new Set(['month', 'weekday', 'hijri-month', 'time-unit']);

/** Words that belong to a stamp beside numbers and the names of days and months; folded. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'في من و يوم الساعه ساعه بتوقيت توقيت غرينتش جرينتش مكه المكرمه الموافق م ص هـ ه صباحا مساء ظهرا قبل منذ ' +
    'gmt utc am pm th st nd rd at on ago hour hours minute minutes day days t z est'
  ).split(' '),
);

const LONGEST_STAMP = 140;
const SMALLEST_SHARE = 0.7;

const PHRASES = traitOf('boilerplate-phrase');
const TIME_UNIT = traitOf('time-unit');
const DATED = traitsOf('boilerplate-phrase', ...LISTS);

const isDateWord = ({ list, value }: LexiconEntry): boolean =>
  LISTS.has(list) || (list === 'boilerplate-phrase' && value === 'dateline label');

/** The share of the line's words that are numbers, names of days or months, and the small words between them. */
function shareOfDateWords(line: LineShape): number {
  const { tokens } = line.reading;
  const dated = new Set<number>();
  for (const [i, token] of tokens.entries())
    if (token.kind === 'number' || WORDS.has(token.folded)) dated.add(i);
  for (const match of matchesWith(line.reading, DATED).filter(({ entries }) => entries.some(isDateWord)))
    for (let i = match.first; i <= match.last; i++) dated.add(i);
  return dated.size / line.words;
}

const isStampLabel = (line: LineShape): boolean => {
  const { tokens } = line.reading;
  return matchesWith(line.reading, PHRASES).some(
    ({ first, last, entries }) =>
      tokens.slice(0, first).every((token) => token.kind === 'mark') &&
      entries.some(({ list, value }) => list === 'boilerplate-phrase' && value === 'dateline label') &&
      tokens[last + 1] !== undefined,
  );
};

/** A label with a date behind it may name a place or an outlet too. */
const SMALLEST_SHARE_BEHIND_LABEL = 0.4;

const MOST_WORDS_AGO = 4;

/** "قبل ساعة واحدة": how long ago, in words. */
const isAgo = (line: LineShape): boolean =>
  line.words >= 2 &&
  line.words <= MOST_WORDS_AGO &&
  /^(?:قبل|منذ) /.test(line.key) &&
  hasTrait(line.reading.traits, 1, TIME_UNIT) &&
  shareOfDateWords(line) >= 0.6;

/** A stamp of publication: a line of little else than a date, or a label ("تاريخ النشر") with numbers behind it. */
export const stampLine: LineRule = (line) => {
  if (line.length > LONGEST_STAMP || line.stop === 'full') return null;
  const numbers = line.reading.tokens.filter((token) => token.kind === 'number').length;
  if (numbers === 0) return isAgo(line) ? sighting('dateline', 0.85, 'rule/stamp') : null;
  const share = shareOfDateWords(line);
  if (share >= SMALLEST_SHARE && (share < 1 || numbers < line.words || numbers >= 3))
    return sighting('dateline', 0.6 + 0.35 * share, 'rule/stamp');
  return share >= SMALLEST_SHARE_BEHIND_LABEL && isStampLabel(line)
    ? sighting('dateline', 0.9, 'rule/stamp')
    : null;
};
