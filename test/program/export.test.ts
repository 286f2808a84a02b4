import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { useHashiya } from './hashiya.ts';
import { annotated, story, TOWNS } from './stories.ts';

const cli = useHashiya();
const { run: hashiya, write: file, read, folder: at, program } = cli;

interface Record_ {
  readonly text: string;
  readonly meta: {
    readonly file: string;
    readonly spans: Record<string, { annotator?: string; silver?: boolean }[]>;
  };
}
const records = (jsonl: string): Record_[] =>
  jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record_);
const filesIn = (jsonl: string): string[] => records(jsonl).map(({ meta }) => meta.file);

describe('export: what goes in', () => {
  test('of several annotators the first who has worked on an article counts', () => {
    annotated(cli, 'a.txt', story(1), ['huda', 'salma']);
    annotated(cli, 'b.txt', story(2), ['salma']);
    const whose = (...args: string[]): unknown =>
      records(hashiya('export', '.', ...args).out).map(({ meta }) => [
        meta.file,
        meta.spans['entities']?.[0]?.annotator,
      ]);
    expect(whose('-a', 'huda', '-a', 'salma')).toEqual([
      ['a.txt', 'huda'],
      ['b.txt', 'salma'],
    ]);
    expect(whose('-a', 'salma', '-a', 'huda')).toEqual([
      ['a.txt', 'salma'],
      ['b.txt', 'salma'],
    ]);
    expect(whose('-a', 'huda')).toEqual([['a.txt', 'huda']]);
    file('hashiya.json', '{ "export": { "annotators": ["huda", "salma"] } }');
    expect(whose()).toEqual([
      ['a.txt', 'huda'],
      ['b.txt', 'salma'],
    ]);
  });

  test('of the status that is asked', () => {
    annotated(cli, 'a.txt', story(1), ['huda'], 'done');
    annotated(cli, 'b.txt', story(2), ['huda'], 'checked');
    annotated(cli, 'c.txt', story(3));
    const run = hashiya('export', '--status', 'done,checked');
    expect(filesIn(run.out)).toEqual(['a.txt', 'b.txt']);
    expect(run.err).toContain('1 article left out: the status is not done or checked.\n');
    expect(filesIn(hashiya('export', '--status', 'in-work').out)).toEqual(['c.txt']);
  });

  test('marks fill in what nobody has finished, and nothing where somebody has', () => {
    const text = `${story(1)}\nوسافر الوفد إلى مصر أمس.`;
    annotated(cli, 'done.txt', text, ['huda'], 'done');
    annotated(cli, 'work.txt', text);
    file('new.txt', text);
    const silver = records(hashiya('export', '--marks').out).map(({ meta }) => [
      meta.file,
      meta.spans['entities']?.some(({ silver }) => silver),
    ]);
    expect(silver).toEqual([
      ['done.txt', false],
      ['new.txt', true],
      ['work.txt', true],
    ]);
  });

  test('labels, families and sentences', () => {
    annotated(cli, 'a.txt', story(1));
    expect(hashiya('export', '--labels', 'ORG').err).toContain('with 0 spans');
    expect(hashiya('export', '--families', 'quotation').err).toContain('with 0 spans');
    expect(hashiya('export', '--families', 'entity', '--labels', 'PER,ORG').err).toContain('with 1 span;');
    const run = hashiya('export', '--sentences');
    expect(filesIn(run.out)).toEqual(['a.txt#1', 'a.txt#2', 'a.txt#3']);
    expect(run.err).toContain('Wrote 3 sentences of 1 article with 1 span; 0 lost or changed.');
    expect(run.err).toContain('Offsets of spacy-jsonl count Unicode code points, ends exclusive.');
  });
});

