import { expect, test } from 'vitest';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { serialiseStore } from '../../core/annotations/store.ts';
import { annotationOn } from '../unit/annotation-on.ts';
import { useHashiya } from './hashiya.ts';

const cli = useHashiya();

const DECIDED = 'عاد التجار إلى درواز بعد زيارة باريس.\n';
const OPEN = 'قال سكان من درواز إنهم زاروا باريس.\n';

interface Document {
  readonly file: string;
  readonly entities: readonly { readonly label: string; readonly text: string; readonly source: string }[];
}

/** The entities of the article that nobody decided on, as an export with suggestions has them. */
const suggested = (...args: string[]): string[] => {
  const run = cli.run('export', '--marks', '--format', 'hashiya-jsonl', ...args);
  const documents = run.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);
  const open = documents.find(({ file }) => file === 'articles/b.txt');
  if (!open) throw new Error(`no article in what was exported: ${run.out}${run.err}`);
  return open.entities.map(({ label, text, source }) => `${label} ${text} ${source}`);
};

const decide = (annotator: string, annotations: readonly Annotation[]): void => {
  cli.write('articles/a.txt', DECIDED);
  cli.write('articles/b.txt', OPEN);
  cli.write(
    `annotations/${annotator}/articles/a.txt.jsonl`,
    serialiseStore(DECIDED, 'articles/a.txt', 'hashiya test', annotations),
  );
};

test('export --marks suggests what the annotator decided in other articles, as the editor does', () => {
  decide('huda', [annotationOn(DECIDED, 'درواز', 'GPE')]);
  expect(suggested('-a', 'huda')).toEqual(['GPE درواز project/name', 'GPE باريس list/place']);
});

test('and nothing that was rejected everywhere', () => {
  decide('huda', [annotationOn(DECIDED, 'باريس', 'GPE', { decision: 'rejected', everywhere: true })]);
  expect(suggested('-a', 'huda')).toEqual([]);
});

test('but not what others decided', () => {
  decide('salma', [annotationOn(DECIDED, 'درواز', 'GPE')]);
  cli.write(
    'annotations/huda/articles/a.txt.jsonl',
    serialiseStore(DECIDED, 'articles/a.txt', 'hashiya test', [annotationOn(DECIDED, 'باريس', 'GPE')]),
  );
  expect(suggested('-a', 'huda')).toEqual(['GPE باريس list/place']);
});
