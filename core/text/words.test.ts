import fc from 'fast-check';
import { anyText } from '../../test/unit/arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { tokenise } from './tokens.ts';
import { createWords, rememberedOfWord } from './words.ts';

describe('words', () => {
  it('numbers spellings as they come, each once', () => {
    const words = createWords();
    const numbers = tokenise('قال إنه قال أنه 2019 قَال', words).map(({ word }) => word);
    expect(numbers).toEqual([0, 1, 0, 2, 3, 4]);
    expect(words.texts).toEqual(['قال', 'إنه', 'أنه', '2019', 'قَال']);
    expect(words.folded).toEqual(['قال', 'انه', 'انه', '2019', 'قال']);
  });

  it('tells apart any two spellings, however many are met', () => {
    fc.assert(
      fc.property(fc.array(anyText), (lines) => {
        const words = createWords();
        for (const line of lines)
          for (const { word, text, kind } of tokenise(line, words)) {
            expect(words.texts[word]).toBe(text);
            expect(words.kinds[word], `the kind of «${text}»`).toBe(kind);
          }
        expect(new Set(words.texts).size).toBe(words.texts.length);
      }),
    );
  });

  it('holds more words than it began with', () => {
    const words = createWords();
    const line = Array.from(
      { length: 20_000 },
      (_, i) => `كلمة${String.fromCharCode(0x620 + (i % 40))} ${i}`,
    ).join(' ');
    expect(tokenise(line, words).map(({ word }) => words.texts[word])).toEqual(
      tokenise(line).map(({ text }) => text),
    );
  });
});

describe('rememberedOfWord', () => {
  it('works a fact out once for each word', () => {
    const asked: string[] = [];
    const lengthOf = rememberedOfWord(
      ({ texts }, word) => asked.push(texts[word] ?? '') && (texts[word] ?? '').length,
    );
    const words = createWords();
    const tokens = tokenise('من بيت إلى بيت', words);
    expect(tokens.map(({ word }) => lengthOf(words, word))).toEqual([2, 3, 3, 3]);
    expect(asked).toEqual(['من', 'بيت', 'إلى']);
  });
});
