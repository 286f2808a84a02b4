import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { createDocument, linedOf, renumbered, replaced } from './lined-document.ts';
import type { LinedDocument } from './lined-document.ts';

const PIECES = ['قال ', 'موسكو', '\n', '\r\n', '\r', '«', '😀', 'a', ' ', ''];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(''));
const positions = fc.record({
  line: fc.integer({ min: -1, max: 12 }),
  character: fc.integer({ min: -1, max: 30 }),
});
const ranges = fc.record({ start: positions, end: positions });

const libraryOf = (text: string): TextDocument => TextDocument.create('file:///a', 'article', 1, text);

/** A document says the same as one of the library that was made of its text. */
function expectLike(document: LinedDocument, text: string): void {
  const library = libraryOf(text);
  expect(document.getText()).toBe(text);
  expect(document.lineCount).toBe(library.lineCount);
  for (let offset = -1; offset <= text.length + 1; offset++)
    expect(document.positionAt(offset), `${JSON.stringify(text)} at ${offset}`).toEqual(
      library.positionAt(offset),
    );
  for (let line = -1; line <= library.lineCount; line++) {
    expect(document.getLineRange(line)).toEqual(library.getLineRange(line));
    expect(document.getEOLCharacters(line)).toBe(library.getEOLCharacters(line));
    for (let character = -1; character < 12; character++)
      expect(document.offsetAt({ line, character }), `${JSON.stringify(text)} ${line}:${character}`).toBe(
        library.offsetAt({ line, character }),
      );
  }
}

describe('a document as its lines', () => {
  it('has the places of the library’s document of the same text', () => {
    fc.assert(
      fc.property(texts, (text) => expectLike(createDocument('file:///a', 'article', 1, text), text)),
    );
  });

  it('has them after any edits too, and leaves the versions before as they were', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(ranges, texts), { maxLength: 5 }), (text, edits) => {
        let document = createDocument('file:///a', 'article', 1, text);
        for (const [range, inserted] of edits) {
          const [before, old] = [document, document.getText()];
          const places = [document.offsetAt(range.start), document.offsetAt(range.end)].sort((a, b) => a - b);
          const [start = 0, end = 0] = places;
          document = replaced(document, range, inserted, document.version + 1);
          expectLike(document, old.slice(0, start) + inserted + old.slice(end));
          expectLike(before, old);
          expect(document.version).toBe(before.version + 1);
        }
      }),
    );
  });

  it('gives the text of any range, whether all of it has been asked for or not', () => {
    fc.assert(
      fc.property(texts, ranges, ranges, texts, (text, range, edited, inserted) => {
        const document = replaced(createDocument('file:///a', 'article', 1, text), edited, inserted, 2);
        const part = document.getText(range);
        expect(part).toBe(libraryOf(document.getText()).getText(range));
        expect(document.getText(range)).toBe(part);
      }),
    );
  });

  it.each([
    ['a line feed behind a carriage return ends the same line', 'أ\rب', 1, 0, '\n', ['أ\r\n', 'ب']],
    ['what is typed before an ending stays in its line', 'أ\r\nب', 0, 1, 'ج', ['أج\r\n', 'ب']],
    ['what is typed behind the last ending is a line', 'أ\n', 1, 0, 'ب', ['أ\n', 'ب']],
    ['a paragraph that is pasted has its own ending', 'أ\nب', 1, 0, 'ج\nد\n', ['أ\n', 'ج\n', 'د\n', 'ب']],
  ])('%s', (_, text, line, character, typed, lines) => {
    const at = { line, character };
    const document = createDocument('file:///a', 'article', 1, text);
    expect(replaced(document, { start: at, end: at }, typed, 2).lines).toEqual(lines);
  });

  it('takes a document of the library for its text', () => {
    const library = libraryOf('قال\nموسكو');
    const document = linedOf(library);
    expectLike(document, library.getText());
    expect(linedOf(document)).toBe(document);
    expect(renumbered(document, 7)).toMatchObject({ uri: 'file:///a', version: 7, lines: document.lines });
  });
});
