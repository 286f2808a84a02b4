import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';
import { textOf } from './span.ts';
import { tokenise } from './tokens.ts';

describe('splitSentences', () => {
  const cases: [what: string, line: string, sentences: string[]][] = [
    ['full stops', 'وصل كيم. وقال بوتين نعم.', ['وصل كيم.', 'وقال بوتين نعم.']],
    ['closing marks go along', 'قال: “نعم.” ثم ذهب.', ['قال: “نعم.”', 'ثم ذهب.']],
    ['question marks and runs', 'هل وصل؟! نعم.. ربما', ['هل وصل؟!', 'نعم..', 'ربما']],
    ['titles abbreviate', 'قال د. أحمد ذلك. ثم ذهب', ['قال د. أحمد ذلك.', 'ثم ذهب']],
    ['numbers hold together', 'بلغ 10.500 يورو', ['بلغ 10.500 يورو']],
    ['no blank, no break', 'وقال.ثم ذهب', ['وقال.ثم ذهب']],
    ['nothing', '', []],
  ];
  it.each(cases)('%s', (_what, line, sentences) => {
    expect(splitSentences(tokenise(line)).map((span) => textOf(line, span))).toEqual(sentences);
  });

  it('puts every token in exactly one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ابت .؟!"”12 \u064e') }), (line) => {
        const tokens = tokenise(line);
        const sentences = splitSentences(tokens);
        for (const token of tokens)
          expect(sentences.filter((s) => s.start <= token.start && token.end <= s.end)).toHaveLength(1);
      }),
    );
  });
});
