import fc from 'fast-check';
import { anyText } from '../../test/unit/arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { graphemeStart } from './graphemes.ts';
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
    ['what is written on a digit belongs to it', '5\u200d 6\u064eب', ['5\u200d', '6\u064e', 'ب']],
    ['tatweel is a letter of the next word', 'الـ17ـ', ['الـ', '17', 'ـ']],
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

  it('leaves out marks of number that are one grapheme with a blank', () => {
    expect(tokenise('\u0600 عام \u0601\u0600\u00a0').map(({ text }) => text)).toEqual(['عام']);
    expect(tokenise('\u06005 عام').map(({ text }) => text)).toEqual(['\u06005', 'عام']);
  });

  it('cuts no grapheme, on any text', () => {
    fc.assert(
      fc.property(anyText, (line) => {
        for (const { start, end, text } of tokenise(line)) {
          expect(graphemeStart(line, start), `the start of «${text}» in ${JSON.stringify(line)}`).toBe(start);
          expect(graphemeStart(line, end), `the end of «${text}» in ${JSON.stringify(line)}`).toBe(end);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
