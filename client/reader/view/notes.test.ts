import { describe, expect, test } from 'vitest';
import type { ArticleItem } from '../../../server/protocol.ts';
import { BARE_ITEM } from '../../../test/unit/bare-item.ts';
import { foldsOf } from './folds.ts';
import { notesOf } from './notes.ts';
import { segmentsByLine } from './segments.ts';

const LINES = [
  'عاجل: شارك هذا الخبر',
  '',
  'اقرأ أيضا',
  'قالت ريم الحجازين إن الخط يفتح، وأضافت الحجازين "لن نتأخر".',
  'شارك',
  'وقال المهندس.',
];

let count = 0;
const item = (line: number, words: string, more: Partial<ArticleItem>): ArticleItem => {
  const start = LINES[line]?.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`«${words}» is not in line ${line}`);
  const end = { line, character: start + words.length };
  return {
    id: `item-${count++}`,
    ...BARE_ITEM,
    range: { start: { line, character: start }, end },
    ...more,
  };
};
const wordsOf = ({ start, end }: ArticleItem['range']): string =>
  LINES[start.line]?.slice(start.character, end.character) ?? '';

describe('the notes of a paragraph', () => {
  const first = item(3, 'ريم الحجازين', { canonical: 'ريم الحجازين', state: 'accepted' });
  const again = item(3, 'الحجازين "', { canonical: 'ريم الحجازين' });
  const quotation = item(3, 'لن نتأخر', {
    family: 'quotation',
    label: 'direct',
    speaker: again.range,
    canonical: 'ريم الحجازين',
    note: 'تُراجع مع المحرر',
    attributes: { tone: 'نفي' },
  });

  test('name each entity once under its label, undecided as long as one mention is', () => {
    expect(notesOf([first, again], wordsOf).groups).toEqual([
      {
        family: 'entity',
        label: 'PER',
        entries: [{ text: 'ريم الحجازين', state: 'mark', ids: [first.id, again.id] }],
      },
    ]);
  });

  test('name the speakers of quotations, and tell what was written of them', () => {
    expect(notesOf([quotation], wordsOf)).toEqual({
      groups: [
        {
          family: 'quotation',
          label: 'direct',
          entries: [{ text: 'ريم الحجازين', state: 'mark', ids: [quotation.id] }],
        },
      ],
      remarks: [
        { id: quotation.id, of: 'ريم الحجازين', attribute: 'tone', text: 'نفي' },
        { id: quotation.id, of: 'ريم الحجازين', attribute: null, text: 'تُراجع مع المحرر' },
      ],
    });
  });

  test('leave weak suggestions out', () => {
    expect(notesOf([item(3, 'الخط', { weak: true })], wordsOf).groups).toEqual([]);
  });

  test('are short, however long a name is', () => {
    const [group] = notesOf([item(3, 'الخط', { canonical: 'وزارة '.repeat(50) })], wordsOf).groups;
    expect(group?.entries[0]?.text.length).toBeLessThanOrEqual(60);
  });
});

describe('folds', () => {
  const line = (index: number, label: string, more: Partial<ArticleItem> = {}) =>
    item(index, LINES[index] ?? '', { family: 'boilerplate', label, ...more });
  const folds = (items: readonly ArticleItem[]) => foldsOf(LINES, segmentsByLine(items, LINES));

  test('hold lines of boilerplate that follow each other, blank ones between them', () => {
    expect(folds([line(0, 'share'), line(2, 'read-also'), line(4, 'share')])).toEqual([
      { first: 0, last: 2, count: 2, labels: ['share', 'read-also'] },
    ]);
  });

  test('leave the lines of the article alone', () => {
    expect(folds([line(2, 'read-also'), line(3, 'body'), line(4, 'share')])).toEqual([]);
  });

  test('leave lines alone that somebody said are no boilerplate', () => {
    expect(folds([line(0, 'share', { state: 'rejected' }), line(2, 'read-also')])).toEqual([]);
  });

  test('leave lines alone of which a part is boilerplate', () => {
    const part = item(0, 'عاجل', { family: 'boilerplate', label: 'ad' });
    expect(folds([part, line(2, 'read-also')])).toEqual([]);
  });
});
