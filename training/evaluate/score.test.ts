import { describe, expect, it } from 'vitest';
import type { AnalysisReport } from '../../core/analysis/report.ts';
import type { EntityLabel } from '../../core/labels/entity-labels.ts';
import type { LineClass } from '../../core/labels/line-classes.ts';
import type { Span } from '../../core/text/span.ts';
import type { GoldArticle } from '../gold.ts';
import { f1, rowOf, score } from './score.ts';
import type { ScoredArticle } from './score.ts';
import { printScores } from './tables.ts';

const TEXT = [
  'المصدر: وكالات',
  'وقال المدير فهد العلي في جدة إن «العمل تم» أمس، وأضافت وزارة المياه أن الماء سيصل إلى القرى غدا',
].join('\n');

const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`«${words}» is not in the text`);
  return { start, end: start + words.length };
};

type Entities = readonly (readonly [label: EntityLabel, words: string])[];
type Quotation = Partial<GoldArticle['quotations'][number]> & { readonly words: string };

const gold = (
  entities: Entities,
  quotations: readonly Quotation[],
  classes: readonly LineClass[],
): GoldArticle => ({
  name: 'x',
  outlet: '',
  text: TEXT,
  lines: classes.map((lineClass, i) => ({ number: i + 1, class: lineClass, start: i, end: i + 1 })),
  entities: entities.map(([label, words]) => ({ label, ...at(words) })),
  boilerplate: [],
  quotations: quotations.map(({ words, ...rest }) => ({
    kind: 'direct',
    speaker: null,
    canonical: null,
    cue: null,
    ...rest,
    ...at(words),
  })),
});

const found = (
  entities: Entities,
  quotations: readonly (readonly [
    kind: 'direct' | 'term' | 'indirect',
    words: string,
    speaker: string | null,
  ])[],
  classes: readonly LineClass[],
): Pick<AnalysisReport, 'entities' | 'quotations' | 'lines'> => ({
  lines: classes.map((lineClass, i) => ({ line: i + 1, class: lineClass })),
  entities: entities.map(([label, words]) => ({
    ...at(words),
    label,
    text: words,
    canonical: words,
    value: null,
    confidence: 1,
    source: 'rule/test',
  })),
  quotations: quotations.map(([kind, words, speaker]) => ({
    kind,
    ...at(words),
    speaker: speaker === null ? null : { ...at(speaker), text: speaker },
    canonical: null,
    cue: null,
  })),
});

const rows = (scored: ScoredArticle): Record<string, string> =>
  Object.fromEntries(
    score([scored])
      .tables.flatMap((table) => table.rows)
      .map((row) => [row.name.trim(), `${row.right} of ${row.found ?? '–'} and ${row.gold}`]),
  );

describe('the scores of an article', () => {
  it('count entities by span and label, by span, and by overlap', () => {
    const scored = {
      gold: gold(
        [
          ['PER', 'فهد العلي'],
          ['GPE', 'جدة'],
          ['ORG', 'وزارة المياه'],
        ],
        [],
        [],
      ),
      found: found(
        [
          ['PER', 'فهد العلي'],
          ['LOC', 'جدة'],
          ['ORG', 'وزارة'],
          ['DATE', 'أمس'],
        ],
        [],
        [],
      ),
    };
    expect(rows(scored)).toMatchObject({
      PER: '1 of 1 and 1',
      GPE: '0 of 0 and 1',
      ORG: '0 of 1 and 1',
      DATE: '0 of 1 and 0',
      entities: '1 of 4 and 3',
      'names (PER ORG GPE LOC)': '1 of 3 and 3',
      'entity spans': '2 of 4 and 3',
      'entities by overlap': '2 of 4 and 3',
    });
  });

  it('count an entity that is found twice once', () => {
    const twice: Entities = [
      ['GPE', 'جدة'],
      ['GPE', 'جدة'],
    ];
    expect(rows({ gold: gold([['GPE', 'جدة']], [], []), found: found(twice, [], []) })).toMatchObject({
      entities: '1 of 1 and 1',
    });
  });

  it('take a quotation of nine tenths the extent for the same, an indirect one of half', () => {
    const scored = {
      gold: gold(
        [],
        [
          { words: 'العمل تم', speaker: at('فهد العلي'), canonical: 'فهد العلي' },
          {
            kind: 'indirect',
            words: 'الماء سيصل إلى القرى غدا',
            speaker: at('وزارة المياه'),
            canonical: 'الوزارة',
          },
        ],
        [],
      ),
      found: found(
        [],
        [
          ['direct', 'العمل', 'المدير'],
          ['indirect', 'الماء سيصل إلى القرى', 'المياه'],
        ],
        [],
      ),
    };
    expect(rows(scored)).toMatchObject({
      direct: '0 of 1 and 1',
      'speakers of direct': '0 of – and 1',
      indirect: '1 of 1 and 1',
      'speakers of indirect': '1 of – and 1',
      'marked quotations': '0 of 1 and 1',
    });
  });

  it('take a speaker for right whose full name holds the other', () => {
    const quotation = { words: 'العمل تم', speaker: at('المدير'), canonical: 'فهد العلي' };
    const scored = {
      gold: gold([], [quotation], []),
      found: found([], [['direct', 'العمل تم', 'العلي']], []),
    };
    expect(rows(scored)['speakers of direct']).toBe('1 of – and 1');
  });

  it('take a line without a class for body, and tell which class was taken for which', () => {
    const scored = { gold: gold([], [], ['source', 'body']), found: found([], [], []) };
    expect(rows(scored)).toMatchObject({
      'line classes': '1 of – and 2',
      'boilerplate lines': '0 of 0 and 1',
    });
    expect(printScores(score([scored]))).toContain('source taken for body: 1');
  });

  it('list what was missed and what was found falsely', () => {
    const scored = {
      gold: gold([['GPE', 'جدة']], [], ['body']),
      found: found([['LOC', 'جدة']], [], ['ad']),
    };
    expect(score([scored]).errors.map(({ what, label }) => `${what} ${label}`)).toEqual([
      'missed GPE',
      'false LOC',
      'false line body taken for ad',
    ]);
  });

  it('are 0 where nothing is right', () => {
    const scores = score([{ gold: gold([], [], []), found: found([], [], []) }]);
    expect(f1(rowOf(scores, 'entities')!)).toBe(0);
  });
});
