import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import { SPLITS } from '../document.ts';
import type { Split } from '../document.ts';
import { outletOf } from './outlet.ts';
import { parseCuts, parseRatio, splitOfFolders } from './split-plan.ts';
import type { SplitPlan, SplitRatio } from './split-plan.ts';
import { assignSplits } from './splits.ts';
import type { SplitArticle } from './splits.ts';

const ratio = (text: string): SplitRatio => {
  const read = parseRatio(text);
  if (!read) throw new Error(text);
  return read;
};

const article = (file: string, published: string | null = null, outlet = ''): SplitArticle => ({
  file,
  published,
  outlet,
});

const listed = (splits: ReadonlyMap<string, Split>): Record<string, string[]> =>
  Object.fromEntries(
    SPLITS.map((split) => [split, [...splits].flatMap(([file, of]) => (of === split ? [file] : [])).sort()]),
  );

const RATIOS: readonly [text: string, ratio: readonly number[] | null][] = [
  ['80/10/10', [0.8, 0.1, 0.1]],
  ['8/1/1', [0.8, 0.1, 0.1]],
  ['3/1', [0.75, 0, 0.25]],
  ['1/0/1', [0.5, 0, 0.5]],
  ['0/0/1', [0, 0, 1]],
  ['80', null],
  ['0/0', null],
  ['80/10/-10', null],
  ['a/b', null],
  ['1/1/1/1', null],
  ['', null],
];
test.each(RATIOS)('parseRatio %j', (text, expected) => {
  const read = parseRatio(text);
  expect(read && SPLITS.map((split) => read[split])).toEqual(expected);
});

const CUTS: readonly [days: string[], cuts: { validation: string; test: string } | null][] = [
  [['2024-01-01'], { validation: '2024-01-01', test: '2024-01-01' }],
  [['2024-01-01', '2024-02-29'], { validation: '2024-01-01', test: '2024-02-29' }],
  [['2024-02-01', '2024-01-01'], null],
  [['2023-02-29'], null],
  [['1/1/2024'], null],
  [[], null],
  [['2024-01-01', '2024-01-02', '2024-01-03'], null],
];
test.each(CUTS)('parseCuts %j', (days, expected) => expect(parseCuts(days)).toEqual(expected));

const FOLDERS: readonly [file: string, split: Split | null][] = [
  ['articles/train/a.txt', 'train'],
  ['Dev/a.txt', 'validation'],
  ['corpus/test/train/a.txt', 'test'],
  ['articles/val/x/a.txt', 'validation'],
  ['articles/train.txt', null],
  ['trainees/a.txt', null],
];
test.each(FOLDERS)('splitOfFolders %s', (file, expected) => expect(splitOfFolders(file)).toBe(expected));

describe('by ratio', () => {
  const articles = Array.from({ length: 2000 }, (_, i) => article(`articles/${i}.txt`));
  const plan: SplitPlan = { by: 'ratio', ratio: ratio('80/10/10'), seed: '7' };

  test('the shares are approached', () => {
    const { splits } = assignSplits(articles, [], plan);
    const share = (split: Split): number => [...splits.values()].filter((one) => one === split).length / 2000;
    expect(share('train')).toBeCloseTo(0.8, 1);
    expect(share('validation')).toBeCloseTo(0.1, 1);
    expect(share('test')).toBeCloseTo(0.1, 1);
  });

  test('another seed splits otherwise, the same seed alike', () => {
    expect(assignSplits(articles, [], plan)).toEqual(assignSplits(articles, [], plan));
    expect(assignSplits(articles, [], { ...plan, seed: '8' }).splits).not.toEqual(
      assignSplits(articles, [], plan).splits,
    );
  });

  test('these articles and this seed give this split, today and on every machine', () => {
    expect(listed(assignSplits(articles.slice(0, 12), [], plan).splits)).toMatchInlineSnapshot(`
      {
        "test": [
          "articles/11.txt",
        ],
        "train": [
          "articles/0.txt",
          "articles/1.txt",
          "articles/10.txt",
          "articles/2.txt",
          "articles/3.txt",
          "articles/4.txt",
          "articles/5.txt",
          "articles/6.txt",
          "articles/7.txt",
          "articles/8.txt",
          "articles/9.txt",
        ],
        "validation": [],
      }
    `);
  });

  test('a split without a share gets nothing', () => {
    const { splits } = assignSplits(articles, [], { ...plan, ratio: ratio('1/0/1') });
    expect(new Set(splits.values())).toEqual(new Set(['train', 'test']));
  });

  test('an article that is added moves no other', () => {
    const before = assignSplits(articles.slice(0, 1000), [], plan).splits;
    const after = assignSplits(articles, [], plan).splits;
    for (const [file, split] of before) expect(after.get(file), file).toBe(split);
  });
});

