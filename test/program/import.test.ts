import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseStore } from '../../core/annotations/store.ts';
import { useHashiya } from './hashiya.ts';

const { run, write, read, folder } = useHashiya();

const TEXT = 'افتتاح الميناء\nزار سامر حداد اللاذقية أمس\n';

/** What an annotator's file says of an article, as "label words". */
const annotations = (file: string, text = TEXT): string[] =>
  parseStore(read(file), text).annotations.map(({ label, anchor }) => `${label} ${anchor.exact}`);

/** A dataset in the columns of CoNLL, of the second line of the article. */
const CONLL = 'زار O\nسامر B-PERSON\nحداد I-PERSON\nاللاذقية B-GPE\nأمس O\n';

test('spans become annotations of the article that has the words', () => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  const done = run('import', 'd.conll', '-f', 'conll', '-a', 'salma', '--rename', 'PERSON=PER');
  expect(done).toMatchObject({ status: 0, out: '' });
  expect(done.err).toContain('Took 2 annotations into 1 article; 0 could not be taken');
  expect(annotations('annotations/salma/articles/a.txt.jsonl')).toEqual(['PER سامر حداد', 'GPE اللاذقية']);
});

test('importing twice changes nothing', () => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  const once = ['import', 'd.conll', '-f', 'conll', '-a', 'salma', '--rename', 'PERSON=PER'];
  run(...once);
  const before = read('annotations/salma/articles/a.txt.jsonl');
  expect(run(...once).err).toContain('2 spans known already.');
  expect(read('annotations/salma/articles/a.txt.jsonl')).toBe(before);
});

test('marks lie apart from annotations, and are exported as silver', () => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  expect(run('import', 'd.conll', '-f', 'conll', '--marks').status).toBe(0);
  expect(annotations('marks/articles/a.txt.jsonl')).toEqual(['GPE اللاذقية']);
  const exported = run('export', '-f', 'spacy-jsonl', '--marks');
  const record = JSON.parse(exported.out) as {
    meta: { spans: { entities: { source: string; silver: boolean }[] } };
  };
  expect(record.meta.spans.entities).toContainEqual(
    expect.objectContaining({ source: 'import/conll', silver: true }),
  );
});

test('an annotator whom the project does not list is told, for its check would refuse them', () => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  write('hashiya.json', '{"annotators": ["huda"]}');
  const as = (name: string): string => run('import', 'd.conll', '-f', 'conll', '-a', name).err;
  expect(as('salma')).toContain('hashiya.json: "salma" is not among the "annotators"');
  expect(as('huda')).not.toContain('among');
  expect(as('gold')).not.toContain('among');
});

test('what nobody had decided on is left out, and how to take it is told', () => {
  write('articles/a.txt', TEXT);
  const at = TEXT.indexOf('سامر');
  const span = { start: at, end: at + 'سامر حداد'.length, label: 'PER' };
  write('d.jsonl', JSON.stringify({ text: TEXT, spans: [span] }));
  const done = run('import', 'd.jsonl', '-f', 'prodigy', '-a', 'salma');
  expect(done.err).toContain('Took 0 annotations');
  expect(done.err).toContain('--silver takes what nobody had decided on as annotations, --marks as marks');
  expect(run('import', 'd.jsonl', '-f', 'prodigy', '-a', 'salma', '--silver').err).toContain('Took 1 ann');
});

test('a label that the project lacks is told, with what to do', () => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  const done = run('import', 'd.conll', '-f', 'conll', '-a', 'salma', '--strict', '--losses', 'losses.jsonl');
  expect(done.status).toBe(1);
  expect(done.err).toContain('articles/a.txt:1: PERSON «سامر حداد»: the project has no such label');
  expect(done.err).toContain('--rename PERSON=PER');
  expect(JSON.parse(read('losses.jsonl'))).toMatchObject({ label: 'PERSON', reason: 'unknown-label' });
});

test('texts without an article are told, or written where asked', () => {
  write('d.conll', CONLL);
  expect(run('import', 'd.conll', '-f', 'conll', '-a', 'salma').err).toContain(
    'no article of the project has these words',
  );
  const done = run(
    'import',
    'd.conll',
    '-f',
    'conll',
    '-a',
    'salma',
    '--articles',
    'articles',
    '--rename',
    'PERSON=PER',
  );
  expect(done.err).toContain('1 article written to articles.');
  expect(annotations('annotations/salma/articles/00001.txt.jsonl', read('articles/00001.txt'))).toEqual([
    'PER سامر حداد',
    'GPE اللاذقية',
  ]);
});

test('a dry run writes nothing', () => {
  write('d.conll', CONLL);
  const done = run('import', 'd.conll', '-f', 'conll', '-a', 'salma', '--articles', 'articles', '--dry-run');
  expect(done.err).toContain('Would take 1 annotation into 1 article');
  expect(['articles', 'annotations'].map((name) => existsSync(path.join(folder(), name)))).toEqual([
    false,
    false,
  ]);
});

test.each([
  [['d.conll', '-f', 'conll'], 'say either whose annotations these shall be, with --annotator, or --marks'],
  [['d.conll', '-f', 'spacy-jsonl', '--marks'], 'nothing in it can be read as spacy-jsonl'],
  [['d.conll', '-f', 'spacy-jsonl', '--marks'], 'it reads as conll'],
  [['nix', '-f', 'conll', '--marks'], 'nix: there is no such file'],
  [['d.conll', '-f', 'nix', '--marks'], 'there is no format "nix"; there are '],
])('refuses %j', (args, words) => {
  write('articles/a.txt', TEXT);
  write('d.conll', CONLL);
  const done = run('import', ...args);
  expect(done).toMatchObject({ status: 2, out: '' });
  expect(done.err).toContain(words);
});
