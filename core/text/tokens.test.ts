import fc from 'fast-check';
import { anyText } from '../../test/unit/arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { extendsGrapheme, widthOfPrepended } from './characters.ts';
import { graphemeStart } from './graphemes.ts';
import { tokenise } from './tokens.ts';

/** Marks that are vowels of their own by UAX #29; here they belong to the letter, as every mark does. */
const isLetterOfMyanmar = (character: string) => /^(?!\p{Grapheme_Extend})\p{Mc}/u.test(character);

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
    ['emoji that joiners hold together', 'قلب❤️‍🔥، 🏳️‍🌈 ☎‍☎', ['قلب', '❤️‍🔥', '،', '🏳️‍🌈', '☎‍☎']],
    ['a tag on a blank is in no token', 'عام \u{e0020}\ufe20قال', ['عام', 'قال']],
    [
      'marks that are drawn round what is behind them',
      'بـ\u{110bd}5 \u089012',
      ['بـ', '\u{110bd}5', '\u08901', '2'],
    ],
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

  it('knows every character that is written on the one before, or drawn round the one behind', () => {
    const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });
    const isOne = (text: string) =>
      (graphemes.segment(text).containing(0)?.segment.length ?? 0) === text.length;
    const missed: string[] = [];
    for (let point = 0x80; point <= 0x10ffff; point++) {
      const character = String.fromCodePoint(point);
      if (/[\p{Cn}\p{Co}\p{Script=Han}\p{Script=Hangul}]/u.test(character)) continue;
      if (isOne(`a${character}`) !== extendsGrapheme(character, 0) && !isLetterOfMyanmar(character))
        missed.push(`extends: ${point.toString(16)}`);
      if (isOne(`${character}a`) !== widthOfPrepended(character, 0) > 0)
        missed.push(`prepended: ${point.toString(16)}`);
    }
    expect(missed).toEqual([]);
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