describe('export --split', () => {
  const project = (): void => {
    for (let n = 0; n < 40; n++) annotated(cli, `articles/${n}.txt`, story(n));
  };
  const splitsOf = (output: string): Record<string, string[]> =>
    Object.fromEntries(readdirSync(at(output)).map((name) => [name, filesIn(read(`${output}/${name}`))]));

  test('writes a file for each split; every article is in one; the same seed gives the same bytes', () => {
    project();
    const run = hashiya('export', '--split', '60/20/20', '--seed', '3', '-o', 'out');
    expect(run.status).toBe(0);
    const splits = splitsOf('out');
    expect(Object.keys(splits)).toEqual(['test.jsonl', 'train.jsonl', 'validation.jsonl']);
    expect(Object.values(splits).flat().sort()).toEqual(
      Array.from({ length: 40 }, (_, n) => `articles/${n}.txt`).sort(),
    );
    const counts = ['train', 'validation', 'test'].map(
      (split) => `${split} ${splits[`${split}.jsonl`]?.length}`,
    );
    expect(run.err).toContain(`Split by ratio, seed 3: ${counts.join(', ')}.\n`);
    hashiya('export', '--split', '60/20/20', '--seed', '3', '-o', 'again');
    hashiya('export', '--split', '60/20/20', '--seed', '4', '-o', 'other');
    expect(splitsOf('again')).toEqual(splits);
    expect(splitsOf('other')).not.toEqual(splits);
  });

  test('a split that an earlier dataset left in the folder is told', () => {
    annotated(cli, 'a.txt', story(1));
    expect(hashiya('export', '--split', '1/0/0', '-o', 'out').err).not.toContain('earlier');
    expect(hashiya('export', '--split', '0/0/1', '-o', 'out').err).toContain(
      `${path.join('out', 'train.jsonl')} is left from an earlier dataset, and no part of this one.\n`,
    );
  });

  test('what an earlier dataset left in a folder of files is told; what was asked for beside it is none of that', () => {
    annotated(cli, 'articles/a.txt', story(1));
    annotated(cli, 'articles/b.txt', story(2));
    file('hashiya.json', '{"include": ["articles/**"]}');
    const brat = (...labels: string[]): string =>
      hashiya('export', '-f', 'brat', '-o', 'out', '--losses', 'out/articles/losses.ann', ...labels).err;
    expect(brat()).not.toContain('no part');
    rmSync(at('articles/b.txt'));
    expect(brat()).toContain(
      'out has 2 files that are no part of this dataset: articles/b.ann, articles/b.txt.\n',
    );
  });

  test.each([
    ['a folder whose texts would be articles', 'dataset', /would be an article/],
    ['the articles themselves', '.', /a\.txt would be an article of the project/],
    ['the annotations', 'annotations', /the project's own: write the dataset somewhere else/],
  ])('is not written into its project: %s', (_what, output, words) => {
    annotated(cli, 'a.txt', story(1));
    const run = hashiya('export', '-f', 'brat', '-o', output);
    expect(run.err).toMatch(words);
    expect(run.status).toBe(2);
    expect(read('a.txt')).toBe(story(1));
    expect(existsSync(at('dataset'))).toBe(false);
    expect(hashiya('export', '-f', 'brat', '-o', at('../beside-' + path.basename(at()))).status).toBe(0);
    rmSync(at('../beside-' + path.basename(at())), { recursive: true });
  });

  test('through a link the file behind it is written, and a pipe is written to, not replaced', () => {
    annotated(cli, 'a.txt', story(1));
    const dataset = hashiya('export', '-f', 'conll').out;
    file('real.conll', 'old');
    symlinkSync('real.conll', at('link.conll'));
    expect(hashiya('export', '-f', 'conll', '-o', 'link.conll').status).toBe(0);
    expect(read('real.conll')).toBe(dataset);
    const piped = spawnSync(
      'sh',
      ['-c', 'mkfifo p && { cat p & "$0" "$1" export -f conll -o p; wait; }', process.execPath, program],
      { cwd: at(), encoding: 'utf8' },
    );
    expect(piped.stdout).toBe(dataset);
    expect(lstatSync(at('p')).isFIFO()).toBe(true);
  });

  test('copies stay together, whichever seed, and that is told', () => {
    project();
    annotated(cli, 'copies/5.txt', story(5).replace('جديد', 'آخر'));
    annotated(cli, 'copies/6.txt', story(6));
    for (const seed of ['1', '2', '3', '4']) {
      const run = hashiya('export', '--split', '1/1', '--seed', seed, '-o', seed);
      expect(run.err).toContain('2 groups of near-duplicates (4 articles) kept together.\n');
      const sides = Object.values(splitsOf(seed));
      for (const n of [5, 6])
        expect(
          sides.filter((files) => files.includes(`articles/${n}.txt`) !== files.includes(`copies/${n}.txt`)),
        ).toEqual([]);
    }
  });

  test('by date, by outlet, by folder', () => {
    for (const [n, day] of ['1 يناير 2024', '5 مارس 2024', '9 مايو 2024'].entries())
      annotated(cli, `${n}.txt`, `تاريخ النشر: ${day}\n${story(n)}\nالمصدر: صحيفة ${TOWNS[n] ?? ''}`);
    hashiya('export', '--split-by', 'date', '--split-dates', '2024-03-01,2024-05-01', '-o', 'days');
    expect(splitsOf('days')).toEqual({
      'train.jsonl': ['0.txt'],
      'validation.jsonl': ['1.txt'],
      'test.jsonl': ['2.txt'],
    });
    hashiya('export', '--split-by', 'date', '--split', '2/1', '-o', 'order');
    expect(splitsOf('order')).toEqual({ 'train.jsonl': ['0.txt', '1.txt'], 'test.jsonl': ['2.txt'] });
    hashiya('export', '--split-by', 'outlet', '--split', '1/1/1', '-o', 'outlets');
    expect(Object.values(splitsOf('outlets')).map(({ length }) => length)).toEqual([1, 1, 1]);
    file(
      'hashiya.json',
      '{ "export": { "splitBy": "folder", "splitFolders": { "train": ["[01].txt"], "test": ["2.txt"] } } }',
    );
    hashiya('export', '-o', 'folders');
    expect(splitsOf('folders')).toEqual({ 'train.jsonl': ['0.txt', '1.txt'], 'test.jsonl': ['2.txt'] });
  });

  const wrong: readonly [args: string[], says: string][] = [
    [['--split', 'half'], '"half" are no shares'],
    [['--split-by', 'date'], 'say shares (--split 80/10/10) or days'],
    [['--split-by', 'outlet'], 'say shares: --split 80/10/10'],
    [['--split-by', 'date', '--split-dates', '2024-13-01'], 'are no days to cut at'],
    [['--split-dates', '2024-01-01'], '--split-dates goes with --split-by date'],
    [['--status', 'finished'], 'there is no status "finished"; there are new, in-work, done, checked'],
    [['--labels', 'PERSON'], 'there is no label "PERSON"'],
    [['--split', '1/1'], 'say with -o in which folder'],
    [['-f', 'brat'], 'brat is a folder of files: say where with -o'],
    [['--lock', 'x.json'], 'say with -o where they go'],
    [['--locked', 'missing.json'], 'missing.json: there is no such file'],
    [['--locked', 'x.json', '--marks'], 'leave out --marks'],
  ];
  test.each(wrong)('%j ends with 2 and says why', (args, says) => {
    annotated(cli, 'a.txt', story(1));
    const run = hashiya('export', ...args);
    expect(run.status).toBe(2);
    expect(run.err).toContain(says);
  });
});
