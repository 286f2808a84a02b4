import type { LineReading } from '../../lexicon/article.ts';
import { remembered } from '../../lexicon/remembered.ts';
import { unfoldedLength } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { LineShape } from '../lines/shape.ts';
import type { RunRule } from './run.ts';

const AD = 'اعلان';

/** What every spelling of the word has in common: a quick look spares most lines the rest. */
const CORE = 'علان';

/** What may follow إعلان within the same word: its plural, dual, adjective, and possessive endings; folded. */
const ENDINGS = /^(?:ا|ي|يه|يا|ين|ان|ات|اتي|يات)?(?:[هكي]|ها|هم|هما|هن|كم|نا)?$/;

/**
 * Where in a line the ad word is glued to the word behind it: offsets of the ad word, from the start of the line.
 * Remembered with the reading.
 */
export const findGluedAdWords = remembered((line: LineReading): readonly Span[] => {
  if (!line.text.includes(CORE)) return [];
  return line.tokens.flatMap((token, i) => {
    if (token.kind !== 'word' || !token.folded.startsWith(AD)) return [];
    const rest = token.folded.slice(AD.length);
    if (rest.length < 2 || ENDINGS.test(rest) || !opensSentence(line.tokens, i)) return [];
    return [
      {
        start: token.start,
        end: token.start + unfoldedLength(token.text, AD.length),
      },
    ];
  });
});

/** An ad word glued to the paragraph's first word. */
export const findAdWords: RunRule = (page, i) =>
  findGluedAdWords((page.lines[i] as LineShape).reading).map((span) => ({
    ...span,
    class: 'ad',
    confidence: 0.9,
    source: 'rule/ad-word',
  }));

const opensSentence = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  return !before || '.!؟…"”»'.includes(before.text);
};
