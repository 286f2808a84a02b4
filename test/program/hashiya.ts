import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';

/** How a run of the program ended, and what it printed. */
export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command line, bundled for a test file and run in processes of its own, in a folder of each test's own. */
export interface Hashiya {
  readonly run: (...args: string[]) => Run;
  /** The same with something to read from standard input. */
  readonly runOn: (input: string | Uint8Array, ...args: string[]) => Run;
  /** Writes a file into the test's folder, with the folders that it needs; returns its name. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly read: (name: string) => string;
  /** The test's folder, or what is in it by this name. */
  readonly folder: (name?: string) => string;
  /** The bundle, for tests that start it themselves. */
  readonly program: string;
}

/** Makes the command line ready for the tests of a file; call it at the top of the file. */
export function useHashiya(): Hashiya {
  const built = mkdtempSync(path.join(os.tmpdir(), 'hashiya-cli-'));
  const program = path.join(built, 'cli.mjs');
  let folder = '';
  // Each test starts processes, on machines that may be busy.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  beforeAll(() => {
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'build-cli.mjs'), built]);
  });
  afterAll(() => rmSync(built, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-files-'));
    return () => rmSync(folder, { recursive: true });
  });
  const runOn: Hashiya['runOn'] = (input, ...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 28,
    });
    return { status, out: stdout, err: stderr };
  };
  return {
    program,
    folder: (name = '') => path.join(folder, name),
    run: (...args) => runOn('', ...args),
    runOn,
    write(name, content) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
      return name;
    },
    read: (name) => readFileSync(path.join(folder, name), 'utf8'),
  };
}
