import { describe, expect, test, vi } from 'vitest';
import { countDocument } from '../../../../core/dataset/statistics/count-document.ts';
import { countWork } from '../../../../core/dataset/statistics/coverage.ts';
import { projectStatistics } from '../../../../core/dataset/statistics/statistics.ts';
import { documentOf } from '../../../../core/dataset/statistics/testing.ts';
import type { Texts } from '../../texts.ts';
import type { Cell, Figures } from '../card.ts';
import { numbersIn } from '../numbers.ts';
import { CARDS } from './cards.ts';

vi.mock('vscode', () => ({ l10n: { t: (text: string) => text } }));
const { texts } = await import('../../texts.ts');

const decided = (created: string) => ({ decision: 'accepted' as const, created, isOrphan: false });

const STATISTICS = projectStatistics([
  {
    document: countDocument(
      documentOf(
        'articles/sabah/a.txt',
        'قالت سلمى الراوي إن الجسر جاهز في أسوان',
        [
          { layer: 'entities', label: 'PER', words: 'سلمى الراوي' },
          { layer: 'entities', label: 'GPE', words: 'أسوان', silver: true },
          { layer: 'quotations', label: 'indirect', words: 'الجسر جاهز', speaker: 'سلمى الراوي' },
          { layer: 'boilerplate', label: 'headline', words: 'قالت' },
        ],
        { published: '2023-11-02' },
      ),
    ),
    annotator: 'huda',
    outlet: 'sabah',
    work: [countWork('huda', 'in-work', [decided('2024-02-27T10:00:00Z'), decided('2024-03-01T10:00:00Z')])],
  },
  {
    document: countDocument(documentOf('articles/masaa/b.txt', 'خبر', [], { published: '2024-02-01' })),
    annotator: null,
    outlet: null,
    work: [],
  },
]);

const FIGURES: Figures = {
  statistics: STATISTICS,
  labels: [{ family: 'entity', id: 'PER', title: 'Person', colour: '#123456' }],
  texts: texts() satisfies Texts,
  numbers: numbersIn('en'),
};

const valueOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : (cell?.value ?? 0));

const contentOf = (id: string, choice?: string) => {
  const card = CARDS.find((one) => one.id === id);
  return card?.content(FIGURES, choice ?? card.choices?.(FIGURES)[0]?.id ?? '');
};

describe('every card', () => {
  test.each(CARDS.map((card) => [card.id, card] as const))('%s: chart and table say the same', (_, card) => {
    for (const { id } of card.choices?.(FIGURES) ?? [{ id: '' }]) {
      const content = card.content(FIGURES, id);
      expect(content).not.toBeNull();
      const { bars, table } = content ?? { bars: null, table: { columns: [], rows: [] } };
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      if (!bars) continue;
      const sum = bars.series.flatMap(({ values }) => values).reduce((total, value) => total + value, 0);
      for (const { values } of bars.series) expect(values).toHaveLength(bars.categories.length);
      const columns = table.columns.map((_, column) =>
        table.rows.reduce((total, row) => total + valueOf(row[column]), 0),
      );
      expect(columns).toContain(sum);
    }
  });

  test('has no place where there is nothing to show', () => {
    const nothing = { ...FIGURES, statistics: projectStatistics([]) };
    for (const card of CARDS)
      expect(card.content(nothing, card.choices?.(nothing)[0]?.id ?? ''), card.id).toBeNull();
  });
});

test('labels have the titles and colours of the scheme, others their ids', () => {
  expect(contentOf('entities')?.bars?.categories.map(({ text }) => text)).toEqual(['GPE', 'Person']);
  expect(contentOf('entities')?.bars?.categories[1]?.colour).toBe('#123456');
});

test('time runs evenly: days and months without anything are there', () => {
  expect(contentOf('progress')?.bars?.categories.map(({ text }) => text)).toEqual([
    '2024-02-27',
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ]);
  expect(contentOf('months')?.bars?.categories.map(({ text }) => text)).toEqual([
    '2023-11',
    '2023-12',
    '2024-01',
    '2024-02',
  ]);
});

test('names lead to where they are met first', () => {
  expect(contentOf('names', 'GPE')?.table.rows[0]?.[0]).toMatchObject({
    text: 'أسوان',
    target: { kind: 'place', place: { file: 'articles/sabah/a.txt', line: 1, character: 34, length: 5 } },
  });
});
