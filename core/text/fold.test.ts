import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOrigins, unfoldedLength } from './fold.ts';

describe('fold: spellings that newsrooms mix look alike', () => {
  const cases: [what: string, text: string, folded: string][] = [
    ['hamza on alef', 'أإآٱا', 'ااااا'],
    ['final ya and alef maqsura', 'على علي', 'علي علي'],
    ['ta marbuta and ha', 'قاهرة قاهره', 'قاهره قاهره'],
    ['hamza on waw and ya', 'مسؤول هيئة', 'مسوول هييه'],
    ['Persian letters', 'کوریا الشمالیة', 'كوريا الشماليه'],
    ['letters for foreign sounds', 'پوتين ڤيينا چاد', 'بوتين فيينا جاد'],
    ['harakat', 'مُحَمَّدٌ', 'محمد'],
    ['tatweel', 'محـــمد', 'محمد'],
    ['zero-width non-joiner', 'می\u200cخواهم', 'ميخواهم'],
    ['presentation forms', 'ﻣﺤﻤﺪ ﻻ', 'محمد لا'],
    ['bidi controls', '\u202bمحمد\u202c\u200f', 'محمد'],
    ['no-break space', 'عام\u00a02019', 'عام 2019'],
    ['Arabic-Indic and Persian digits', '٢٠١٩ ۲۰۱۹', '2019 2019'],
    ['Latin case', 'CNN Reuters', 'cnn reuters'],
    ['emoji stay', '👩‍👧 محمد', '👩👧 محمد'],
  ];
  it.each(cases)('%s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  const arabicText = fc.string({
    unit: fc.constantFrom(...'محمدأإىةلاﻻﷲک\u064e\u0640\u200c\u200f "2٣aZ', '👩‍👧', '\ud800'),
  });

  it('folds folded text to itself', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('agrees with foldWithOrigins, whose origins rise and stay within the text', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        const folded = foldWithOrigins(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.origins).toHaveLength(folded.text.length + 1);
        const rises = folded.origins.every((origin, i) => i === 0 || origin >= (folded.origins[i - 1] ?? 0));
        expect(rises).toBe(true);
        expect(folded.origins.at(-1)).toBe(text.length);
      }),
    );
  });

  it('every folded unit comes from the code unit that its origin names', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        const { text: folded, origins } = foldWithOrigins(text);
        for (let i = 0; i < folded.length; i++)
          expect(fold(text.charAt(origins[i] as number))).toContain(folded.charAt(i));
      }),
    );
  });
});

describe('unfoldedLength: where a folded unit begins in the original', () => {
  const cases: [text: string, count: number, length: number][] = [
    ['لبوتين', 1, 1],
    ['لِبوتين', 1, 2],
    ['و\u0640بوتين', 1, 2],
    ['ﻻ', 1, 1],
    ['بوتين', 9, 5],
  ];
  it.each(cases)('%s, %i folded', (text, count, length) => {
    expect(unfoldedLength(text, count)).toBe(length);
  });
});
