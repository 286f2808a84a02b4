import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { storePath } from '../../core/annotations/store.ts';
import type { DatasetLock } from '../../core/dataset/lock.ts';
import { useHashiya } from './hashiya.ts';
import { annotated, story } from './stories.ts';

const cli = useHashiya();
const { run: hashiya, write: file, read, folder: at, program } = cli;

describe('export --lock and --locked', () => {
  const lock = (): void => {
    for (let n = 0; n < 12; n++) annotated(cli, `articles/${n}.txt`, story(n));
    const run = hashiya(
      'export',
      '--split',
      '1/1/1',
      '--seed',
      'س',
      '-o',
      'out',
      '--lock',
      'dataset.lock.json',
    );
    expect(run.status, run.err).toBe(0);
  };
  const outputs = (): Record<string, string> =>
    Object.fromEntries(readdirSync(at('out')).map((name) => [name, read(`out/${name}`)]));

  test('makes the same bytes again, at the place that the lock names, whatever the current folder', () => {
    lock();
    const before = outputs();
    rmSync(at('out'), { recursive: true });
    const run = spawnSync(process.execPath, [program, 'export', '--locked', at('dataset.lock.json')], {
      cwd: os.tmpdir(),
      encoding: 'utf8',
    });
    expect(run.stderr).toContain('byte for byte');
    expect(run.status).toBe(0);
    expect(outputs()).toEqual(before);
    const { files } = JSON.parse(read('dataset.lock.json')) as DatasetLock;
    expect(files.map((one) => one.path).sort()).toEqual(Object.keys(before).sort());
  });

  test('the lock of the same dataset has the same bytes; no time is in it', () => {
    lock();
    const first = read('dataset.lock.json');
    lock();
    expect(read('dataset.lock.json')).toBe(first);
  });

  test('articles that came since are left out, and told', () => {
    lock();
    const before = outputs();
    annotated(cli, 'articles/new.txt', story(33));
    const run = hashiya('export', '--locked', 'dataset.lock.json');
    expect(run.err).toContain('1 article came to the project since; the locked dataset is without.');
    expect(run.status).toBe(0);
    expect(outputs()).toEqual(before);
  });

  const CHANGES: readonly [what: string, change: () => void, says: string][] = [
    [
      'a text',
      () => annotated(cli, 'articles/3.txt', story(3).replace('أمس', 'اليوم')),
      'articles/3.txt: the text is another one.',
    ],
    [
      'annotations',
      () => {
        const store = storePath('huda', 'articles/4.txt');
        file(store, read(store).replace('"value":"PER"', '"value":"ORG"'));
      },
      'articles/4.txt: the annotations in annotations/huda/articles/4.txt.jsonl are other ones.',
    ],
    [
      'annotations that are gone',
      () => rmSync(at(storePath('huda', 'articles/5.txt'))),
      'articles/5.txt: the annotations of annotations/huda/articles/5.txt.jsonl are gone.',
    ],
    ['an article that is gone', () => rmSync(at('articles/6.txt')), 'articles/6.txt: the article is gone'],
    [
      'an option',
      () => file('dataset.lock.json', read('dataset.lock.json').replace('"seed": "س"', '"seed": "ش"')),
      'it goes to',
    ],
    [
      'the hash of an output file',
      () =>
        file(
          'dataset.lock.json',
          read('dataset.lock.json').replace(/("path": "test.jsonl",\s+"sha256": ")./, '$1x'),
        ),
      'test.jsonl: its bytes differ.',
    ],
  ];
  test.each(CHANGES)('%s: told, status 1, and nothing is written', (_, change, says) => {
    lock();
    change();
    rmSync(at('out'), { recursive: true });
    const run = hashiya('export', '--locked', 'dataset.lock.json');
    expect(run.status).toBe(1);
    expect(run.err).toContain(says);
    expect(run.err).toContain('Nothing was written');
    expect(existsSync(at('out'))).toBe(false);
  });

  test('what changed without changing the dataset is told, and the dataset made again', () => {
    lock();
    file(
      'dataset.lock.json',
      read('dataset.lock.json').replace(/"tool": "hashiya [^"]+"/, '"tool": "hashiya 0.0.1"'),
    );
    const store = storePath('huda', 'articles/4.txt');
    file(store, `${read(store)}\n`);
    const run = hashiya('export', '--locked', 'dataset.lock.json');
    expect(run.err).toMatch(/The program is another one: hashiya \S+, locked with hashiya 0\.0\.1\./);
    expect(run.err).toContain('articles/4.txt: the annotations');
    expect(run.err).toContain('byte for byte');
    expect(run.status).toBe(0);
  });
});
