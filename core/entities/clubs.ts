import type { Article } from '../lexicon/article.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';

/** Words of sports reports; where they abound a town's name or an ordinary word may be a club's. */
const SPORT = foldedWords(
  'مباراة المباراة مباراته مباريات المباريات لاعب اللاعب لاعبين اللاعبين لاعبي مدرب المدرب مدربه الدوري دوري هدف أهداف الفريق فريق فريقه نادي النادي ناديه ملعب الملعب كأس البطولة المهاجم الحارس مرمى شباك نقاط التعادل الفوز الموسم الشوط تعاقد الكرة كرة المنتخب',
);

/** One word in so many is one of sports, and no fewer than so many altogether. */
const SHARE = 28;
const FEWEST = 6;

const PLACING = foldedWords('مدينة في إلى من العاصمة قرب بمدينة لمدينة');

/**
 * The mentions of clubs in a report on sports by names that are a town's or an ordinary word elsewhere ("النصر",
 * "ليفربول"); none in other articles.
 */
export function clubMentions(article: Article): Mention[] {
  let words = 0;
  let ofSport = 0;
  for (const line of article.lines)
    for (const token of line.reading.tokens) {
      words++;
      if (SPORT.has(token.folded)) ofSport++;
    }
  if (ofSport < FEWEST || ofSport * SHARE < words) return [];
  return article.lines.flatMap((line, index) => {
    const view = viewLine(line.reading);
    return line.reading.matches.flatMap((match) => {
      if (valueIn(match, 'organisation') !== 'club') return [];
      const before = view.tokens[match.first - 1]?.folded ?? '';
      if (PLACING.has(before) || /^[بف]/.test(match.proclitics)) return [];
      if (match.proclitics !== '' && match.end - match.start < 4) return [];
      const candidate = {
        start: match.start,
        end: match.end,
        label: 'ORG' as const,
        value: null,
        confidence: 0.96,
        source: 'document/club',
      };
      return mentionOf(candidate, line, index) ?? [];
    });
  });
}
