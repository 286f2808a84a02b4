import type { EntityCandidate, Recogniser } from './candidate.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitOf } from '../lexicon/traits.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

const STARTS = traitOf('nationality');

/** Adjectives and group nouns of nations, faiths and camps, where no longer name takes them in. */
export const nationality: Recogniser = {
  name: 'nationality',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = view.next(STARTS, 0); i >= 0; i = view.next(STARTS, i + 1)) {
      const match = view.find(i, 'nationality');
      if (!match || isDirection(view, i) || isLanguage(view, match)) continue;
      const stem = view.tokens[i]?.folded.slice(match.proclitics.length) ?? '';
      const definite = stem.startsWith('ال') || (match.proclitics.endsWith('ل') && stem.startsWith('ل'));
      if (match.proclitics !== '' && match.last === i && !definite && (view.isOrdinary(i) || stem.length < 5))
        continue;
      const camp = valueIn(match, 'nationality')?.endsWith('camp') ?? false;
      found.push({
        start: match.start,
        end: match.end,
        label: 'NORP',
        value: null,
        confidence: camp ? 0.7 : isAdjectiveOf(view, match) ? 0.98 : 0.8,
        source: 'list/nationality',
      });
    }
    return found;
  },
};

const DIRECTIONS = foldedWords('غربي غربية');
const DEFINITE_DIRECTIONS = foldedWords('الغربي الغربية');
const COMPASS = foldedWords('شمال جنوب شمالي جنوبي وسط شمالية جنوبية الشمالي الجنوبي الشمالية الجنوبية');

const LANGUAGE = foldedWords('اللغة للغة باللغة واللغة واللغتين اللغتين باللغتين اللغات باللغات');

/** "بالعربية", "اللغة الأمازيغية": the name of a language is no nation's adjective. */
const isLanguage = (view: LineView, match: LexiconMatch): boolean =>
  valueIn(match, 'nationality') === 'fs' &&
  ((match.proclitics.endsWith('ب') && /^[وف]?بال/.test(view.tokens[match.first]?.folded ?? '')) ||
    LANGUAGE.has(view.tokens[match.first - 1]?.folded ?? ''));

/** Whether the word is a direction, not the adjective of the West: "غربي البلاد", "شمال غربي". */
const isDirection = (view: LineView, i: number): boolean =>
  (DEFINITE_DIRECTIONS.has(view.tokens[i]?.folded ?? '') && COMPASS.has(view.tokens[i - 1]?.folded ?? '')) ||
  (DIRECTIONS.has(view.tokens[i]?.folded.replace(/^[وب]/, '') ?? '') &&
    (COMPASS.has(view.tokens[i - 1]?.folded ?? '') ||
      (view.follows(i) &&
        (view.tokens[i + 1]?.folded.startsWith('ال') === true ||
          view.find(i + 1, 'country', true) !== null ||
          view.find(i + 1, 'place', true) !== null ||
          view.find(i + 1, 'city', true) !== null ||
          view.find(i + 1, 'place-head', true) !== null))));

/** "فصائل سورية": behind an indefinite noun a country's name that is an adjective as well is the adjective. */
function isAdjectiveOf(view: LineView, match: LexiconMatch): boolean {
  if (valueIn(match, 'place') === null && valueIn(match, 'country') === null) return false;
  const before = view.tokens[match.first - 1];
  if (match.proclitics !== '' || before?.kind !== 'word' || !view.follows(match.first - 1)) return false;
  // "الأراضي السعودية": a definite name with the article is the adjective of a definite noun, and of no other.
  if ((view.tokens[match.first]?.folded ?? '').startsWith('ال'))
    return /^[وفبلك]?ال.{2}/.test(before.folded) && !TIMES.has(before.folded);
  return (
    view.isOrdinary(match.first - 1) &&
    !FUNCTION.has(before.folded) &&
    before.folded.length > 3 &&
    !/^[وف]?[يتس]/.test(before.folded) &&
    !/^[وفبلك]?ال/.test(before.folded)
  );
}

/** Definite words that no adjective of nation follows. */
const TIMES = foldedWords(
  'اليوم الآن الماضي الماضية الجاري الحالي المقبل الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
);

const FUNCTION = foldedWords(
  'على إلى حول عند منذ خلال داخل خارج ضد عبر بين نحو تجاه حتى بعد قبل لدى غير باتجاه وفي ومن شمال جنوب شرق غرب وسط دخول تقسيم مغادرة زيارة رئيس شمالي جنوبي',
);
