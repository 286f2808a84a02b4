import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, MarkupContent } from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseStore } from '../../../core/annotations/store.ts';
import { introduce, positionOf, rangeOf, wordsAt } from './connect.ts';
import type { TestClient } from './connect.ts';
import { memoryFiles } from './memory-files.ts';

/** The real bundle, in a process of its own, on files of its own. */
const program = mkdtempSync(path.join(os.tmpdir(), 'hashiya-server-'));
const TEXT =
  'أعلنت روسيا في 12 سبتمبر 2023 أن القمة انتهت.\nوقالت روسيا إن 25% من المقاعد شغرت في قاعة البركة.\n';

let folder = '';
let running: ChildProcess | undefined;
let client: TestClient;

beforeAll(() => {
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'build-server.mjs'), program]);
});
afterAll(() => rmSync(program, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya corpus '));
  mkdirSync(path.join(folder, 'articles'));
  writeFileSync(path.join(folder, 'articles/خبر.txt'), TEXT);
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

const uri = (): string => pathToFileURL(path.join(folder, 'articles/خبر.txt')).href;
const annotations = (): string => path.join(folder, 'annotations/salma/articles/خبر.txt.jsonl');
const stored = (text: string): string[] =>
  parseStore(readFileSync(annotations(), 'utf8'), text).annotations.map(
    ({ decision, label, anchor }) => `${decision} ${label} ${anchor.exact}`,
  );

async function start(transport: '--stdio' | '--node-ipc' = '--stdio'): Promise<void> {
  const server = spawn(process.execPath, [path.join(program, 'server.cjs'), transport], {
    stdio: transport === '--stdio' ? ['pipe', 'pipe', 'inherit'] : ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running = server;
  const connection =
    transport === '--stdio' && server.stdout && server.stdin
      ? createProtocolConnection(
          new StreamMessageReader(server.stdout),
          new StreamMessageWriter(server.stdin),
        )
      : createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  client = await introduce(connection, memoryFiles(), { folder: pathToFileURL(folder).href }, () =>
    connection.dispose(),
  );
}

/** Says goodbye as the protocol wants it; the process must end by itself. */
async function stop(): Promise<number | null> {
  const server = running;
  if (!server) return null;
  running = undefined;
  expect(client.told.errors, 'errors in the log').toEqual([]);
  await client.connection.sendRequest('shutdown');
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  await client.connection.sendNotification('exit');
  const status = await ended;
  client.dispose();
  return status;
}

describe('the server in a process of its own', () => {
  it('carries an annotation from its making through edits and undo to another day', async () => {
    await start();
    await client.open(uri(), TEXT);
    const marks = await client.diagnostics(uri());
    const percent = marks.find(({ code }) => code === 'entity/PERCENT');
    if (!percent) throw new Error('25% was not marked.');
    const hover = await client.hover(uri(), percent.range.start);
    expect((hover?.contents as MarkupContent).value).toContain('Percentage');
    const [accept] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range: percent.range,
      context: { diagnostics: [percent] },
    });
    await client.connection.sendRequest('workspace/executeCommand', accept?.command as object);
    expect(stored(TEXT)).toEqual(['accepted PERCENT 25%']);
    const hall = { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' } as const;
    expect(await client.act(uri(), 1, hall)).toMatchObject({ done: true });
    const summit = { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' } as const;
    expect(await client.act(uri(), 1, summit)).toMatchObject({ done: true });
    expect(await client.act(uri(), 1, { kind: 'undo' })).toMatchObject({ done: true, message: 'Undone.' });
    const both = ['accepted PERCENT 25%', 'accepted FAC قاعة البركة'];
    expect(stored(TEXT)).toEqual(both);
    const at = positionOf(TEXT, 'وقالت');
    await client.change(uri(), 2, { range: { start: at, end: at }, text: 'سطر جديد.\n' });
    const edited = TEXT.replace('وقالت', 'سطر جديد.\nوقالت');
    const carried = (await client.state(uri())).items.filter(({ state }) => state === 'accepted');
    expect(carried.map(({ range }) => wordsAt(edited, range))).toEqual(['25%', 'قاعة البركة']);
    writeFileSync(path.join(folder, 'articles/خبر.txt'), edited);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri() } });
    expect(await stop(), 'exit status').toBe(0);
    expect(
      parseStore(readFileSync(annotations(), 'utf8'), edited).textChanged,
      'written for the old text',
    ).toBe(false);
    expect(readdirSync(path.dirname(annotations())), 'temporary files').toEqual(['خبر.txt.jsonl']);

    await start();
    await client.open(uri(), edited);
    const reopened = (await client.state(uri())).items.filter(({ state }) => state === 'accepted');
    expect(reopened.map(({ range }) => wordsAt(edited, range))).toEqual(['25%', 'قاعة البركة']);
  });

  it('speaks over the IPC of Node too, as the editor starts it', async () => {
    await start('--node-ipc');
    await client.open(uri(), TEXT);
    expect((await client.diagnostics(uri())).map(({ code }) => code)).toContain('entity/PERCENT');
  });

  it.skipIf(process.getuid?.() === 0)(
    'says so when a folder is read-only, and writes all when it is not',
    async () => {
      await start();
      await client.open(uri(), TEXT);
      chmodSync(folder, 0o500);
      const tag = { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' } as const;
      const failed = await client.act(uri(), 1, tag);
      chmodSync(folder, 0o700);
      expect(failed).toMatchObject({
        done: true,
        trouble: true,
        message: expect.stringContaining('EACCES') as string,
      });
      await client.act(uri(), 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
      expect(stored(TEXT)).toEqual(['accepted EVENT القمة', 'accepted FAC قاعة البركة']);
    },
  );

  it('says so when a file lies where the folder of annotations should be, and writes all when it is gone', async () => {
    await start();
    await client.open(uri(), TEXT);
    const obstacle = path.join(folder, 'annotations');
    writeFileSync(obstacle, 'not a folder');
    const failed = await client.act(uri(), 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'القمة')],
      label: 'EVENT',
    });
    expect(failed).toMatchObject({
      done: true,
      trouble: true,
      message: expect.stringContaining('kept in memory') as string,
    });
    rmSync(obstacle);
    await client.act(uri(), 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    expect(stored(TEXT)).toEqual(['accepted EVENT القمة', 'accepted FAC قاعة البركة']);
  });
});
