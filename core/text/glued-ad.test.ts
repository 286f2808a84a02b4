import { describe, expect, it } from 'vitest';
import { isGluedAd, partGluedAds } from './glued-ad.ts';
import { tokenise } from './tokens.ts';
import { createWords } from './words.ts';

describe('partGluedAds: the word for an advertisement that a page glued to the next', () => {
  const cases: [line: string, words: string[]][] = [
    ['إعلانوقال الوزير', ['إعلان', 'وقال', 'الوزير']],
    ['انتهى. إعْلانٌويتناقض', ['انتهى', '.', 'إعْلانٌ', 'ويتناقض']],
    ['إعلانات كثيرة', ['إعلانات', 'كثيرة']],
    ['إعلانها جاء', ['إعلانها', 'جاء']],
    ['في إعلانوقال', ['في', 'إعلانوقال']],
  ];
  it.each(cases)('%s', (line, words) => {
    const known = createWords();
    const tokens = partGluedAds(tokenise(line, known), known);
    expect(tokens.map(({ text }) => text)).toEqual(words);
    for (const { start, end, text } of tokens) expect(line.slice(start, end), line).toBe(text);
    expect(tokens.some((_, i) => isGluedAd(tokens, i))).toBe(words.length > tokenise(line).length);
  });
});
