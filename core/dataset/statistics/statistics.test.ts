import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetDocument } from '../document.ts';
import { countDocument } from './count-document.ts';
import { sumOf } from './counts.ts';
import { countWork } from './coverage.ts';
import type { DatasetStatistics } from './figures.ts';
import { quotationsOf } from './speakers.ts';
import { datasetStatistics, projectStatistics } from './statistics.ts';
import { documentOf } from './testing.ts';
import type { SaidSpan } from './testing.ts';

const VISIT = documentOf(
  'articles/sabah/visit.txt',
  'زيارة الوزيرة سلمى الراوي لأسوان\nقالت الراوي إن الجسر جاهز\n«سنفتتحه غدا» أضافت سلمى\nشارك الخبر',
  [
    { layer: 'boilerplate', label: 'headline', words: 'زيارة الوزيرة سلمى الراوي لأسوان' },
    { layer: 'entities', label: 'PER', words: 'سلمى الراوي', canonical: 'سلمى الراوي' },
    { layer: 'entities', label: 'GPE', words: 'أسوان', canonical: 'أسوان' },
    {
      layer: 'quotations',
      label: 'indirect',
      words: 'الجسر جاهز',
      speaker: 'الراوي',
      canonical: 'سلمى الراوي',
    },
    { layer: 'quotations', label: 'direct', words: 'سنفتتحه غدا', canonical: 'سلمى الراوي' },
    { layer: 'boilerplate', label: 'share', words: 'شارك الخبر', silver: true },
  ],
  { published: '2024-05-03' },
);

const BRIDGE = documentOf(
  'articles/masaa/bridge.txt',
  'جسر اسوان يفتح\nونقل عن شاهد أن الماء هادئ\nووصفه بأنه «عروس النيل»',
  [
    { layer: 'entities', label: 'GPE', words: 'اسوان', canonical: 'اسوان', silver: true },
    { layer: 'quotations', label: 'indirect', words: 'الماء هادئ', speaker: 'شاهد', silver: true },
    { layer: 'quotations', label: 'term', words: 'عروس النيل' },
  ],
  { published: '2024-04-30' },
);

const EMPTY = documentOf('articles/empty.txt', '', []);

const statisticsOf = (
  documents: readonly DatasetDocument[],
  outletOf?: (file: string) => string | null,
): DatasetStatistics => datasetStatistics(documents.map(countDocument), outletOf);

