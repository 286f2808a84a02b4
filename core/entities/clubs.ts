import { matchesWith } from '../lexicon/article.ts';
import type { Article, LineReading } from '../lexicon/article.ts';
import { remembered } from '../lexicon/remembered.ts';
import { traitOf } from '../lexicon/traits.ts';
import type { Steps } from '../text/steps.ts';
import { isOneOf } from '../text/words.ts';
import { foldedWords, valueIn } from './line-view.ts';
import type { Candidate } from './scorer/candidates.ts';

/** Words of sports reports; where they abound a town's name or an ordinary word may be a club's. */
const SPORT = foldedWords(
  'مباراة المباراة مباراته مباريات المباريات لاعب اللاعب لاعبين اللاعبين لاعبي مدرب المدرب مدربه الدوري دوري هدف أهداف الفريق فريق فريقه نادي النادي ناديه ملعب الملعب كأس البطولة المهاجم الحارس مرمى شباك نقاط التعادل الفوز الموسم الشوط تعاقد الكرة كرة المنتخب',
);

/** One word in so many is one of sports, and no fewer than so many altogether. */
const SHARE = 28;
const FEWEST = 6;

const PLACING = foldedWords('مدينة في إلى من العاصمة قرب بمدينة لمدينة');

/** How many words of a line are of sports. */
const sportsIn = remembered(({ words, tokens }: LineReading): number => {
  let ofSport = 0;
  for (const { word } of tokens) if (isOfSport(words, word)) ofSport++;
  return ofSport;
});

const isOfSport = isOneOf(SPORT);

/**
 * The clubs in a report on sports by names that are a town's or an ordinary word elsewhere ("النصر",
 * "ليفربول"), line by line; null in other articles. A line a step.
 */
export function* clubMentions({ lines }: Article): Steps<(readonly Candidate[])[] | null> {
  let words = 0;
  let ofSport = 0;
  for (const { reading } of lines) {
    words += reading.tokens.length;
    ofSport += sportsIn(reading);
    yield;
  }
  if (ofSport < FEWEST || ofSport * SHARE < words) return null;
  const clubs: (readonly Candidate[])[] = [];
  for (const { reading } of lines) {
    clubs.push(clubsIn(reading));
    yield;
  }
  return clubs;
}

const ORGANISATION = traitOf('organisation');

/** The names of clubs in a line. */
const clubsIn = remembered((line: LineReading): readonly Candidate[] =>
  matchesWith(line, ORGANISATION).flatMap((match): Candidate[] => {
    if (valueIn(match, 'organisation') !== 'club') return [];
    const before = line.tokens[match.first - 1]?.folded ?? '';
    // "الأهلي المصري": behind a definite noun the adjective of a nation is no club.
    if (/^[وفبلك]?ال.{2}/.test(before) && valueIn(match, 'nationality') !== null) return [];
    if (PLACING.has(before) || /^[بف]/.test(match.proclitics)) return [];
    if (match.proclitics !== '' && match.end - match.start < 4) return [];
    const { start, end, first, last } = match;
    const grounds = {
      value: null,
      confidence: 0.96,
      source: 'document/club',
      proposals: 1,
      tagged: 0,
      again: 0,
    };
    return [{ start, end, first, last, label: 'ORG', ...grounds }];
  }),
);
