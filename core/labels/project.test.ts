import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARK_FAMILIES } from './marks.ts';
import { NEW_LABEL_FIELDS, PROJECT_FIELDS } from './project-fields.ts';
import { articleFilter } from './project-files.ts';
import { familyLookup, labelsOf } from './project-labels.ts';
import { DEFAULT_PROJECT, parseProject } from './project.ts';
import { TAG_LABELS } from './scheme.ts';

describe('parseProject', () => {
  test('an empty object is the default project, without problems', () => {
    expect(parseProject('{}')).toEqual({ project: DEFAULT_PROJECT, problems: [] });
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
    ['{ "labels": { "add": [{ "id": "X" }] } }', '{ "id": "X" }', /needs a "family"/],
    [
      '{ "labels": { "add": [{ "id": "PER", "family": "entity" }] } }',
      '{ "id": "PER", "family": "entity" }',
      /already/,
    ],
    ['{ "labels": { "colours": { "PER": "red" } } }', '"red"', /#rrggbb/],
    ['{ "labels": { "keys": { "PER": "F1" } } }', '"F1"', /one small letter/],
    ['{ "export": { "marks": "yes" } }', '"yes"', /true or false/],
    ['{ "export": true }', 'true', /holds an object/],
    ['["a"]', '["a"]', /one object/],
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
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => json.slice(1)),
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

describe('labelsOf', () => {
  test('the default project has the default scheme', () => {
    expect(labelsOf(DEFAULT_PROJECT).map(({ id, key }) => `${id} ${key}`)).toEqual(
      TAG_LABELS.map(({ id, key }) => `${id} ${key}`),
    );
  });

  test('a project restricts, adds, colours, and gives keys, each key to one label', () => {
    const { project } = parseProject(`{ "labels": {
      "only": ["PER", "ORG", "direct"],
      "add": [{ "id": "طائفة", "family": "entity", "title": "Sect" }],
      "colours": { "PER": "#112233" },
      "keys": { "طائفة": "p" } } }`);
    const labels = labelsOf(project);
    expect(labels.map(({ id, key }) => `${id}:${key}`)).toEqual([
      'PER:',
      'ORG:o',
      'طائفة:p',
      expect.stringMatching(/^direct:/),
    ]);
    expect(labels[0]?.colour.dark).toBe('#112233');
    const familyOf = familyLookup(project);
    expect([familyOf('طائفة'), familyOf('direct'), familyOf('GPE')]).toEqual(['entity', 'quotation', null]);
  });
});

describe('schemas/hashiya.schema.json', () => {
  interface Schema {
    readonly type?: string;
    readonly description?: string;
    readonly default?: unknown;
    readonly enum?: readonly string[];
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
  }
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/hashiya.schema.json', import.meta.url), 'utf8'),
  ) as Schema;

  const leaves = (node: Schema, prefix = ''): [string, Schema][] =>
    Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
      child.properties ? leaves(child, `${prefix}${name}.`) : [[prefix + name, child]],
    );

  test('has the fields that the program reads, with the same defaults, each described', () => {
    expect(leaves(schema).map(([path, { default: value }]) => ({ path, default: value }))).toEqual(
      PROJECT_FIELDS.map(({ path, default: value }) => ({ path, default: value })),
    );
    for (const [path, field] of leaves(schema)) expect(field.description, path).toMatch(/\.$/);
  });

  test('describes added labels as they are read', () => {
    const label = schema.properties?.['labels']?.properties?.['add']?.items?.properties ?? {};
    expect(Object.keys(label)).toEqual([...NEW_LABEL_FIELDS]);
    expect(label['family']?.enum).toEqual([...MARK_FAMILIES]);
  });
});
