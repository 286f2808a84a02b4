import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleOverview, ArticleState } from '../../server/protocol.ts';
import { BARE_ITEM } from '../../test/unit/bare-item.ts';
import { folderOf, progressOf, withState, type ArticleFolder } from './article-tree.ts';

const article = (path: string, rest: Partial<ArticleOverview> = {}): ArticleOverview => ({
  uri: `file:///corpus/${path}`,
  path,
  status: 'new',
  accepted: 0,
  rejected: 0,
  left: null,
  ...rest,
});

/** A tree in lines: folders with a slash, what is in them indented. */
const drawn = ({ folders, articles }: ArticleFolder, indent = ''): string[] => [
  ...folders.flatMap((folder) => [`${indent}${folder.name}/`, ...drawn(folder, `${indent}  `)]),
  ...articles.map(({ path }) => `${indent}${path.split('/').at(-1) ?? ''}`),
];

const treeOf = (...paths: readonly string[]) => drawn(folderOf(paths.map((path) => article(path))));

describe('the articles of a project by folder', () => {
  it.each([
    ['none', [], []],
    ['one folder, which is left out', ['articles/ب.txt', 'articles/ا.txt'], ['ا.txt', 'ب.txt']],
    [
      'several folders, before what stands beside them',
      ['2024/b.txt', 'a.txt', '2023/c.txt'],
      ['2023/', '  c.txt', '2024/', '  b.txt', 'a.txt'],
    ],
    [
      'folders that hold one folder, in one row',
      ['a/b/c/1.txt', 'a/b/c/2.txt', 'd/3.txt'],
      ['a/b/c/', '  1.txt', '  2.txt', 'd/', '  3.txt'],
    ],
    ['one folder far below', ['x/y/1.txt', 'x/y/2.txt'], ['1.txt', '2.txt']],
    [
      'numbers in the order in which people count',
      ['مقال 10.txt', 'مقال 9.txt', 'مقال 1.txt'],
      ['مقال 1.txt', 'مقال 9.txt', 'مقال 10.txt'],
    ],
  ])('%s', (_, paths, expected) => expect(treeOf(...paths)).toEqual(expected));

  it('every article is in it once, whatever the paths', () => {
    const name = fc.stringMatching(/^[abcابت]{1,3}$/);
    const paths = fc.uniqueArray(
      fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => `${names.join('/')}.txt`),
    );
    const all = ({ folders, articles }: ArticleFolder): string[] => [
      ...folders.flatMap(all),
      ...articles.map(({ path }) => path),
    ];
    fc.assert(
      fc.property(paths, (some) => {
        const tree = folderOf(some.map((path) => article(path)));
        expect(all(tree).sort()).toEqual(some.toSorted());
        expect(tree.progress.articles).toBe(some.length);
      }),
    );
  });
});

describe('the progress of articles', () => {
  it('counts those that are done or checked, what is accepted, and what is left where that is known', () => {
    expect(
      progressOf([
        article('a', { status: 'done', accepted: 5, left: 2 }),
        article('b', { status: 'checked', accepted: 3 }),
        article('c', { status: 'in-work', accepted: 1, left: 4 }),
        article('d'),
      ]),
    ).toEqual({ articles: 4, finished: 2, accepted: 9, left: 6 });
  });

  it('follows the state of an article that is open', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const decided = (['mark', 'mark', 'accepted', 'rejected', 'orphan'] as const).map((state, index) => ({
      ...BARE_ITEM,
      id: `${index}`,
      range,
      state,
    }));
    const items = [...decided, { ...BARE_ITEM, id: 'weak', range, weak: true as const }];
    const state: ArticleState = {
      uri: '',
      version: 1,
      items,
      problems: 0,
      annotator: 'salma',
      serial: 1,
      unsaved: null,
      status: 'in-work',
      attributes: {},
    };
    expect(withState(article('a'), state)).toEqual(
      article('a', { status: 'in-work', accepted: 1, rejected: 1, left: 2 }),
    );
    expect(withState(article('a'), undefined)).toEqual(article('a'));
  });
});
