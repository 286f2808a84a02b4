import { describe, expect, test } from 'vitest';
import { version } from '../../../test/unit/versions.ts';
import type { Decision } from '../../../test/unit/versions.ts';
import { orphaned } from '../../annotations/anchors.ts';
import { parseStore, serialiseStore } from '../../annotations/store.ts';
import { familyLookup } from '../../labels/project-labels.ts';
import { DEFAULT_PROJECT } from '../../labels/project.ts';
import type { AnnotationFile } from '../annotation-file.ts';
import { chooseCompared } from './compared.ts';

const VISIT = 'زار الوزير بغداد أمس.\n';
const FAMILIES = ['entity', 'quotation', 'boilerplate'] as const;

/** A stored annotation file, read for the text that the article has now (null: there is none). */
const file = (
  annotator: string,
  article: string,
  decisions: readonly Decision[],
  now: string | null = VISIT,
): AnnotationFile => ({
  article,
  path: `annotations/${annotator}/${article}.jsonl`,
  annotator,
  text: now,
  stored: parseStore(
    serialiseStore(VISIT, article, '0', version(annotator, VISIT, decisions).annotations),
    now ?? '',
  ),
});

const choose = (files: readonly AnnotationFile[]) =>
  chooseCompared(files, {
    annotators: ['huda', 'salma'],
    families: FAMILIES,
    familyOf: familyLookup(DEFAULT_PROJECT),
  });

const ALL: readonly Decision[] = [
  ['GPE', 'بغداد'],
  ['direct', 'زار الوزير'],
  ['headline', 'زار الوزير بغداد أمس.'],
];

describe('chooseCompared', () => {
  test('takes the articles that two annotated, by path, and says who else annotated what', () => {
    const { articles, leftOut } = choose([
      file('huda', 'b.txt', ALL),
      file('salma', 'b.txt', ALL),
      file('huda', 'a.txt', ALL),
      file('salma', 'a.txt', []),
      file('huda', 'c.txt', ALL),
      file('omar', 'c.txt', ALL),
    ]);
    expect(
      articles.map(({ article, versions }) => [article, versions.map(({ annotator }) => annotator)]),
    ).toEqual([
      ['a.txt', ['huda', 'salma']],
      ['b.txt', ['huda', 'salma']],
    ]);
    expect(leftOut).toEqual([{ reason: 'one-annotator', annotator: 'huda', count: 1, where: ['c.txt'] }]);
  });

  const cases: readonly [
    what: string,
    salma: AnnotationFile,
    expected: [reason: string, count: number, where: string[]][],
  ][] = [
    [
      'rejected suggestions',
      file('salma', 'a.txt', [...ALL, ['DATE', 'أمس', { rejected: true }]]),
      [['rejected', 1, ['DATE']]],
    ],
    [
      'labels that the project does not have, and labels of another family',
      file('salma', 'a.txt', [...ALL, ['VERB', 'زار'], ['VERB', 'أمس']]),
      [['unknown-label', 2, ['VERB']]],
    ],
    [
      'a family that she never decides on',
      file('salma', 'a.txt', ALL.slice(0, 2)),
      [['no-family', 1, ['boilerplate']]],
    ],
  ];
  test.each(cases)('leaves out %s, and says so', (_what, salma, expected) => {
    const { articles, leftOut } = choose([file('huda', 'a.txt', ALL), salma]);
    expect(articles).toHaveLength(1);
    expect(leftOut.map(({ reason, annotator, count, where }) => [annotator, reason, count, where])).toEqual(
      expected.map((row) => ['salma', ...row]),
    );
  });

  test('leaves out articles that are gone, or not the text that was annotated', () => {
    const { articles, leftOut } = choose([
      file('huda', 'a.txt', ALL, `${VISIT}تصحيح.\n`),
      file('salma', 'a.txt', ALL, `${VISIT}تصحيح.\n`),
      file('huda', 'b.txt', ALL, null),
      file('salma', 'b.txt', ALL, null),
    ]);
    expect(articles).toEqual([]);
    expect(leftOut.map(({ reason, annotator, where }) => [reason, annotator, where])).toEqual([
      ['no-article', 'huda', ['b.txt']],
      ['no-article', 'salma', ['b.txt']],
      ['text-changed', 'huda', ['a.txt']],
      ['text-changed', 'salma', ['a.txt']],
    ]);
  });

  test('leaves out orphans and unreadable lines', () => {
    const salma = file('salma', 'a.txt', ALL);
    const { articles, leftOut } = choose([
      file('huda', 'a.txt', ALL),
      {
        ...salma,
        stored: {
          ...salma.stored,
          annotations: salma.stored.annotations.map((one) =>
            one.label === 'GPE' ? { ...one, anchor: orphaned(one.anchor) } : one,
          ),
          problems: [{ code: 'unreadable-line', line: 4, detail: '' }],
        },
      },
    ]);
    expect(articles[0]?.versions.map(({ annotations }) => annotations.map(({ label }) => label))).toEqual([
      ['headline', 'direct', 'GPE'],
      ['headline', 'direct'],
    ]);
    expect(leftOut).toEqual([
      { reason: 'unreadable', annotator: 'salma', count: 1, where: ['annotations/salma/a.txt.jsonl:4'] },
      { reason: 'orphan', annotator: 'salma', count: 1, where: ['GPE'] },
    ]);
  });

  test('a rejection is no span, but stays with the article, so that a list of disagreements can tell it', () => {
    const { articles } = choose([
      file('huda', 'a.txt', ALL),
      file('salma', 'a.txt', [...ALL.slice(1), ['GPE', 'بغداد', { rejected: true }]]),
    ]);
    expect(articles[0]?.versions[1]?.annotations.map(({ decision }) => decision)).toContain('rejected');
  });
});
