import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyPath, parseHistory } from '../../core/annotations/history.ts';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { SAVE_REQUEST } from '../../server/protocol.ts';
import type { SaveResult } from '../../server/protocol.ts';
import { PATIENCE, rangeOf } from '../unit/server/connect.ts';
import { buildServer, startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const ARTICLE = 'articles/خبر.txt';
const NAMES = ['سعيد الراوي', 'منى الحداد', 'كريم العطار'] as const;
const TEXT = NAMES.map((name) => `وقال ${name} إن العمل في الجسر الجديد سينتهي.\n`).join('');
const STORE = storePath('salma', ARTICLE);

let program = '';
let project = '';
let server: ServerProcess;
beforeAll(() => {
  program = buildServer();
  return () => rmSync(program, { recursive: true });
});
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'hashiya faults '));
  return async () => {
    // Whatever had happened, the server said nothing of its own inner life, and ends when it is told to.
    await server.client.connection.sendRequest('shutdown');
    await server.client.connection.sendNotification('exit');
    expect(await server.ended).toBe(0);
    expect(server.said()).toBe('');
    expect(server.client.told.errors).toEqual([]);
    server.client.dispose();
    rmSync(project, { recursive: true, force: true });
  };
});

const at = (name: string): string => path.join(project, name);
const uriOf = (name: string): string => pathToFileURL(at(name)).href;
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
};

async function start(): Promise<void> {
  write(ARTICLE, TEXT);
  server = await startServerProcess(program, project);
}
const open = (): Promise<void> => server.client.open(uriOf(ARTICLE), TEXT);
const tag = (name: string) =>
  server.client.act(uriOf(ARTICLE), 1, { kind: 'tag', ranges: [rangeOf(TEXT, name)], label: 'PER' });
const undo = () => server.client.act(uriOf(ARTICLE), 1, { kind: 'undo' });
const save = (): Promise<SaveResult> =>
  server.client.connection.sendRequest(SAVE_REQUEST, { uri: uriOf(ARTICLE) });
/** Tells the server what the watcher of an editor would. */
const watched = (...changes: { name: string; type: 1 | 2 | 3 }[]): Promise<void> =>
  server.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(({ name, type }) => ({ uri: uriOf(name), type })),
  });
const stored = (store = STORE): string[] => {
  const { annotations, problems } = parseStore(readFileSync(at(store), 'utf8'), TEXT);
  expect(problems).toEqual([]);
  return annotations.map(({ anchor }) => anchor.exact);
};
const shown = async (): Promise<number> =>
  (await server.client.state(uriOf(ARTICLE))).items.filter(({ state }) => state === 'accepted').length;

/** A disk of its own of so many kilobytes where the project is, which only the superuser of Linux may make. */
const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const canMount = ((): boolean => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'hashiya disk '));
  const mounted = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place);
  if (mounted) spawnSync('umount', [place]);
  rmSync(place, { recursive: true });
  return mounted;
})();

