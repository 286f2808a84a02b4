import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { useHashiya } from './hashiya.ts';
import { annotated, story } from './stories.ts';

const cli = useHashiya();
const { run: hashiya, write: file, read } = cli;

describe('status', () => {
  test('lists, and sets without touching an annotation', () => {
    annotated(cli, 'articles/a.txt', story(1), ['huda', 'salma']);
    annotated(cli, 'articles/b.txt', story(2), ['huda']);
    const store = storePath('huda', 'articles/a.txt');
    const before = read(store);
    expect(
      hashiya('status', '--json')
        .out.trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([
      { file: 'articles/a.txt', annotator: 'huda', status: 'in-work' },
      { file: 'articles/a.txt', annotator: 'salma', status: 'in-work' },
      { file: 'articles/b.txt', annotator: 'huda', status: 'in-work' },
      { file: 'articles/b.txt', annotator: 'salma', status: 'new' },
    ]);
    expect(hashiya('status', '.', '-a', 'huda', '--set', 'done', 'articles/a.txt')).toEqual({
      status: 0,
      out: '1 article done by huda.\n',
      err: '',
    });
    expect(read(store).split('\n').slice(1)).toEqual(before.split('\n').slice(1));
    expect(hashiya('status').out).toMatch(/articles\/a\.txt +done +in-work\n/);
    // Nothing to annotate is a result too.
    expect(hashiya('status', '.', '-a', 'salma', '--set', 'checked', 'articles/b.txt').status).toBe(0);
    expect(parseStore(read(storePath('salma', 'articles/b.txt')), story(2))).toMatchObject({
      header: { facts: { status: 'checked' }, source: 'articles/b.txt' },
      annotations: [],
      problems: [],
      textChanged: false,
    });
  });

  test('a link that leads out of the project is not followed to write', () => {
    annotated(cli, 'articles/a.txt', story(1), []);
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'hashiya-elsewhere-'));
    symlinkSync(elsewhere, cli.folder('annotations'));
    const { status, err } = hashiya('status', '.', '-a', 'huda', '--set', 'done', 'articles/a.txt');
    expect([status, err]).toEqual([2, expect.stringContaining('a link leads out of the project')]);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  const wrong: readonly [args: string[], says: string][] = [
    [['--set', 'finished', 'a.txt'], 'there is no status "finished"'],
    [['--set', 'done'], 'say which articles are done'],
    [['-a', 'huda', '--set', 'done', 'b.txt'], 'b.txt: the project has no such article'],
    [['--set', 'done', 'a.txt'], 'say whose status that is: --annotator NAME'],
  ];
  test.each(wrong)('%j ends with 2 and says why', (args, says) => {
    file('a.txt', story(1));
    const run = hashiya('status', '.', ...args);
    expect(run.status).toBe(2);
    expect(run.err).toContain(says);
  });
});
