import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { offsetAt, positionAt, rangeOf, spanOf } from './positions.ts';

const documentOf = (text: string): TextDocument => TextDocument.create('file:///a', 'article', 1, text);
const texts = fc
  .array(fc.constantFrom('قال', ' ', '\n', '\r\n', '😀', '\u064e', 'a', '«'), { maxLength: 20 })
  .map((pieces) => pieces.join(''));

describe('positions', () => {
  it('and offsets lead to each other everywhere but within a line break', () => {
    fc.assert(
      fc.property(texts, fc.nat(100), (text, n) => {
        const offset = n % (text.length + 1);
        if (text.slice(offset - 1, offset + 1) === '\r\n') return;
        const document = documentOf(text);
        expect(offsetAt(document, positionAt(document, offset))).toBe(offset);
      }),
    );
  });

  it.each([
    ['أ\r\nب', 3, { line: 1, character: 0 }],
    ['😀ب', 2, { line: 0, character: 2 }],
    ['أ\nب', 99, { line: 1, character: 1 }],
    ['', 0, { line: 0, character: 0 }],
  ])('%j at %i is %o', (text, offset, position) => {
    expect(positionAt(documentOf(text), offset)).toEqual(position);
  });

  it('that are turned round or beyond the text make a span all the same', () => {
    const document = documentOf('قال\nبوتين');
    const range = { start: { line: 7, character: 0 }, end: { line: 0, character: 99 } };
    expect(spanOf(document, range)).toEqual({ start: 3, end: 9 });
    expect(rangeOf(document, { start: 3, end: 99 }).end).toEqual({ line: 1, character: 5 });
  });
});