describe('by date', () => {
  const dated = [
    article('a', '2024-01-01'),
    article('b', '2024-01-05'),
    article('c', '2024-02-01'),
    article('d', '2024-03-01'),
    article('e'),
  ];

  test('cut days: up to the first, up to the second, from there on; what has no date goes to train and is told', () => {
    const { splits, undecided } = assignSplits(dated, [], {
      by: 'date',
      validation: '2024-01-05',
      test: '2024-02-01',
    });
    expect(listed(splits)).toEqual({ train: ['a', 'e'], validation: ['b'], test: ['c', 'd'] });
    expect(undecided).toEqual(['e']);
  });

  test('shares in the order of dates', () => {
    const { splits } = assignSplits(dated, [], { by: 'date', ratio: ratio('50/25/25') });
    expect(listed(splits)).toEqual({ train: ['a', 'b', 'e'], validation: ['c'], test: ['d'] });
  });

  test('a group goes with its newest article', () => {
    const { splits } = assignSplits(dated, [['a', 'd']], {
      by: 'date',
      validation: '2024-02-01',
      test: '2024-02-02',
    });
    expect(listed(splits)).toEqual({ train: ['b', 'e'], validation: ['c'], test: ['a', 'd'] });
  });
});

describe('by outlet', () => {
  const articles = [
    ...Array.from({ length: 60 }, (_, i) => article(`s/${i}`, null, 'السهل')),
    ...Array.from({ length: 20 }, (_, i) => article(`w/${i}`, null, 'الواحة')),
    ...Array.from({ length: 12 }, (_, i) => article(`m/${i}`, null, 'المرفأ')),
    ...Array.from({ length: 8 }, (_, i) => article(`n/${i}`, null, 'النيل')),
  ];
  const plan: SplitPlan = { by: 'outlet', ratio: ratio('80/10/10'), seed: '1' };

  test('no outlet is on two sides, and no side is empty', () => {
    const { splits } = assignSplits(articles, [], plan);
    const sides = new Map<string, Set<Split | undefined>>();
    for (const { file, outlet } of articles)
      sides.set(outlet, (sides.get(outlet) ?? new Set()).add(splits.get(file)));
    for (const [outlet, its] of sides) expect(its.size, outlet).toBe(1);
    expect(new Set(splits.values())).toEqual(new Set(SPLITS));
    expect([...splits.values()].filter((split) => split === 'train').length).toBeGreaterThanOrEqual(60);
  });

  test('copies go where most of them belong, and that is told', () => {
    const free = assignSplits(articles, [], plan).splits;
    const [big, small] = [articles.filter(({ outlet }) => outlet === 'السهل'), articles.slice(-1)];
    const group = [...big.slice(0, 2), ...small].map(({ file }) => file);
    const { splits, moved } = assignSplits(articles, [group], plan);
    const [to, from] = [free.get('s/0'), free.get('n/7')];
    expect(from).not.toBe(to);
    expect(moved).toEqual([{ file: 'n/7', from, to }]);
    for (const file of group) expect(splits.get(file), file).toBe(to);
  });
});

