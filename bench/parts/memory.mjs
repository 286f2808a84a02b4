/**
 * What memory the server takes: when it has started, when 500 articles have been opened one after the other, when all are
 * closed again, behind many edits, and when the folder that it works in has 10,000 articles, all of which it counts. And
 * how long that takes, and what a key takes meanwhile. The articles are raw news where that lies beside the project,
 * otherwise the samples, varied.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { build } from '../../scripts/build.mjs';
import { ROOT } from '../lib/core.mjs';
import { startMeasuredServer } from '../lib/measured-server.mjs';
import { percentile, rounded } from '../lib/tables.mjs';
import { linesOf, newsArticles, sampleArticles } from '../lib/texts.mjs';

const OPENED = 500;
const EDITS = 2000;
const INDEXED = 10_000;
/** So many of the indexed articles have annotations. */
const ANNOTATED = 1000;
/** Keys pressed while nothing else goes on, and while the articles are counted. */
const KEYS = 40;

/** The server rests ten seconds behind the closing of the last article. */
const UNTIL_REST = 12_000;

const ANNOTATIONS = path.join(ROOT, 'samples/annotations/hashiya/articles/comet.txt.jsonl');

/** So many articles, no two alike. */
function articles(/** @type {number} */ count) {
  const found = newsArticles() ?? sampleArticles();
  return Array.from({ length: count }, (_, i) => {
    const text = found[i % found.length] ?? '';
    return i < found.length ? text : `${text.split('\n').toReversed().join('\n')} ${i}`;
  });
}

/** @typedef {Awaited<ReturnType<typeof startMeasuredServer>>} Server */

const row = async (/** @type {string} */ name, /** @type {Server} */ server) => {
  const { rss, heap } = await server.memory();
  return [name, rounded(rss, 0), rounded(heap, 0)];
};

/** @returns {Promise<import('../lib/tables.mjs').Table>} */
async function measureOpening(/** @type {string} */ work) {
  const folder = pathToFileURL(work).href;
  const server = await startMeasuredServer(folder, work);
  const rows = [await row('started', server)];
  const texts = articles(OPENED);
  const uriOf = (/** @type {number} */ i) => `untitled:${i}.txt`;
  await server.open(uriOf(0), texts[0] ?? '');
  rows.push(await row('one article open', server));
  for (const [i, text] of texts.entries()) if (i > 0) await server.open(uriOf(i), text);
  rows.push(await row(`${OPENED} articles open`, server));
  for (const i of texts.keys()) await server.close(uriOf(i));
  await pause(UNTIL_REST);
  rows.push(await row('all closed', server));
  const text = linesOf(sampleArticles(), 10_000);
  const lines = text.split('\n').length;
  await server.open('untitled:edited.txt', text);
  for (let i = 0; i < EDITS; i++) await server.type('untitled:edited.txt', i + 2, (i * 7) % lines);
  rows.push(await row(`one article of 10 kB, ${EDITS} letters typed`, server));
  for (const [i, text] of texts.entries()) {
    await server.open(uriOf(i), text);
    await server.close(uriOf(i));
  }
  rows.push(await row(`the same, ${OPENED} others opened and closed`, server));
  await server.close('untitled:edited.txt');
  await pause(UNTIL_REST);
  rows.push(await row('all closed', server));
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const peak = server.peak();
  await server.stop();
  return {
    caption: `${OPENED} articles of ${rounded(units / 1e6, 2)} million characters`,
    columns: ['', 'MB of the process', 'MB in use'],
    rows,
    notes: [`At its busiest the process had ${rounded(peak, 0)} MB.`],
  };
}

/** A folder with so many articles, some of them annotated. */
function makeProject(/** @type {string} */ folder) {
  mkdirSync(path.join(folder, 'articles'), { recursive: true });
  mkdirSync(path.join(folder, 'annotations/salma/articles'), { recursive: true });
  writeFileSync(path.join(folder, 'hashiya.json'), '{}\n');
  for (const [i, text] of articles(INDEXED).entries()) {
    writeFileSync(path.join(folder, `articles/${i}.txt`), text);
    if (i > 0 && i <= ANNOTATED)
      cpSync(ANNOTATIONS, path.join(folder, `annotations/salma/articles/${i}.txt.jsonl`));
  }
}

