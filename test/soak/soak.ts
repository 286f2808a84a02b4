/** Edits many articles by chance through the real server, for so long, and says what came of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ArticleState } from '../../server/protocol.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import { startServerProcess } from '../program/server-process.ts';
import type { ServerProcess } from '../program/server-process.ts';
import type { TestClient } from '../unit/server/connect.ts';
import { chance } from './chance.ts';
import { paragraphsOf, writeCorpus } from './corpus.ts';
import { close, decidedOnDisk, open, save, sheetOf, tellWatched } from './desk.ts';
import type { Desk, Sheet } from './desk.ts';
import { GESTURES } from './gestures.ts';
import { residentMegabytes } from './measures.ts';
import type { MemorySample } from './measures.ts';

export interface SoakOptions {
  /** The folder of the server's bundle. */
  readonly program: string;
  /** The folder of the sample articles, which the articles are made of. */
  readonly samples: string;
  readonly milliseconds: number;
  readonly articles: number;
  readonly seed: number;
  /** Hears of each look at the memory. */
  readonly sampled?: (sample: MemorySample) => void;
}

export interface SoakReport {
  readonly gestures: ReadonlyMap<string, number>;
  readonly milliseconds: number;
  readonly memory: readonly MemorySample[];
  /** Resident MB once every article was closed again, and a moment had gone by. */
  readonly afterClosing: number;
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  /** How many open articles were held against a server that was started afresh. */
  readonly compared: number;
  readonly annotations: number;
  /** What went wrong, a sentence each; empty: nothing. */
  readonly failures: readonly string[];
}

/** So often is the memory looked at in one run, but not oftener than once a second. */
const SAMPLES = 600;
/** So many failures end the soak: it will not get better. */
const MOST_FAILURES = 50;
/** How long a server may take until it says the same as one that was started afresh, in milliseconds. */
const SETTLING = 30_000;

export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { program, samples, milliseconds, articles, seed } = options;
  const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya soak '));
  const folder = path.join(work, 'corpus');
  const random = chance(seed);
  const paragraphs = paragraphsOf(samples);
  const names = writeCorpus(folder, articles, paragraphs, random);
  const server = await startServerProcess(program, folder);
  const desk: Desk = {
    client: server.client,
    random,
    folder,
    paragraphs,
    sheets: names.map((name) => sheetOf(folder, name)),
    settings: DEFAULT_SETTINGS,
    annotator: 'salma',
    acknowledged: new Map(),
    groups: [],
    failures: [],
    latencies: new Map(),
    watched: new Map(),
  };
  try {
    const memory: MemorySample[] = [];
    const began = performance.now();
    const gestures = await workFor(milliseconds, desk, (done) => {
      const at = performance.now() - began;
      const last = memory.at(-1);
      if (last && at - last.at < Math.max(1000, milliseconds / SAMPLES)) return;
      const sample = { at, megabytes: residentMegabytes(server.child.pid ?? 0), gestures: done };
      memory.push(sample);
      options.sampled?.(sample);
    });
    const took = performance.now() - began;
    const compared = await compareAfresh(desk, program);
    compareWithDisk(desk);
    for (const sheet of desk.sheets) if (sheet.isOpen) await close(desk, sheet);
    await pause(Math.min(5000, milliseconds / 10));
    const afterClosing = residentMegabytes(server.child.pid ?? 0);
    await end(server, desk);
    return {
      gestures,
      milliseconds: took,
      memory,
      afterClosing,
      latencies: desk.latencies,
      compared,
      annotations: [...desk.acknowledged.values()].reduce((sum, decided) => sum + decided.length, 0),
      failures: desk.failures,
    };
  } finally {
    server.child.kill('SIGKILL');
    server.client.dispose();
    rmSync(work, { recursive: true });
  }
}

