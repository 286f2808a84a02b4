import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyPath, parseHistory } from '../../core/annotations/history.ts';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { rangeOf } from '../unit/server/connect.ts';
import { buildServer, startServerProcess } from './server-process.ts';

const ARTICLE = 'articles/a.txt';
const PROJECT_FILE = 'hashiya.json';
const NAMES = ['سلمى', 'كريم', 'هدى', 'نادر', 'ليلى', 'رامي'];
const TEXT = NAMES.map((name) => `وقال ${name} إن العمل سينتهي غدا.`).join('\n');

const hasGit = spawnSync('git', ['--version']).status === 0;

let program = '';
let project = '';
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'hashiya git '));
  mkdirSync(path.join(project, 'articles'));
  writeFileSync(path.join(project, ARTICLE), TEXT);
  return () => rmSync(project, { recursive: true });
});

/** Runs git in the project, as nobody in particular. */
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
}

/** An annotator tags names of the article, in a session of their own. */
async function annotate(annotator: string, names: readonly string[]): Promise<void> {
  writeFileSync(path.join(project, PROJECT_FILE), JSON.stringify({ annotator }));
  const uri = pathToFileURL(path.join(project, ARTICLE)).href;
  const { client, child, ended } = await startServerProcess(program, project);
  await client.open(uri, TEXT);
  for (const name of names) {
    const action = { kind: 'tag', ranges: [rangeOf(TEXT, name)], label: 'PER' } as const;
    expect(await client.act(uri, 1, action), `${annotator} tags ${name}`).toMatchObject({ done: true });
  }
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  await ended;
  child.kill();
  client.dispose();
  rmSync(path.join(project, PROJECT_FILE));
}

function namesOf(annotator: string): string[] {
  const { annotations, problems } = parseStore(
    readFileSync(path.join(project, storePath(annotator, ARTICLE)), 'utf8'),
    TEXT,
  );
  expect(problems).toEqual([]);
  return annotations.map(({ anchor }) => anchor.exact);
}

const stepsOf = (annotator: string): number =>
  parseHistory(readFileSync(path.join(project, historyPath(annotator, ARTICLE)), 'utf8'), TEXT).length;

describe.skipIf(!hasGit)('git merges without a conflict what was annotated on two branches', () => {
  beforeEach(() => {
    // As docs/annotation-files.md asks.
    writeFileSync(path.join(project, '.gitattributes'), 'history/** merge=union\n');
    git('init', '--quiet', '--initial-branch', 'main');
  });

  it('by two annotators, of one article', async () => {
    commit();
    git('switch', '--quiet', '--create', 'other');
    await annotate('huda', ['سلمى', 'كريم', 'هدى']);
    commit();
    git('switch', '--quiet', 'main');
    await annotate('salma', ['سلمى', 'كريم']);
    commit();
    git('merge', '--quiet', '--message', 'x', 'other');
    expect([namesOf('huda'), namesOf('salma')]).toEqual([
      ['سلمى', 'كريم', 'هدى'],
      ['سلمى', 'كريم'],
    ]);
  });

  it('by one annotator, at different places of an article; what is undone comes from both', async () => {
    await annotate('huda', ['هدى', 'نادر']);
    commit();
    git('switch', '--quiet', '--create', 'other');
    await annotate('huda', ['سلمى']);
    commit();
    git('switch', '--quiet', 'main');
    await annotate('huda', ['رامي']);
    commit();
    git('merge', '--quiet', '--message', 'x', 'other');
    expect(existsSync(path.join(project, historyPath('huda', ARTICLE)))).toBe(true);
    expect(namesOf('huda')).toEqual(['سلمى', 'هدى', 'نادر', 'رامي']);
    expect(stepsOf('huda')).toBe(4);
  });
});
