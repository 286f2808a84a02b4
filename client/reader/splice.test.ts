import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carried, changeOfLine, spliceBetween, spliced } from './splice.ts';

const lines = fc.array(fc.constantFrom('قال الوزير', 'وأضاف', '', 'CNN'), { maxLength: 8 });

describe('a splice', () => {
  test('is none between lists that are alike', () => {
    expect(spliceBetween(['أ', 'ب'], ['أ', 'ب'])).toBeUndefined();
  });

  test('holds the entries that differ, and no others', () => {
    expect(spliceBetween(['أ', 'ب', 'ج'], ['أ', 'ت', 'ث', 'ج'])).toEqual({
      start: 1,
      removed: 1,
      inserted: ['ت', 'ث'],
    });
  });

  test('makes the one list of the other', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const splice = spliceBetween(before, after);
        expect(splice ? spliced(before, splice) : before).toEqual(after);
      }),
    );
  });
});

test('the change of a line makes the one line of the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { start, removed, inserted } = changeOfLine(before, after);
      expect(before.slice(0, start) + inserted.join('') + before.slice(start + removed)).toBe(after);
    }),
  );
});

describe('a place', () => {
  const before = ['عنوان', 'قال الوزير أمس', 'وأضاف'];
  test.each([
    [
      'stays before the change',
      { line: 0, character: 3 },
      ['عنوان', 'قال', 'وأضاف'],
      { line: 0, character: 3 },
    ],
    [
      'goes along with lines before it',
      { line: 2, character: 2 },
      ['تمهيد', ...before],
      { line: 3, character: 2 },
    ],
    [
      'goes along with letters before it',
      { line: 1, character: 14 },
      ['عنوان', 'وقال الوزير أمس', 'وأضاف'],
      { line: 1, character: 15 },
    ],
    [
      'stays before letters behind it',
      { line: 1, character: 3 },
      ['عنوان', 'قال الوزير أمس الأول', 'وأضاف'],
      { line: 1, character: 3 },
    ],
    [
      'is at the cut where its words are gone',
      { line: 1, character: 8 },
      ['عنوان', 'قال أمس', 'وأضاف'],
      { line: 1, character: 4 },
    ],
    [
      'is in the line before where its line is gone',
      { line: 1, character: 8 },
      ['عنوان', 'وأضاف'],
      { line: 0, character: 0 },
    ],
  ])('%s', (_, place, after, expected) => {
    const splice = spliceBetween(before, after);
    expect(splice && carried(place, before, splice)).toEqual(expected);
  });

  test('is always in the text', () => {
    fc.assert(
      fc.property(lines, lines, fc.nat(7), fc.nat(12), (old, after, line, character) => {
        const splice = spliceBetween(old, after);
        if (!splice || old.length === 0 || after.length === 0) return;
        const at = Math.min(line, old.length - 1);
        const place = { line: at, character: Math.min(character, old[at]?.length ?? 0) };
        const moved = carried(place, old, splice);
        expect(after[moved.line]).toBeDefined();
        expect(moved.character).toBeLessThanOrEqual(after[moved.line]?.length ?? 0);
      }),
    );
  });
});