describe.skipIf(!canMount)('a disk of its own (where this user may mount one)', () => {
  beforeEach(() => {
    expect(mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', project)).toBe(true);
    return () => expect(spawnSync('umount', ['--lazy', project]).status).toBe(0);
  });

  /** Writes until nothing more goes onto the disk. */
  const fill = (): void => {
    for (let n = 0; ; n++)
      try {
        write(`filler/${n}`, 'x'.repeat(1024));
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        return;
      }
  };

  const FAULTS: readonly (readonly [what: string, breakIt: () => void, mendIt: () => void, says: string])[] =
    [
      ['that is full', fill, () => rmSync(at('filler'), { recursive: true }), 'ENOSPC'],
      [
        'that is read-only',
        () => expect(mount('-o', 'remount,ro', project)).toBe(true),
        () => expect(mount('-o', 'remount,rw', project)).toBe(true),
        'EROFS',
      ],
    ];
  it.each(FAULTS)(
    '%s: said, kept, the file as it was; all is written when it is not',
    async (_, breakIt, mendIt, says) => {
      await start();
      await open();
      expect(await tag(NAMES[0])).toMatchObject({ done: true, trouble: false });
      const before = readFileSync(at(STORE), 'utf8');
      breakIt();
      expect(await tag(NAMES[1])).toMatchObject({
        done: true,
        trouble: true,
        message: expect.stringMatching(
          new RegExp(`Annotations not saved: .*${says}.* kept in memory`),
        ) as string,
      });
      expect((await server.client.state(uriOf(ARTICLE))).unsaved).toContain(says);
      expect((await save()).unsaved).toContain(says);
      expect(await shown()).toBe(2);
      expect(readFileSync(at(STORE), 'utf8')).toBe(before);
      expect(readdirSync(path.dirname(at(STORE))), 'temporary files').toEqual(['خبر.txt.jsonl']);
      mendIt();
      expect(await save()).toEqual({ unsaved: null });
      expect(stored()).toEqual(NAMES.slice(0, 2));
      expect(await tag(NAMES[2])).toMatchObject({ done: true, trouble: false });
      const history = parseHistory(readFileSync(at(historyPath('salma', ARTICLE)), 'utf8'), TEXT);
      expect(history.map(({ kind }) => kind)).toEqual(['step', 'step', 'step']);
    },
  );
});

describe('files that are damaged', () => {
  it('annotations with bytes that are no text: the rest is read, the file is kept aside, told in the end', async () => {
    await start();
    await open();
    for (const name of NAMES) await tag(name);
    await server.client.close(uriOf(ARTICLE));
    const bytes = readFileSync(at(STORE));
    const middle = bytes.indexOf(NAMES[1]);
    bytes.fill(0xff, middle, middle + 5);
    write(STORE, bytes);
    await open();
    await expect.poll(shown, { timeout: PATIENCE }).toBe(2);
    expect(readdirSync(path.dirname(at(STORE))), 'opening writes nothing').toEqual(['خبر.txt.jsonl']);
    await tag(NAMES[1]);
    expect(stored()).toEqual([...NAMES]);
    expect(readFileSync(at(`${STORE}.broken`)).equals(bytes)).toBe(true);
    expect(server.client.told.messages).toEqual([
      expect.stringContaining('cannot be read'),
      expect.stringContaining('خبر.txt.jsonl.broken'),
    ]);
  });

  it('a history of garbage takes nothing but undo, and is added to as it is', async () => {
    const garbage = Buffer.concat([
      Buffer.from('{"id":'),
      Buffer.from([0xff, 0xfe, 0, 0x0a]),
      Buffer.from('null\n[1]\n'),
    ]);
    write(historyPath('salma', ARTICLE), garbage);
    await start();
    await open();
    expect(await undo()).toMatchObject({ done: false });
    expect(await tag(NAMES[0])).toMatchObject({ done: true, trouble: false });
    expect(await undo()).toMatchObject({ done: true });
    expect(stored()).toEqual([]);
    const history = readFileSync(at(historyPath('salma', ARTICLE)));
    expect(history.subarray(0, garbage.length).equals(garbage)).toBe(true);
  });

  it.each([
    ['cut off', '{ "annot'],
    ['empty', ''],
    ['garbage', Uint8Array.of(0xff, 0, 0x7b, 0xfe)],
  ])('hashiya.json that becomes %s holds as it was, and is told, until it is mended', async (_, garbage) => {
    write('hashiya.json', '{ "annotator": "هدى" }');
    await start();
    await open();
    await tag(NAMES[0]);
    write('hashiya.json', garbage);
    await watched({ name: 'hashiya.json', type: 2 });
    await tag(NAMES[1]);
    expect(stored(storePath('هدى', ARTICLE))).toEqual(NAMES.slice(0, 2));
    expect(existsSync(at('annotations/salma'))).toBe(false);
    const problems = () =>
      server.client.told.pushed.filter(({ uri }) => uri === uriOf('hashiya.json')).at(-1);
    await expect.poll(() => problems()?.diagnostics.length, { timeout: PATIENCE }).toBeGreaterThan(0);
    write('hashiya.json', '{ "annotator": "salma" }');
    await watched({ name: 'hashiya.json', type: 2 });
    await expect
      .poll(async () => (await server.client.state(uriOf(ARTICLE))).annotator, { timeout: PATIENCE })
      .toBe('salma');
    expect(problems()?.diagnostics).toEqual([]);
  });
});

describe('an article that goes while it is open', () => {
  it('deleted: what is done to it in the editor is kept on disk, for when it comes back', async () => {
    await start();
    await open();
    await tag(NAMES[0]);
    rmSync(at(ARTICLE));
    await watched({ name: ARTICLE, type: 3 });
    expect(await tag(NAMES[1])).toMatchObject({ done: true, trouble: false });
    await server.client.close(uriOf(ARTICLE));
    write(ARTICLE, TEXT);
    await watched({ name: ARTICLE, type: 1 });
    await open();
    expect(await shown()).toBe(2);
    expect(stored()).toEqual(NAMES.slice(0, 2));
  });
});

describe('a clock that cannot be relied on', () => {
  it('a file that others change in place, with the time and the size that it had, loses nothing', async () => {
    await start();
    await open();
    await tag(NAMES[0]);
    const { atime, mtime, size, ino } = statSync(at(STORE));
    const changed = readFileSync(at(STORE), 'utf8').replace('"value":"PER"', '"value":"ORG"');
    writeFileSync(at(STORE), changed);
    utimesSync(at(STORE), atime, mtime);
    expect(statSync(at(STORE))).toMatchObject({ mtime, size, ino });
    await tag(NAMES[1]);
    const { annotations } = parseStore(readFileSync(at(STORE), 'utf8'), TEXT);
    expect(annotations.map(({ label, anchor }) => `${label} ${anchor.exact}`)).toEqual([
      `ORG ${NAMES[0]}`,
      `PER ${NAMES[1]}`,
    ]);
  });

  it('a file that comes from the past is read all the same', async () => {
    await start();
    await open();
    for (const name of NAMES) await tag(name);
    const lines = readFileSync(at(STORE), 'utf8').split('\n');
    writeFileSync(at(STORE), [...lines.slice(0, 3), ''].join('\n'));
    utimesSync(at(STORE), new Date(0), new Date(0));
    await watched({ name: STORE, type: 2 });
    await expect.poll(shown, { timeout: PATIENCE }).toBe(2);
  });
});
