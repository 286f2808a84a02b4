import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './documents.ts';

const PIECES = ['قال ', 'موسكو', '\n', '\r\n', '«', '»', '😀', 'a', ' ', '\u064e', ''];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
/** Edits as a client makes them: two places between characters, as fractions of the text, and what comes in between. */
const edits = fc.array(
  fc.record({ from: fc.nat(1000), to: fc.nat(1000), text: texts, whole: fc.boolean() }),
  {
    maxLength: 6,
  },
);

/** Clients place no position within a line break or a character. */
const place = (text: string, fraction: number): number => {
  const offset = Math.floor((fraction / 1000) * text.length);
  const pair = text.slice(offset - 1, offset + 1);
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? offset - 1 : offset;
};

describe('incremental edits', () => {
  it('lead to the text that the same edits by offset lead to, and are told by offset', () => {
    fc.assert(
      fc.property(texts, edits, (start, changes) => {
        let text = start;
        let mirror = TextDocument.create('file:///a', 'article', 1, start);
        const sent = changes.map(({ from, to, text: inserted, whole }) => {
          const a = place(text, Math.min(from, to));
          const b = place(text, Math.max(from, to));
          const range = { start: mirror.positionAt(a), end: mirror.positionAt(b) };
          text = text.slice(0, a) + inserted + text.slice(b);
          mirror = TextDocument.create('file:///a', 'article', 1, text);
          return whole ? { text } : { range, text: inserted };
        });
        const before = TextDocument.create('file:///a', 'article', 1, start);
        const { document, edits: told } = applyChanges(before, sent, 2);
        expect(document.getText()).toBe(text);
        expect(document.version).toBe(2);
        expect(before.getText()).toBe(start);
        const replayed = told.reduce((t, e) => t.slice(0, e.start) + e.text + t.slice(e.end), start);
        expect(replayed).toBe(text);
      }),
    );
  });

  it('takes a whole new text as a change of the part that differs', () => {
    const before = TextDocument.create('file:///a', 'article', 1, 'قال بوتين أمس');
    const { edits: told } = applyChanges(before, [{ text: 'قال فلاديمير بوتين أمس' }], 2);
    expect(told).toEqual([{ start: 4, end: 4, inserted: 9, text: 'فلاديمير ' }]);
  });

  it('clamps positions beyond the text', () => {
    const before = TextDocument.create('file:///a', 'article', 1, 'خبر');
    const range = { start: { line: 0, character: 99 }, end: { line: 7, character: 0 } };
    expect(applyChanges(before, [{ range, text: '!' }], 2).document.getText()).toBe('خبر!');
  });
});
