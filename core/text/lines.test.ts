import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, splitLines } from './lines.ts';

describe('splitLines', () => {
  it('counts from 1 by "\\n", and leaves "\\r\\n" out of the text', () => {
    expect(splitLines('أ\r\n\nب').map(({ number, start, end, text }) => [number, start, end, text])).toEqual([
      [1, 0, 1, 'أ'],
      [2, 3, 3, ''],
      [3, 4, 5, 'ب'],
    ]);
  });

  it('counts as many lines as the text splits into at "\\n", each the text at its span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('أ', '\n', '\r', '\u2028', ' ') }), (text) => {
        const lines = splitLines(text);
        expect(lines).toHaveLength(text.split('\n').length);
        for (const line of lines) expect(text.slice(line.start, line.end)).toBe(line.text);
      }),
    );
  });
});

describe('isBlank', () => {
  it.each([
    ['', true],
    [' \u00a0\t', true],
    ['\u200f\ufeff', true],
    ['.', false],
  ])('%j: %s', (text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });
});
