import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { introduce } from '../unit/server/connect.ts';
import type { TestClient } from '../unit/server/connect.ts';
import { memoryFiles } from '../unit/server/memory-files.ts';

/** The server as it ships, in a process of its own, and a client that speaks with it over its standard streams. */
export interface ServerProcess {
  readonly client: TestClient;
  readonly child: ChildProcess;
  /** Settled when the process has ended: its exit status, null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it has written to its standard error so far. */
  readonly said: () => string;
}

/** Builds the bundle of the server, into a new folder that is the caller's to remove. */
export function buildServer(): string {
  const program = mkdtempSync(path.join(os.tmpdir(), 'hashiya-server-'));
  const script = path.join(import.meta.dirname, '../unit/server/build-server.mjs');
  execFileSync(process.execPath, [script, program]);
  return program;
}

/**
 * Starts the server of such a folder for a project's folder.
 * @param within a command with its arguments that runs another one, as `unshare` does
 */
export async function startServerProcess(
  program: string,
  project: string,
  within: readonly string[] = [],
): Promise<ServerProcess> {
  const [command = '', ...args] = [...within, process.execPath, path.join(program, 'server.cjs'), '--stdio'];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  // What is written to a process that was killed is of no interest.
  child.stdin.on('error', () => undefined);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onError(() => undefined);
  const client = await introduce(connection, memoryFiles(), { folder: pathToFileURL(project).href }, () =>
    connection.dispose(),
  );
  return { client, child, ended, said: () => said };
}