/** One gesture after the other until the time is over; resolves to how often each was done. */
async function workFor(
  milliseconds: number,
  desk: Desk,
  done: (gestures: number) => void,
): Promise<Map<string, number>> {
  const all = GESTURES.flatMap((gesture) => Array.from({ length: gesture.weight }, () => gesture));
  const counts = new Map<string, number>();
  const stop = performance.now() + milliseconds;
  const { told } = desk.client;
  let count = 0;
  while (performance.now() < stop && desk.failures.length < MOST_FAILURES) {
    const opened = desk.sheets.filter(({ isOpen }) => isOpen);
    const gesture = desk.random.of(all);
    const sheet = opened.length > 0 ? desk.random.of(opened) : desk.sheets[0];
    if (!sheet) break;
    if (!sheet.isOpen) await open(desk, sheet);
    await gesture.run(desk, sheet).catch((error: unknown) => {
      desk.failures.push(`${gesture.name}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    });
    counts.set(gesture.name, (counts.get(gesture.name) ?? 0) + 1);
    done(++count);
    if (desk.random.below(10) === 0) await tellWatched(desk);
    // Now and then nobody does anything for a moment, so that what waits for that comes to pass.
    if (desk.random.below(20) === 0) await pause(desk.random.below(300));
    desk.failures.push(...told.errors.splice(0).map((error) => `In the log: ${error}`));
    desk.failures.push(...told.messages.splice(0).map((message) => `Told: ${message}`));
    told.states.length = 0;
    told.pushed.length = 0;
  }
  return counts;
}

/**
 * Holds what the server says of every open article against what one says that was started afresh. What changes in one
 * article counts for the others of its folder from the next look at them on, so each is looked at anew first.
 */
async function compareAfresh(desk: Desk, program: string): Promise<number> {
  const opened = desk.sheets.filter(({ isOpen }) => isOpen);
  for (const sheet of opened) await save(desk, sheet);
  await tellWatched(desk);
  const fresh = await startServerProcess(program, desk.folder);
  try {
    await fresh.client.configure(desk.settings);
    for (const { document } of opened)
      await fresh.client.open(document.uri, document.getText(), document.version);
    for (const { client } of [desk, fresh])
      for (const { document } of opened) await client.diagnostics(document.uri);
    const stop = performance.now() + SETTLING;
    for (const sheet of opened) {
      let difference: string | null;
      do {
        await lookAnew([desk.client, fresh.client], sheet);
        const { uri } = sheet.document;
        difference = differenceOf(await desk.client.state(uri), await fresh.client.state(uri));
        if (difference !== null) await pause(200);
      } while (difference !== null && performance.now() < stop);
      if (difference !== null) desk.failures.push(`${sheet.path}: ${difference}`);
    }
    await end(fresh, desk);
  } finally {
    fresh.child.kill('SIGKILL');
    fresh.client.dispose();
  }
  return opened.length;
}

/** Types a blank before the text, and takes it back. */
async function lookAnew(clients: readonly TestClient[], sheet: Sheet): Promise<void> {
  const { uri, languageId, version } = sheet.document;
  const [start, end] = [0, 1].map((character) => ({ line: 0, character })) as [Position, Position];
  for (const client of clients) {
    await client.change(uri, version + 1, { range: { start, end: start }, text: ' ' });
    await client.diagnostics(uri);
    await client.change(uri, version + 2, { range: { start, end }, text: '' });
    await client.diagnostics(uri);
  }
  sheet.document = TextDocument.create(uri, languageId, version + 2, sheet.document.getText());
}

/** Where two states of one article differ; null where they do not. */
function differenceOf(now: ArticleState, fresh: ArticleState): string | null {
  const items = (state: ArticleState): string[] => state.items.map((item) => JSON.stringify(item)).sort();
  const [ours, theirs] = [items(now), items(fresh)];
  const only = (some: string[], others: string[]): string =>
    some.filter((item) => !others.includes(item))[0] ?? '';
  if (ours.join('\n') === theirs.join('\n') && now.status === fresh.status) return null;
  return `the server has ${only(ours, theirs) || 'the same'}, one started afresh ${only(theirs, ours) || 'the same'}.`;
}

/** Holds every annotation file against what was acknowledged. */
function compareWithDisk(desk: Desk): void {
  for (const [store, decided] of desk.acknowledged) {
    const onDisk = decidedOnDisk(desk, store);
    if (onDisk.join('\n') !== decided.join('\n'))
      desk.failures.push(`${store}: ${onDisk.length} decisions, ${decided.length} were acknowledged.`);
  }
}

/** Says goodbye; the server must end by itself, and must have written nothing to its standard error. */
async function end(server: ServerProcess, desk: Desk): Promise<void> {
  await server.client.connection.sendRequest('shutdown');
  await server.client.connection.sendNotification('exit');
  const status = await server.ended;
  if (status !== 0) desk.failures.push(`The server ended with status ${status}.`);
  const said = server.said();
  if (said !== '') desk.failures.push(`On standard error: ${said.slice(0, 2000)}`);
}
