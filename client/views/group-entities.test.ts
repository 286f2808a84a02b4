import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../../server/protocol.ts';
import { BARE_ITEM } from '../../test/unit/bare-item.ts';
import { groupEntities, type EntityOrder } from './group-entities.ts';

/** Text of ours: each line one mention, so that its words are those of its line. */
const LINES = ['تونس', 'ليلى حداد', 'صفاقس', 'حداد', 'تونس', 'البنك المركزي', 'التونسية', 'مصرف ما'];
const itemOf = ({ line, ...rest }: Partial<ArticleItem> & { readonly line: number }): ArticleItem => ({
  ...BARE_ITEM,
  id: `${line}`,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  ...rest,
});
const wordsOf = ({ range }: ArticleItem) => LINES[range.start.line] ?? '';

const ITEMS: readonly ArticleItem[] = [
  itemOf({ line: 0, label: 'GPE', canonical: 'تونس' }),
  itemOf({ line: 1, label: 'PER', canonical: 'ليلى حداد', state: 'accepted' }),
  itemOf({ line: 2, label: 'GPE', canonical: null }),
  itemOf({ line: 3, label: 'PER', canonical: 'ليلى حداد' }),
  itemOf({ line: 4, label: 'GPE', canonical: 'تونس' }),
  itemOf({ line: 5, label: 'ORG', canonical: null, state: 'rejected' }),
  itemOf({ line: 6, label: 'GPE', canonical: 'تونس', state: 'orphan' }),
  itemOf({ line: 7, label: 'ORG', canonical: null, weak: true }),
  itemOf({ line: 0, label: 'direct', family: 'quotation' }),
];

const shown = (labels: readonly string[], order: EntityOrder, withRejected = false) =>
  groupEntities(ITEMS, labels, wordsOf, order, withRejected).map(
    ({ label, name, mentions }) =>
      `${label} ${name}: ${mentions.map(({ range }) => range.start.line).join(' ')}`,
  );

describe('the entities of an article', () => {
  it.each<[string, readonly string[], EntityOrder, readonly string[]]>([
    [
      'by label, then by number of mentions',
      ['PER', 'GPE'],
      'number',
      ['PER ليلى حداد: 1 3', 'GPE تونس: 0 4', 'GPE صفاقس: 2'],
    ],
    [
      'in the order of the scheme, unknown labels last',
      ['GPE'],
      'number',
      ['GPE تونس: 0 4', 'GPE صفاقس: 2', 'PER ليلى حداد: 1 3'],
    ],
    [
      'without a scheme by number alone',
      [],
      'number',
      ['GPE تونس: 0 4', 'PER ليلى حداد: 1 3', 'GPE صفاقس: 2'],
    ],
    ['by first mention', [], 'place', ['GPE تونس: 0 4', 'PER ليلى حداد: 1 3', 'GPE صفاقس: 2']],
  ])('are listed %s', (_, labels, order, expected) => expect(shown(labels, order)).toEqual(expected));

  it('leave out weak suggestions and orphans, and rejected ones unless they are asked for', () => {
    expect(shown([], 'place', true).filter((line) => line.startsWith('ORG'))).toEqual([
      'ORG البنك المركزي: 5',
    ]);
    expect(shown([], 'place').some((line) => line.startsWith('ORG'))).toBe(false);
  });

  it('are one for one name with one label: the same name with another label is another', () => {
    const two = [
      itemOf({ line: 0, label: 'GPE', canonical: 'تونس' }),
      itemOf({ line: 4, label: 'LOC', canonical: 'تونس' }),
    ];
    expect(groupEntities(two, [], wordsOf, 'place').map(({ label }) => label)).toEqual(['GPE', 'LOC']);
  });
});
