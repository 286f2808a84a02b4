import { describe, expect, test } from 'vitest';
import { articleFilter, globProblem } from './project-files.ts';

describe('a glob is taken', () => {
  test.each([
    '**/*.txt',
    'articles/*.txt',
    '**/news/**/*.txt',
    '20*/**/*_*_*.txt',
    'أخبار/**/خبر-*.txt',
    '**/*.{txt,md}',
    'articles/[0-9]*.txt',
    '**/*/*.txt',
    '!(drafts)/**',
    '@(a|b)/*.txt',
  ])('%s', (glob) => {
    expect(globProblem(glob)).toBeNull();
  });
});

describe('a glob that could keep the program busy without end is refused', () => {
  const refused: readonly [glob: string, why: RegExp][] = [
    ['*a*a*a*a*b', /more than 3 times in one name/],
    ['**/*a*b/*a*b/*', /more than 4 times/],
    ['**/a/**/a/**/a/**/b', /"\*\*" stands in it more than 3 times/],
    ['[a-z]+[a-z]+[a-z]+[a-z]+b', /more than 3 times/],
    ['*(a*)*(a*)b', /repeats a group/],
    ['+(a|aa)b', /repeats a group/],
    ['(a+)+b', /repeats a group/],
    ['{a,b}*', /repeats a group/],
    ['@(a|@(b|c))', /repeats a group/],
    ['{a,aa}'.repeat(20), /more than 4 groups/],
    ['?(a)'.repeat(20), /more than 4 groups/],
    ['a'.repeat(257), /longer than 256/],
  ];
  test.each(refused)('%s', (glob, why) => {
    expect(globProblem(glob)).toMatch(why);
  });
});

test('a path longer than any file system’s is no article', () => {
  const isArticle = articleFilter({ include: ['**/*.txt'], exclude: [] });
  expect([isArticle(`${'a/'.repeat(500)}x.txt`), isArticle(`${'a/'.repeat(600)}x.txt`)]).toEqual([
    true,
    false,
  ]);
});

test('what the program keeps is no article, however much a project includes', () => {
  const isArticle = articleFilter({ include: ['**/*'], exclude: [] });
  const own = [
    'annotations/huda/articles/x.txt.jsonl',
    'history/huda/articles/x.txt.jsonl',
    'history/huda/.groups/4711.json',
    'marks/articles/x.txt.jsonl',
  ];
  expect(own.filter(isArticle)).toEqual([]);
  // Folders of articles may go by these names too.
  expect(
    ['history/x.txt', 'marks/x.txt', 'articles/history/x.jsonl'].filter((path) => !isArticle(path)),
  ).toEqual([]);
});
