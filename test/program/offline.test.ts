import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useHashiya } from './hashiya.ts';
import { buildServer, startServerProcess } from './server-process.ts';

/** Runs a command where there is no network at all, not even the machine's own loop (network_namespaces(7)). */
const OFFLINE = ['unshare', '--map-root-user', '--net'];
const [unshare = '', ...how] = OFFLINE;
const canBeOffline = spawnSync(unshare, [...how, 'true']).status === 0;

const samples = path.join(import.meta.dirname, '../../samples');
const { program, folder, run } = useHashiya();

describe.skipIf(!canBeOffline)('without a network', () => {
  test('there is none to be had', () => {
    const reach = "net.connect(65_000, '127.0.0.1').on('error', ({ code }) => console.log(code))";
    const { stdout } = spawnSync(unshare, [...how, process.execPath, '--eval', reach], { encoding: 'utf8' });
    expect(stdout).toBe('ENETUNREACH\n');
  });

  test.each([
    ['analyze', ['analyze', '.']],
    ['stats', ['stats', '.', '--json']],
    ['check', ['check', '.']],
    ['export', ['export', '.', '--format', 'hashiya-jsonl', '--marks']],
  ])('%s says what it says with one', (_, args) => {
    cpSync(samples, folder(), { recursive: true });
    const offline = spawnSync(unshare, [...how, process.execPath, program, ...args], {
      cwd: folder(),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const online = run(...args);
    expect(online.out + online.err).not.toBe('');
    expect(offline).toMatchObject({ status: online.status, stdout: online.out, stderr: online.err });
  });

  test('the server marks an article', async () => {
    const built = buildServer();
    const project = mkdtempSync(path.join(os.tmpdir(), 'hashiya-offline-'));
    const article = path.join(samples, 'articles/comet.txt');
    const server = await startServerProcess(built, project, OFFLINE);
    try {
      const uri = pathToFileURL(path.join(project, 'comet.txt')).href;
      const text = readFileSync(article, 'utf8');
      await server.client.open(uri, text);
      expect((await server.client.diagnostics(uri)).length).toBeGreaterThan(10);
    } finally {
      server.client.dispose();
      server.child.kill();
      await server.ended;
      rmSync(built, { recursive: true });
      rmSync(project, { recursive: true });
    }
  });
});
