import { describe, expect, test } from 'vitest';
import { compareLocks, isAnotherDataset } from './lock-changes.ts';
import { hashOfContent, parseLock, serialiseLock } from './lock.ts';
import type { DatasetLock, LockedArticle } from './lock.ts';

const article = (file: string, further: Partial<LockedArticle> = {}): LockedArticle => ({
  file,
  sha256: hashOfContent(file),
  annotations: { path: `annotations/huda/${file}.jsonl`, sha256: hashOfContent('huda') },
  marks: null,
  split: 'train',
  leftOut: null,
  ...further,
});

const LOCK: DatasetLock = {
  tool: 'hashiya 1.0.0',
  engine: hashOfContent('engine'),
  labels: hashOfContent('labels'),
  project: '.',
  output: 'out',
  options: {
    format: 'spacy-jsonl',
    name: 'corpus',
    encoding: null,
    annotators: ['gold', 'huda'],
    families: ['entity'],
    labels: [],
    status: ['done', 'checked'],
    marks: false,
    boilerplate: false,
    sentences: false,
    split: {
      by: 'ratio',
      ratio: '80/10/10',
      dates: [],
      folders: { train: [], validation: [], test: [] },
      seed: '7',
    },
  },
  counts: { articles: 2, spans: 5 },
  articles: [article('a.txt'), article('b.txt', { leftOut: 'status', split: null, annotations: null })],
  files: [{ path: 'train.jsonl', sha256: hashOfContent('train') }],
};

test('hashOfContent: a text as its bytes in UTF-8, as sha256sum prints it', () => {
  const expected = 'c91082ead4c24fc3656f62dcc906ed88c750ab30eeba4a627619a38c11adf194';
  expect(hashOfContent('حاشية')).toBe(expected);
  expect(hashOfContent(new TextEncoder().encode('حاشية'))).toBe(expected);
});

describe('a lock file', () => {
  test('is read back as it was written', () => {
    expect(parseLock(serialiseLock(LOCK))).toEqual({ lock: LOCK });
    expect(parseLock(serialiseLock({ ...LOCK, options: { ...LOCK.options, split: null } }))).toMatchObject({
      lock: { options: { split: null } },
    });
  });

  const damaged = (change: (lock: Record<string, unknown>) => void): string => {
    const lock = JSON.parse(serialiseLock(LOCK)) as Record<string, unknown>;
    change(lock);
    return JSON.stringify(lock);
  };
  const WRONG: readonly [what: string, content: string, error: RegExp][] = [
    ['no JSON', '{', /no JSON/],
    ['another file', '{"lockfileVersion": 3}', /no lock file of a dataset/],
    ['a list', '[]', /no lock file of a dataset/],
    ['a later version', damaged((lock) => void (lock['hashiya:lock'] = 2)), /a later version/],
    ['no articles', damaged((lock) => void delete lock['articles']), /damaged: articles$/],
    [
      'an article without its hash',
      damaged((lock) => void (lock['articles'] = [{ file: 'a.txt' }])),
      /damaged: articles$/,
    ],
    [
      'options of another kind',
      damaged((lock) => void (lock['options'] = { ...LOCK.options, marks: 'yes' })),
      /damaged: options$/,
    ],
  ];
  test.each(WRONG)('that is wrong (%s) is told', (_, content, error) => {
    expect(parseLock(content)).toEqual({ error: expect.stringMatching(error) as string });
  });
});

describe('compareLocks', () => {
  test('the same things have not changed', () =>
    expect(compareLocks(LOCK, structuredClone(LOCK))).toEqual([]));

  const [a, b] = LOCK.articles as [LockedArticle, LockedArticle];
  const other = { path: 'annotations/salma/a.txt.jsonl', sha256: 'x' };
  const CHANGES: readonly [now: Partial<DatasetLock>, changes: readonly object[]][] = [
    [{ tool: 'hashiya 2.0.0' }, [{ what: 'tool', before: 'hashiya 1.0.0', now: 'hashiya 2.0.0' }]],
    [{ engine: 'x' }, [{ what: 'engine' }]],
    [{ labels: 'x' }, [{ what: 'labels' }]],
    [{ articles: [b] }, [{ what: 'article-gone', file: 'a.txt' }]],
    [{ articles: [{ ...a, sha256: 'x' }, b] }, [{ what: 'text', file: 'a.txt' }]],
    [{ articles: [a, { ...b, sha256: 'x' }] }, [{ what: 'text', file: 'b.txt' }]],
    [{ articles: [{ ...a, annotations: other }, b] }, [{ what: 'annotations', file: 'a.txt', now: other }]],
    [{ articles: [{ ...a, annotations: null }, b] }, [{ what: 'annotations', file: 'a.txt', now: null }]],
    [{ articles: [{ ...a, marks: other }, b] }, [{ what: 'marks', file: 'a.txt', before: null }]],
    [
      { articles: [{ ...a, split: 'test' }, b] },
      [{ what: 'split', file: 'a.txt', before: 'train', now: 'test' }],
    ],
    [
      { articles: [a, { ...b, leftOut: null }] },
      [{ what: 'left-out', file: 'b.txt', before: 'status', now: null }],
    ],
    [{ files: [{ path: 'train.jsonl', sha256: 'x' }] }, [{ what: 'output', path: 'train.jsonl', now: 'x' }]],
    [
      { files: [{ path: 'test.jsonl', sha256: 'x' }] },
      [
        { what: 'output', path: 'test.jsonl', before: null },
        { what: 'output', path: 'train.jsonl', now: null },
      ],
    ],
  ];
  test.each(CHANGES)('%j', (now, expected) => {
    const changes = compareLocks(LOCK, { ...LOCK, ...now });
    expect(changes).toMatchObject(expected);
    expect(changes).toHaveLength(expected.length);
    expect(isAnotherDataset(changes)).toBe('files' in now);
  });
});