/** Milliseconds from a key to its marks: the middle of many, and the longest. */
async function keyTimes(
  /** @type {Server} */ server,
  /** @type {string} */ uri,
  /** @type {number} */ version,
) {
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < KEYS; i++) {
    const began = performance.now();
    await server.type(uri, version + i, i % 5);
    times.push(performance.now() - began);
    await pause(30);
  }
  return times;
}

/** @returns {Promise<import('../lib/tables.mjs').Table>} */
async function measureIndexing(/** @type {string} */ work) {
  const project = path.join(work, 'project');
  makeProject(project);
  const folder = pathToFileURL(project).href;
  const server = await startMeasuredServer(folder, work);
  const uri = `${folder}/articles/0.txt`;
  await server.open(uri, linesOf(sampleArticles(), 10_000));
  // The lines of the other files and the names of the project are read behind the first marks.
  await pause(5000);
  const rows = [await row(`one of ${INDEXED} articles open`, server)];
  const alone = await keyTimes(server, uri, 2);

  const overviewBegan = performance.now();
  const { articles: listed } = await server.connection.sendRequest('hashiya/overview', { folder });
  const overview = performance.now() - overviewBegan;

  let told = 0;
  server.connection.onProgress(WorkDoneProgress.type, 'count', () => {
    told++;
  });
  const began = performance.now();
  const cpu = server.processorTime();
  let isDone = false;
  const counting = server.connection
    .sendRequest('hashiya/statistics', { folder, workDoneToken: 'count' })
    .then(() => (isDone = true));
  const meanwhile = await keyTimes(server, uri, 2 + KEYS);
  const wasDone = isDone;
  await counting;
  const counted = performance.now() - began;
  const cpuCounted = server.processorTime() - cpu;
  rows.push(await row(`all ${listed.length} counted for the dashboard`, server));

  const beganAgain = performance.now();
  await server.connection.sendRequest('hashiya/statistics', { folder });
  const countedAgain = performance.now() - beganAgain;
  rows.push(await row('counted again', server));

  const source = new CancellationTokenSource();
  const cancelled = server.connection
    .sendRequest('hashiya/statistics', { folder, workDoneToken: 'again' }, source.token)
    .then(
      () => 'answered',
      () => 'cancelled',
    );
  await pause(500);
  const asked = performance.now();
  source.cancel();
  const how = await cancelled;
  const stopped = performance.now() - asked;

  await server.close(uri);
  await pause(UNTIL_REST);
  rows.push(await row('all closed', server));
  const peak = server.peak();
  await server.stop();
  const ms = (/** @type {number} */ value) => `${rounded(value, 0)} ms`;
  return {
    caption: `A project of ${INDEXED} articles, ${ANNOTATED} of them annotated`,
    columns: ['', 'MB of the process', 'MB in use'],
    rows,
    notes: [
      `At its busiest the process had ${rounded(peak, 0)} MB. The list of articles takes ${ms(overview)}; counting all of them ${rounded(counted / 1000)} s with one key pressed after the other meanwhile (${rounded(cpuCounted / 1000)} s of processor time), and again ${rounded(countedAgain / 1000)} s, as the first time has found lines that recur in the folder. Progress was told ${told} times; called off, the request was ${how} within ${ms(stopped)}.`,
      `From a key to its marks: ${ms(percentile(alone, 0.5))} (95th percentile ${ms(percentile(alone, 0.95))}) with nothing else going on, ${ms(percentile(meanwhile, 0.5))} (${ms(percentile(meanwhile, 0.95))}) ${wasDone ? 'at the begin of' : 'during'} the counting.`,
    ],
  };
}

export async function run() {
  await build();
  const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-memory-'));
  try {
    return [await measureOpening(work), await measureIndexing(work)];
  } finally {
    rmSync(work, { recursive: true });
  }
}
