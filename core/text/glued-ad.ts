import { unfoldedLength } from './fold.ts';
import type { Token } from './tokens.ts';

const AD = 'اعلان';

/** What may follow إعلان within the same word: its plural, dual, adjective, and possessive endings; folded. */
const ENDINGS = /^(?:ا|ي|يه|يا|ين|ان|ات|اتي|يات)?(?:[هكي]|ها|هم|هما|هن|كم|نا)?$/;

/**
 * The tokens of a line, with the word for an advertisement that a page left glued to a sentence's first word
 * ("إعلانوقال") parted from it: two tokens that touch.
 */
export function partGluedAds(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token, i) => isGlued(tokens, token, i))) return tokens;
  return tokens.flatMap((token, i) => {
    if (!isGlued(tokens, token, i)) return [token];
    const length = unfoldedLength(token.text, AD.length);
    const middle = token.start + length;
    const ad = { ...token, end: middle, text: token.text.slice(0, length), folded: AD };
    const rest = {
      ...token,
      start: middle,
      text: token.text.slice(length),
      folded: token.folded.slice(AD.length),
      spaced: false,
    };
    return [ad, rest];
  });
}

function isGlued(tokens: readonly Token[], token: Token, i: number): boolean {
  if (token.kind !== 'word' || !token.folded.startsWith(AD)) return false;
  const rest = token.folded.slice(AD.length);
  if (rest.length < 2 || ENDINGS.test(rest)) return false;
  const before = tokens[i - 1];
  return !before || '.!؟…"”»'.includes(before.text);
}

/** Whether token `i` is such a word for an advertisement, glued to the next. */
export const isGluedAd = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.folded === AD && tokens[i + 1]?.kind === 'word' && tokens[i + 1]?.start === tokens[i]?.end;
