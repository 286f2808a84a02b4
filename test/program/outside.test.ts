import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folderName, storePath } from '../../core/annotations/store.ts';
import { rangeOf } from '../unit/server/connect.ts';
import { buildServer, startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const TEXT = 'وقال سعيد الراوي إن العمل سينتهي.\n';

let program = '';
let around = '';
let project = '';
let server: ServerProcess | undefined;
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});
beforeEach(() => {
  around = mkdtempSync(path.join(os.tmpdir(), 'hashiya around '));
  project = path.join(around, 'project');
  mkdirSync(path.join(project, 'articles'), { recursive: true });
  mkdirSync(path.join(around, 'elsewhere'));
  writeFileSync(path.join(project, 'articles/a.txt'), TEXT);
  return async () => {
    server?.child.kill('SIGKILL');
    await server?.ended;
    server?.client.dispose();
    server = undefined;
    rmSync(around, { recursive: true });
  };
});

/** Tags a name in an article of the project; what the server says of it. */
async function tag(article = 'articles/a.txt') {
  server = await startServerProcess(program, project);
  const uri = `${pathToFileURL(project).href}/${article}`;
  await server.client.open(uri, TEXT);
  return server.client.act(uri, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'سعيد الراوي')], label: 'PER' });
}

/** Every file and folder outside of the project, and what the files hold. */
const outside = (): string[] =>
  readdirSync(around, { recursive: true, withFileTypes: true })
    .filter(({ parentPath, name }) => !`${path.join(parentPath, name)}/`.startsWith(`${project}/`))
    .map(({ parentPath, name }) => path.relative(around, path.join(parentPath, name)))
    .sort();

describe('nothing outside of a project is written', () => {
  it.each(['../../x', '..', '../elsewhere', '/etc', 'C:\\x', 'a/../../../elsewhere', '%2e%2e/%2e%2e/x', ''])(
    'for the annotator “%s”',
    async (annotator) => {
      writeFileSync(path.join(project, 'hashiya.json'), JSON.stringify({ annotator }));
      expect(await tag()).toMatchObject({ done: true });
      const name = folderName(annotator || 'salma');
      expect(readdirSync(path.join(project, 'annotations'))).toEqual([name]);
      expect(path.join(project, storePath(annotator || 'salma', 'articles/a.txt'))).toBe(
        path.join(project, 'annotations', name, 'articles/a.txt.jsonl'),
      );
      expect(outside()).toEqual(['elsewhere']);
    },
  );

  it.each(['annotations', 'annotations/salma', 'annotations/salma/articles', 'history', 'history/salma'])(
    'where %s is a link that leads there',
    async (link) => {
      mkdirSync(path.dirname(path.join(project, link)), { recursive: true });
      symlinkSync(path.join(around, 'elsewhere'), path.join(project, link));
      const result = await tag();
      if (link.startsWith('annotations'))
        expect(result).toMatchObject({
          done: true,
          trouble: true,
          message: expect.stringContaining('leads out of the project') as string,
        });
      expect(outside()).toEqual(['elsewhere']);
    },
  );

  it.each(['annotations/salma/articles/a.txt.jsonl', 'history/salma/articles/a.txt.jsonl'])(
    'where %s is a link to a file there, or to none',
    async (link) => {
      const target = path.join(around, 'elsewhere/profile');
      mkdirSync(path.dirname(path.join(project, link)), { recursive: true });
      symlinkSync(target, path.join(project, link));
      await tag();
      expect(existsSync(target)).toBe(false);
      writeFileSync(target, 'theirs\n');
      const uri = pathToFileURL(path.join(project, 'articles/a.txt')).href;
      await server?.client.act(uri, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'العمل')], label: 'EVENT' });
      expect(readFileSync(target, 'utf8')).toBe('theirs\n');
    },
  );

  it('for an article that is a link itself: its annotations stay in the project', async () => {
    writeFileSync(path.join(around, 'elsewhere/b.txt'), TEXT);
    symlinkSync(path.join(around, 'elsewhere/b.txt'), path.join(project, 'articles/b.txt'));
    expect(await tag('articles/b.txt')).toMatchObject({ done: true });
    expect(existsSync(path.join(project, storePath('salma', 'articles/b.txt')))).toBe(true);
    expect(outside()).toEqual(['elsewhere', 'elsewhere/b.txt']);
  });

  it.each(['articles/%2e%2e/%2e%2e/%2e%2e/a.txt', 'articles/..%2f..%2f..%2fa.txt'])(
    'for an article that a client names %s',
    async (name) => {
      await tag(name);
      expect(outside()).toEqual(['elsewhere']);
    },
  );
});
