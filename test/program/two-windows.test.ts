import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { PATIENCE, rangeOf } from '../unit/server/connect.ts';
import { buildServer, startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const ARTICLE = 'articles/a.txt';
/** So many rounds in which both windows act. */
const ROUNDS = 15;
const nameOf = (n: number): string => `اسم${String(n).padStart(3, '0')}`;
const TEXT = Array.from({ length: ROUNDS * 2 }, (_, n) => `وقال ${nameOf(n)} إن العمل سينتهي.`).join('\n');

let program = '';
let project = '';
let windows: ServerProcess[] = [];
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});
beforeEach(async () => {
  project = mkdtempSync(path.join(os.tmpdir(), 'hashiya corpus '));
  mkdirSync(path.join(project, 'articles'));
  writeFileSync(path.join(project, ARTICLE), TEXT);
  windows = await Promise.all([0, 1].map(() => startServerProcess(program, project)));
  for (const { client } of windows) await client.open(uriOf(ARTICLE), TEXT);
  return async () => {
    for (const { child, client, ended } of windows) {
      child.kill();
      await ended;
      client.dispose();
    }
    rmSync(project, { recursive: true });
  };
});

const uriOf = (name: string): string => pathToFileURL(path.join(project, name)).href;

async function tag(window: number, n: number, article = ARTICLE): Promise<void> {
  const action = { kind: 'tag', ranges: [rangeOf(TEXT, nameOf(n))], label: 'PER' } as const;
  const result = await windows[window]?.client.act(uriOf(article), 1, action);
  expect(result, `window ${window} tags ${nameOf(n)}`).toMatchObject({ done: true, trouble: false });
}

/** What the watcher of an editor tells each window once files have changed. */
async function watched(): Promise<void> {
  for (const { client } of windows)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(storePath('salma', ARTICLE)), type: 2 }],
    });
}

function stored(article = ARTICLE): string[] {
  const content = readFileSync(path.join(project, storePath('salma', article)), 'utf8');
  const { annotations, problems } = parseStore(content, TEXT);
  expect(problems).toEqual([]);
  return annotations.map(({ anchor }) => anchor.exact).sort();
}

const shownIn = async ({ client }: ServerProcess): Promise<string[]> => {
  const lines = TEXT.split('\n');
  return (await client.state(uriOf(ARTICLE))).items
    .filter(({ state }) => state === 'accepted')
    .map(({ range: { start, end } }) => (lines[start.line] ?? '').slice(start.character, end.character))
    .sort();
};

describe('two windows in which one annotator works on one article', () => {
  it('that act in turn see and keep what the other did, though no watcher told them', async () => {
    for (let n = 0; n < ROUNDS; n++) await tag(n % 2, n);
    expect(stored()).toEqual(Array.from({ length: ROUNDS }, (_, n) => nameOf(n)));
  });

  it('that act at the same moment lose nothing, and show the same once the watcher told them', async () => {
    const expected: string[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      await Promise.all([tag(0, 2 * n), tag(1, 2 * n + 1)]);
      expected.push(nameOf(2 * n), nameOf(2 * n + 1));
      expect(stored(), `after round ${n + 1}`).toEqual(expected);
    }
    await watched();
    for (const window of windows)
      await expect.poll(() => shownIn(window), { timeout: PATIENCE }).toEqual(expected);
  });

  it('that begin an article at the same moment lose nothing', async () => {
    for (let n = 0; n < 10 * ROUNDS; n++) {
      const article = `articles/${n % 2 === 0 ? '' : `${n}/`}new-${n}.txt`;
      for (const { client } of windows) await client.open(uriOf(article), TEXT);
      await Promise.all([tag(0, 0, article), tag(1, 1, article)]);
      expect(stored(article), article).toEqual([nameOf(0), nameOf(1)]);
      for (const { client } of windows) await client.close(uriOf(article));
    }
  });

  it('that decide the same at the same moment make one annotation, which undo in either takes back', async () => {
    for (let n = 0; n < ROUNDS; n++) {
      await Promise.all([tag(0, n), tag(1, n)]);
      expect(stored(), `round ${n + 1}`).toEqual([nameOf(n)]);
      const undone = await windows[n % 2]?.client.act(uriOf(ARTICLE), 1, { kind: 'undo' });
      expect(undone, `undo ${n + 1}`).toMatchObject({ done: true });
      expect(stored(), `behind undo ${n + 1}`).toEqual([]);
      await watched();
      for (const window of windows)
        await expect.poll(() => shownIn(window), { timeout: PATIENCE }).toEqual([]);
    }
  });
});
