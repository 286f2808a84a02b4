import { describe, expect, test } from 'vitest';
import { cutText } from './cut.ts';

describe('cutText', () => {
  test('tells where each piece stands in the whole text, in code units and in code points', () => {
    const text = '😀 إعلان\nقال 😀 كيم\nشارك\nنعم';
    const cut = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const { pieces, text: kept } = cutText(text, [cut('😀 إعلان\n'), cut('شارك\n')]);
    expect(kept).toBe('قال 😀 كيم\nنعم');
    expect(pieces.map(({ start, length }) => kept.slice(start, start + length))).toEqual([
      'قال 😀 كيم\n',
      'نعم',
    ]);
    expect(pieces.map(({ source, length }) => text.slice(source, source + length))).toEqual([
      'قال 😀 كيم\n',
      'نعم',
    ]);
    const points = [...text];
    expect(pieces.map(({ sourceCodePoint }) => points.slice(sourceCodePoint, sourceCodePoint + 3))).toEqual([
      ['ق', 'ا', 'ل'],
      ['ن', 'ع', 'م'],
    ]);
  });
});
