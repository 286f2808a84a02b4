import { unfoldedLength } from './fold.ts';
import { tokenOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { numberOfWord, smallOfWord } from './words.ts';
import type { Words } from './words.ts';

const AD = 'اعلان';

/** What may follow إعلان within the same word: its plural, dual, adjective, and possessive endings; folded. */
const ENDINGS = /^(?:ا|ي|يه|يا|ين|ان|ات|اتي|يات)?(?:[هكي]|ها|هم|هما|هن|كم|نا)?$/;

/**
 * The tokens of a line, with the word for an advertisement that a page left glued to a sentence's first word
 * ("إعلانوقال") parted from it: two tokens that touch. `words` are those with which the tokens were cut.
 */
export function partGluedAds(tokens: readonly Token[], words: Words): readonly Token[] {
  if (!tokens.some((token, i) => isGlued(tokens, words, token, i))) return tokens;
  return tokens.flatMap((token, i) => {
    if (!isGlued(tokens, words, token, i)) return [token];
    const { text, start, end, spaced } = token;
    const length = unfoldedLength(text, AD.length);
    const middle = start + length;
    const ad = numberOfWord(words, text, 0, length, 'word');
    const rest = numberOfWord(words, text, length, text.length, 'word');
    return [
      tokenOf(words, ad, 'word', start, middle, spaced),
      tokenOf(words, rest, 'word', middle, end, false),
    ];
  });
}

function isGlued(tokens: readonly Token[], words: Words, token: Token, i: number): boolean {
  if (mayBeGlued(words, token.word) === 0) return false;
  const before = tokens[i - 1];
  return !before || '.!؟…"”»'.includes(before.text);
}

/** Whether a spelling begins with the word for an advertisement and goes on as none of its forms does. */
const mayBeGlued = smallOfWord(({ kinds, folded }, word) => {
  const spelling = folded[word] as string;
  if (kinds[word] !== 'word' || !spelling.startsWith(AD)) return 0;
  const rest = spelling.slice(AD.length);
  return rest.length >= 2 && !ENDINGS.test(rest) ? 1 : 0;
});

/** Whether token `i` is such a word for an advertisement, glued to the next. */
export const isGluedAd = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.folded === AD && tokens[i + 1]?.kind === 'word' && tokens[i + 1]?.start === tokens[i]?.end;
