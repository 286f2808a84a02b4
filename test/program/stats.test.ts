import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { serialiseStore } from '../../core/annotations/store.ts';
import type { ProjectStatistics } from '../../core/dataset/statistics/figures.ts';
import { useHashiya } from './hashiya.ts';
import type { Run } from './hashiya.ts';

const samples = path.join(import.meta.dirname, '../../samples');
const { run, write: file } = useHashiya();

const stats = (...args: string[]): Run => run('stats', ...args);

const figures = (...args: string[]): ProjectStatistics =>
  JSON.parse(stats(...args, '--json').out) as ProjectStatistics;

const TEXT = 'افتتاح الجسر\nزارت سلمى الراوي أسوان أمس، وقالت الراوي إن الجسر جاهز.\n';

function annotation(
  words: string,
  label: string,
  annotator: string,
  created: string,
  more: Partial<Annotation> = {},
): Annotation {
  const start = TEXT.indexOf(words);
  return {
    id: crypto.randomUUID(),
    family: 'entity',
    label,
    decision: 'accepted',
    anchor: makeAnchor(TEXT, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: words,
    provenance: { annotator, created, modified: created, source: 'hand' },
    ...NOTHING_ADDED,
    ...more,
  };
}

const store = (annotator: string, annotations: readonly Annotation[]): string =>
  file(
    `annotations/${annotator}/articles/a.txt.jsonl`,
    serialiseStore(TEXT, 'articles/a.txt', '0.2.0', annotations),
  );

describe('stats', () => {
  test('of the samples agree with the lines of their annotation files', () => {
    const stored = path.join(samples, 'annotations/hashiya/articles');
    const lines = readdirSync(stored)
      .flatMap((name) => readFileSync(path.join(stored, name), 'utf8').split('\n'))
      .flatMap((line) => /"hashiya:family":"(\w+)","hashiya:decision":"(\w+)"/.exec(line) ?? []);
    const number = (words: string): number => lines.filter((one) => one === words).length;
    const { dataset, coverage } = figures(samples);
    expect(dataset.articles).toBe(readdirSync(stored).length);
    expect(coverage.decisions).toMatchObject({ accepted: number('accepted'), rejected: number('rejected') });
    const decided = (layer: string): number =>
      dataset.labels.reduce((sum, label) => sum + (label.layer === layer ? label.decided : 0), 0);
    expect(decided('entities') + decided('quotations') + decided('boilerplate')).toBe(number('accepted'));
    expect(number('accepted')).toBeGreaterThan(500);
  });

  test('print a table in which numbers stand before names', () => {
    file('articles/a.txt', TEXT);
    store('huda', [
      annotation('سلمى الراوي', 'PER', 'huda', '2026-01-02T10:00:00Z'),
      annotation('أسوان', 'GPE', 'huda', '2026-01-03T10:00:00Z'),
    ]);
    const run = stats('--top', '1');
    expect(run).toMatchObject({ status: 0, err: '' });
    expect(run.out).toMatch(
      /^1 article, 2 sentences, \d+ tokens\.\n\nCoverage\n {2}100\.0 % {2}of the articles annotated \(1\)\n/,
    );
    expect(run.out).toMatch(/^ +1 +1 +1 +PER +سلمى الراوي$/m);
    expect(run.out).toMatch(/^ {2}2026-01-02 +1 +0 +huda$/m);
  });

  test('count the adjudicated version where there is one, and everybody’s work', () => {
    file('articles/a.txt', TEXT);
    file('articles/b.txt', 'خبر بلا وسوم.\n');
    store('huda', [annotation('أسوان', 'LOC', 'huda', '2026-01-02T10:00:00Z')]);
    store('gold', [annotation('أسوان', 'GPE', 'gold', '2026-01-04T10:00:00Z')]);
    const labels = ({ dataset }: ProjectStatistics): string[] =>
      dataset.labels.filter(({ decided }) => decided > 0).map(({ label }) => label);
    const all = figures();
    expect(labels(all)).toEqual(['GPE']);
    expect(all.coverage).toMatchObject({ articles: 2, annotated: 1 });
    expect(all.coverage.annotators.map(({ annotator }) => annotator)).toEqual(['gold', 'huda']);
    const own = figures('--annotator', 'huda');
    expect(labels(own)).toEqual(['LOC']);
    expect(own.coverage.annotators.map(({ annotator }) => annotator)).toEqual(['huda']);
  });

  test('never lets a name break its line or speak to the terminal', () => {
    file('articles/a.txt', TEXT);
    store('huda', [
      annotation('أسوان', 'GPE', 'huda', '2026-01-02T10:00:00Z', {
        canonical: 'أسوان\n\u001b[2J\u202eسطر',
      }),
    ]);
    expect(stats().out).toMatch(/^ +1 +0 +1 +GPE +أسوان \[2Jسطر$/m);
  });

  test.each([
    [['--annotator', 'nobody'], 2, 'there are no annotations by "nobody"'],
    [['--top', 'x'], 2, 'A whole number from 0.'],
    [['missing'], 2, 'missing: there is no such folder'],
    [['.'], 1, 'there are no articles here'],
  ])('%j: status %i, %s', (args, status, message) => {
    const run = stats(...args);
    expect(run.status).toBe(status);
    expect(run.err).toContain(message);
  });

  test('tell what cannot be read, count the rest, and end with 1', () => {
    file('articles/a.txt', TEXT);
    file('articles/b.txt', '\u0000\u0001');
    const run = stats('--json');
    expect(run.status).toBe(1);
    expect(run.err).toContain('articles/b.txt');
    expect((JSON.parse(run.out) as ProjectStatistics).dataset.articles).toBe(1);
  });
});