test('by folder: as they are laid out; what lies elsewhere goes to train and is told', () => {
  const { splits, undecided } = assignSplits(
    [article('train/a'), article('dev/b'), article('test/c'), article('d')],
    [],
    { by: 'folder', splitOf: splitOfFolders },
  );
  expect(listed(splits)).toEqual({ train: ['d', 'train/a'], validation: ['dev/b'], test: ['test/c'] });
  expect(undecided).toEqual(['d']);
});

describe('whatever the plan', () => {
  const anyArticles = fc.uniqueArray(
    fc.record({
      file: fc.stringMatching(/^(?:train|dev|test|x)\/[a-d]{1,3}$/),
      published: fc.option(fc.constantFrom('2023-05-01', '2024-01-01', '2024-02-02')),
      outlet: fc.constantFrom('السهل', 'الواحة', 'النيل', ''),
    }),
    { selector: ({ file }) => file, maxLength: 40 },
  );
  const anyPlan: fc.Arbitrary<SplitPlan> = fc.oneof(
    fc.record({
      by: fc.constantFrom('ratio' as const, 'outlet' as const),
      ratio: fc.constantFrom('80/10/10', '1/1', '0/1/1', '1/0/0').map(ratio),
      seed: fc.string(),
    }),
    fc.record({ by: fc.constant('date' as const), ratio: fc.constantFrom('80/10/10', '1/1').map(ratio) }),
    fc.constant({ by: 'date' as const, validation: '2024-01-01', test: '2024-02-01' }),
    fc.constant({ by: 'folder' as const, splitOf: splitOfFolders }),
  );
  const anyCase = anyArticles.chain((articles) =>
    fc.record({
      articles: fc.constant(articles),
      groups: fc
        .array(fc.nat({ max: 9 }), { minLength: articles.length, maxLength: articles.length })
        .map((numbers) =>
          [0, 1, 2, 3].map((number) =>
            articles.flatMap(({ file }, i) => (numbers[i] === number ? [file] : [])),
          ),
        ),
      plan: anyPlan,
    }),
  );

  test('every article is in exactly one split, groups are whole, and the order of the articles changes nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ articles, groups, plan }) => {
        const found = assignSplits(articles, groups, plan);
        expect([...found.splits.keys()].sort()).toEqual(articles.map(({ file }) => file).sort());
        for (const group of groups)
          expect(new Set(group.map((file) => found.splits.get(file))).size).toBeLessThanOrEqual(1);
        const turned = assignSplits([...articles].reverse(), [...groups].reverse(), plan);
        expect([...turned.splits].sort()).toEqual([...found.splits].sort());
        expect(turned.moved).toEqual(found.moved);
        if ('ratio' in plan && plan.by !== 'date')
          for (const split of SPLITS)
            if (plan.ratio[split] === 0) expect([...found.splits.values()]).not.toContain(split);
      }),
    );
  });
});

const OUTLETS: readonly [what: string, text: string, outlet: string][] = [
  [
    'an aggregator’s first line',
    'بوابة المرفأ:\n2024-03-18@06:41:09 GMT\nعنوان الخبر هنا\nقال الوزير إن العمل انتهى أمس.\nالمصدر: وكالات',
    'بوابه المرفا',
  ],
  [
    'the line with the source',
    'عنوان الخبر هنا\nقال الوزير إن العمل انتهى أمس في المدينة.\nالمصدر: الشمال نيوز',
    'الشمال نيوز',
  ],
  ['agencies are no outlet', 'عنوان الخبر\nقال الوزير إن العمل انتهى.\nالمصدر: وكالات', 'articles/sahl'],
  ['the folder', 'عنوان الخبر\nقال الوزير إن العمل انتهى.', 'articles/sahl'],
];
test.each(OUTLETS)('outletOf: %s', (_, text, outlet) => {
  expect(outletOf(createAnalyser(lexicon).analyse(text), 'articles/sahl/a.txt')).toBe(outlet);
});