describe('statistics of documents', () => {
  const statistics = statisticsOf([VISIT, EMPTY, BRIDGE]);

  test('count articles, sentences and tokens', () => {
    expect(statistics).toMatchObject({ articles: 3, sentences: 7, tokens: 5 + 5 + 4 + 2 + (3 + 6 + 4) });
  });

  test('count each label by layer, what was decided apart from what was suggested', () => {
    expect(statistics.labels).toEqual([
      { layer: 'entities', label: 'GPE', decided: 1, silver: 1 },
      { layer: 'entities', label: 'PER', decided: 1, silver: 0 },
      { layer: 'quotations', label: 'indirect', decided: 1, silver: 1 },
      { layer: 'quotations', label: 'direct', decided: 1, silver: 0 },
      { layer: 'quotations', label: 'term', decided: 1, silver: 0 },
      { layer: 'boilerplate', label: 'headline', decided: 1, silver: 0 },
      { layer: 'boilerplate', label: 'share', decided: 0, silver: 1 },
    ]);
  });

  test('join the spellings of a name, and tell where it is met first', () => {
    expect(statistics.names.map(({ label, name, articles }) => [label, name, articles])).toEqual([
      ['GPE', 'أسوان', 2],
      ['PER', 'سلمى الراوي', 1],
    ]);
    expect(statistics.names[0]?.first).toEqual({
      file: 'articles/masaa/bridge.txt',
      line: 1,
      character: 4,
      length: 5,
    });
    expect(statistics.names[1]?.first).toMatchObject({ line: 1, character: 14, length: 11 });
  });

  test('count quotations by full name, else by the words for the speaker; terms are no speech', () => {
    expect(statistics.speakers).toMatchObject([
      { name: 'سلمى الراوي', direct: { decided: 1 }, indirect: { decided: 1 }, first: { line: 2 } },
      { name: 'شاهد', direct: { decided: 0, silver: 0 }, indirect: { silver: 1 } },
    ]);
  });

  test('measure lengths in tokens', () => {
    expect(statistics.lengths.article).toMatchObject({ count: 3, min: 0, max: 16, median: 13 });
    expect(statistics.lengths.entity).toMatchObject({ count: 3, min: 1, median: 1, max: 2 });
    expect(statistics.lengths.quotation).toMatchObject({ count: 4, min: 2, max: 2, mean: 2 });
  });

  test('tell the share of the text: a headline is the article’s own, a share button is not', () => {
    expect(statistics.tokensIn).toEqual({ entities: 4, quotations: 8, boilerplate: 2 });
    expect(statistics.tokensDecided).toBe(9);
  });

  test('tell months of publication and outlets', () => {
    expect(statistics.months).toEqual([
      { month: '2024-04', articles: 1 },
      { month: '2024-05', articles: 1 },
      { month: null, articles: 1 },
    ]);
    const outletOf = (file: string): string | null => /^articles\/(\w+)\//.exec(file)?.[1] ?? null;
    expect(statisticsOf([VISIT, EMPTY, BRIDGE], outletOf).outlets).toEqual([
      { outlet: 'masaa', articles: 1 },
      { outlet: 'sabah', articles: 1 },
      { outlet: null, articles: 1 },
    ]);
  });

  test('count the parts of a split', () => {
    expect(statistics.splits).toBeNull();
    const split = statisticsOf([
      { ...VISIT, split: 'train' },
      { ...BRIDGE, split: 'test' },
    ]);
    expect(split.splits).toEqual({ train: 1, validation: 0, test: 1 });
  });

  test('of nothing are zeros', () => {
    expect(statisticsOf([])).toMatchObject({
      articles: 0,
      tokens: 0,
      labels: [],
      lengths: { article: null, sentence: null, entity: null, quotation: null },
    });
  });
});

describe('counts add up', () => {
  const words = ['كتب', 'الوزير', 'أَسوان', 'أسوان', '«قال»', 'ليلى|سعيد', '2024'];
  const span: fc.Arbitrary<SaidSpan> = fc.oneof(
    fc.record(
      {
        layer: fc.constant('entities' as const),
        label: fc.constantFrom('PER', 'GPE'),
        words: fc.constantFrom(...words),
        canonical: fc.constantFrom('أسوان', 'اسوان', 'ليلى'),
        silver: fc.constant(true as const),
      },
      { requiredKeys: ['layer', 'label', 'words'] },
    ),
    fc.record(
      {
        layer: fc.constant('quotations' as const),
        label: fc.constantFrom('direct', 'indirect', 'term'),
        words: fc.constantFrom(...words),
        speaker: fc.constantFrom(...words),
        silver: fc.constant(true as const),
      },
      { requiredKeys: ['layer', 'label', 'words'] },
    ),
    fc.record({
      layer: fc.constant('boilerplate' as const),
      label: fc.constantFrom('headline', 'ad'),
      words: fc.constantFrom(...words),
    }),
  );
  const documents: fc.Arbitrary<DatasetDocument[]> = fc
    .array(
      fc.tuple(fc.array(span, { maxLength: 12 }), fc.array(fc.constantFrom(...words), { maxLength: 9 })),
      {
        maxLength: 5,
      },
    )
    .map((articles) =>
      articles.map(([spans, tail], index) =>
        documentOf(`articles/${index % 2}/${index}.txt`, `${words.join(' ')}\n${tail.join('\n')}`, spans),
      ),
    );
  const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
    items.reduce((total, item) => total + count(item), 0);

  test('over labels, names, speakers, articles, months, outlets and bins', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const statistics = statisticsOf(all);
        const spans = all.flatMap((document) => document.spans);
        const entities = spans.filter(({ layer }) => layer === 'entities');
        const speech = spans.filter(({ layer, label }) => layer === 'quotations' && label !== 'term');
        expect(sum(statistics.labels, sumOf)).toBe(spans.length);
        expect(sum(statistics.labels, ({ silver }) => silver)).toBe(
          spans.filter(({ silver }) => silver).length,
        );
        expect(sum(statistics.names, sumOf)).toBe(entities.length);
        expect(sum(statistics.speakers, quotationsOf)).toBe(speech.length);
        expect(sum(statistics.byArticle, ({ tokens }) => tokens)).toBe(statistics.tokens);
        expect(sum(statistics.byArticle, (article) => sumOf(article.entities))).toBe(entities.length);
        expect(sum(statistics.byArticle, ({ boilerplateTokens }) => boilerplateTokens)).toBe(
          statistics.tokensIn.boilerplate,
        );
        expect(sum(statistics.months, ({ articles }) => articles)).toBe(all.length);
        expect(sum(statistics.outlets, ({ articles }) => articles)).toBe(all.length);
        for (const share of Object.values(statistics.tokensIn))
          expect(share).toBeLessThanOrEqual(statistics.tokens);
        for (const length of Object.values(statistics.lengths))
          if (length) {
            expect(sum(length.bins, ({ count }) => count)).toBe(length.count);
            expect(length.min).toBeLessThanOrEqual(length.median);
            expect(length.median).toBeLessThanOrEqual(length.max);
          }
      }),
    );
  });

  test('and do not depend on the order of the articles', () => {
    fc.assert(
      fc.property(documents, (all) => {
        expect(statisticsOf([...all].reverse())).toEqual(statisticsOf(all));
      }),
    );
  });
});

