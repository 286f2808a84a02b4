import { describe, expect, it } from 'vitest';
import { contextOf, shortened } from './context.ts';

const LINES = ['زار الوزير أمس مدينة أسوان في جنوب البلاد برفقة وفد', 'وعاد مساء', 'وقال لنادي (الواحة) أمس'];

describe('words in their line', () => {
  it.each<[words: string, expected: string]>([
    ['زار', '«زار» الوزير أمس مدينة أسوان …'],
    ['أسوان', 'زار الوزير أمس مدينة «أسوان» في جنوب البلاد برفقة …'],
    ['جنوب البلاد', '… أمس مدينة أسوان في «جنوب البلاد» برفقة وفد'],
  ])('%s', (words, expected) => {
    const start = (LINES[0] ?? '').indexOf(words);
    const range = { start: { line: 0, character: start }, end: { line: 0, character: start + words.length } };
    expect(contextOf((line) => LINES[line] ?? '', range)).toBe(expected);
  });

  it.each<[words: string, expected: string]>([
    ['نادي', 'وقال ل«نادي» (الواحة) أمس'],
    ['الواحة', 'وقال لنادي («الواحة») أمس'],
  ])('keeps on it what is written onto it: %s', (words, expected) => {
    const start = (LINES[2] ?? '').indexOf(words);
    const range = { start: { line: 2, character: start }, end: { line: 2, character: start + words.length } };
    expect(contextOf((line) => LINES[line] ?? '', range)).toBe(expected);
  });

  it('shows a stretch over lines by its first', () => {
    const range = {
      start: { line: 0, character: (LINES[0] ?? '').indexOf('برفقة') },
      end: { line: 1, character: 4 },
    };
    expect(contextOf((line) => LINES[line] ?? '', range)).toBe('… أسوان في جنوب البلاد «برفقة وفد …»');
  });
});

it.each<[text: string, longest: number, expected: string]>([
  ['كلمتان هنا', 20, 'كلمتان هنا'],
  ['أربع كلمات في سطر', 12, 'أربع كلمات …'],
  ['سطر\nوسطر', 20, 'سطر وسطر'],
  ['كلمةطويلةجدا', 5, 'كلمةط …'],
])('%s, at most %i', (text, longest, expected) => {
  expect(shortened(text, longest)).toBe(expected);
});
