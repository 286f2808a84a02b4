import fc from 'fast-check';
import { anyText } from '../../test/unit/arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokens.ts';

describe('tokenise', () => {
  const cases: [what: string, line: string, tokens: string[]][] = [
    ['words and marks', 'قال بوتين: “نعم”.', ['قال', 'بوتين', ':', '“', 'نعم', '”', '.']],
    [
      'numbers with inner marks',
      'بمقدار 10.500 و١٥٬٠٠٠ و2%',
      ['بمقدار', '10.500', 'و', '١٥٬٠٠٠', 'و', '2', '%'],
    ],
    ['a number at the end of a sentence', 'عام 2019.', ['عام', '2019', '.']],
    ['glued digits and letters', 'عام2019م', ['عام', '2019', 'م']],
    ['harakat, tatweel and joiners belong to the word', 'مُحَمَّد محـمد', ['مُحَمَّد', 'محـمد']],
    ['bidi controls are in no token', '\u200fقال\u200e بوتين', ['قال', 'بوتين']],
    ['Latin with digits', 'F16 AFP/Alexander', ['F16', 'AFP', '/', 'Alexander']],
    ['ordinals in Latin', '12th', ['12', 'th']],
    ['emoji stay whole', 'نعم 👩‍👧!', ['نعم', '👩‍👧', '!']],
    ['no-break space', 'كوريا\u00a0الشمالية', ['كوريا', 'الشمالية']],
    ['hyphens', 'جونغ-أون', ['جونغ', '-', 'أون']],
  ];
  it.each(cases)('%s', (_what, line, tokens) => {
    expect(tokenise(line).map((token) => token.text)).toEqual(tokens);
  });

  it('knows where a blank stands', () => {
    expect(tokenise('بـ"دعم" روسيا').map((token) => token.spaced)).toEqual([true, false, false, false, true]);
  });

  it('gives tokens in order, without overlap, each the text at its span, on any text', () => {
    fc.assert(
      fc.property(anyText, (line) => {
        let end = 0;
        for (const token of tokenise(line)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(line.slice(token.start, token.end)).toBe(token.text);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
      }),
    );
  });
});
