import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFilter } from './project-files.ts';
import { DEFAULT_PROJECT, parseProject } from './project.ts';

describe('parseProject', () => {
  test('an empty object is the default project, without problems', () => {
    expect(parseProject('{}')).toEqual({ project: DEFAULT_PROJECT, problems: [], isWhole: true });
  });

  test('takes comments and trailing commas', () => {
    const { project, problems } = parseProject('{ // who\n "annotator": "huda", }');
    expect(project.annotator).toBe('huda');
    expect(problems).toEqual([]);
  });

  const wrong: readonly [content: string, at: string, message: RegExp][] = [
    ['{ "inclde": ["a"] }', '"inclde"', /no field "inclde"/],
    ['{ "include": "a" }', '"a"', /takes a list/],
    ['{ "include": ["/a"] }', '"/a"', /relative to the project folder/],
    ['{ "include": ["a(b"] }', '"a(b"', /no glob/],
    ['{ "annotators": [1] }', '1', /text in quotation marks/],
    ['{ "labels": { "only": ["PERSON"] } }', '"PERSON"', /no label "PERSON"/],
    ['{ "labels": { "colours": { "PER": "red" } } }', '"red"', /#rrggbb/],
    ['{ "labels": { "keys": { "PER": "F1" } } }', '"F1"', /one small letter/],
    ['{ "export": { "marks": "yes" } }', '"yes"', /true or false/],
    ['{ "export": true }', 'true', /has to be an object/],
    ['["a"]', '["a"]', /one object/],
    [`{ "labels": ${'['.repeat(99)}{ ${']'.repeat(99)} }`, '{', /100 levels/],
  ];
  test.each(wrong)('%s is told at %s, and the default counts', (content, at, message) => {
    const { project, problems } = parseProject(content);
    expect(problems.map(({ start, end }) => content.slice(start, end))).toEqual([at]);
    expect(problems[0]?.message.en).toMatch(message);
    expect(problems[0]?.message.ar).not.toBe('');
    expect(project.export).toEqual(DEFAULT_PROJECT.export);
  });

  test('of a list with a wrong entry the right ones count', () => {
    expect(parseProject('{ "annotators": ["huda", 1, "salma"] }').project.annotators).toEqual([
      'huda',
      'salma',
    ]);
  });

  test('never throws, and always gives a whole project', () => {
    const value = fc.oneof(fc.constantFrom('choice', 'link', 'entity', 'a', ['a']), fc.jsonValue());
    const names = [
      'id',
      'name',
      'type',
      'title',
      'values',
      'labels',
      'from',
      'to',
      'url',
      'key',
      '__proto__',
    ];
    const entries = fc.array(fc.dictionary(fc.constantFrom(...names), value));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => json.slice(1)),
          entries.map((list) => JSON.stringify({ labels: { add: list, default: false }, attributes: list })),
          entries.map((list) => JSON.stringify({ relations: list, article: { attributes: list } })),
        ),
        (content) => {
          const { project } = parseProject(content);
          expect(Object.keys(project)).toEqual(Object.keys(DEFAULT_PROJECT));
        },
      ),
    );
  });
});

describe('articleFilter', () => {
  const cases: readonly [include: string[], exclude: string[], path: string, isArticle: boolean][] = [
    [['**/*.txt'], [], 'x.txt', true],
    [['**/*.txt'], [], 'articles/2023/خبر عاجل.txt', true],
    [['**/*.txt'], [], 'articles/x.md', false],
    [['articles/*.txt'], [], 'articles/old/x.txt', false],
    [['articles/**'], ['**/old/**'], 'articles/old/x.txt', false],
    [['**/*'], [], 'annotations/huda/x.txt.jsonl', false],
    [['**/*.txt'], [], '.git/x.txt', false],
    [['**/*.txt'], [], 'node_modules/a/x.txt', false],
    [[], [], 'x.txt', false],
  ];
  test.each(cases)('include %j, exclude %j: %s → %s', (include, exclude, path, isArticle) => {
    expect(articleFilter({ include, exclude })(path)).toBe(isArticle);
  });
});