describe('statistics of a project', () => {
  const decide = (decision: 'accepted' | 'rejected', created: string, isOrphan = false) => ({
    decision,
    created,
    isOrphan,
  });
  const { coverage } = projectStatistics([
    {
      document: countDocument(VISIT),
      annotator: 'gold',
      outlet: null,
      work: [
        countWork('gold', 'checked', [decide('accepted', '2024-06-02T10:00:00.000Z')]),
        countWork('هدى', 'in-work', [
          decide('accepted', '2024-06-01T23:30:00.000+02:00'),
          decide('rejected', '2024-06-01T22:00:00.000Z'),
          decide('accepted', '2024-06-03T01:00:00.000+03:00'),
          decide('accepted', 'yesterday', true),
        ]),
      ],
    },
    {
      document: countDocument(BRIDGE),
      annotator: 'هدى',
      outlet: null,
      work: [countWork('هدى', 'done', []), countWork('سلمى', 'new', [])],
    },
    { document: countDocument(EMPTY), annotator: null, outlet: null, work: [] },
  ]);

  test('tells who did what; an article that is done counts as worked on, though nothing was found in it', () => {
    expect(coverage).toMatchObject({
      articles: 3,
      annotated: 2,
      status: { new: 1, 'in-work': 0, done: 1, checked: 1 },
    });
    expect(coverage.annotators.filter(({ articles }) => articles > 0)).toEqual([
      {
        annotator: 'gold',
        articles: 1,
        accepted: 1,
        rejected: 0,
        orphans: 0,
        from: '2024-06-02',
        until: '2024-06-02',
      },
      {
        annotator: 'هدى',
        articles: 2,
        accepted: 3,
        rejected: 1,
        orphans: 1,
        from: '2024-06-01',
        until: '2024-06-02',
      },
    ]);
  });

  test('counts decisions of the version that counts, and what it leaves open', () => {
    expect(coverage.decisions).toEqual({ accepted: 1, rejected: 0, open: 3 });
  });

  test('counts by day in UTC, from the annotations alone; what has no date is in no day', () => {
    expect(coverage.days).toEqual([
      { day: '2024-06-01', annotator: 'هدى', accepted: 1, rejected: 1 },
      { day: '2024-06-02', annotator: 'gold', accepted: 1, rejected: 0 },
      { day: '2024-06-02', annotator: 'هدى', accepted: 1, rejected: 0 },
    ]);
  });
});
