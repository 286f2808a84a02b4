/**
 * How long the server takes from its start to its answer to `initialize`, and from the opening of an article of 10 kB to
 * its first marks: as a process, as it ships, in turn with a language server that does nothing and with Node alone, and
 * in a web worker of a browser; then how large what ships is.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, buildBundle } from '../../scripts/build.mjs';
import { packExtension } from '../../scripts/lib/extension-package.mjs';
import { ROOT } from '../lib/core.mjs';
import { startLanguageServer } from '../lib/language-server.mjs';
import { percentile, rounded } from '../lib/tables.mjs';
import { linesOf, sampleArticles } from '../lib/texts.mjs';
import { startInWorkers } from '../lib/worker-start.mjs';

const DIST = path.join(ROOT, 'dist');

/** Each is started so often, in turn; the first time counts apart. */
const RUNS = 12;

/** Bytes of the article. */
const SIZE = 10_000;

const median = (/** @type {readonly number[]} */ values) => percentile(values, 0.5);

/**
 * A start in milliseconds. `ready` is from the start of the process to the answer to `initialize`, `marks` from the
 * opening of an article to the first word about it; `readyWork` and `allWork` are the processor time of the process's
 * main thread up to either.
 * @typedef {Record<'ready' | 'marks' | 'readyWork' | 'allWork', number>} Start
 */

/** @returns {Promise<Start>} */
async function startServer(
  /** @type {string} */ script,
  /** @type {string} */ folder,
  /** @type {string} */ text,
) {
  const began = performance.now();
  const server = await startLanguageServer(script, folder);
  const ready = performance.now() - began;
  const readyWork = server.processorTime();
  const uri = `${folder}/a.txt`;
  const told = new Promise((resolve) => server.connection.onNotification('hashiya/articleChanged', resolve));
  const opened = performance.now();
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'article', version: 1, text },
  });
  await told;
  const marks = performance.now() - opened;
  const allWork = server.processorTime();
  await server.stop();
  return { ready, marks, readyWork, allWork };
}

/** Milliseconds that Node takes to start and end with nothing to do. */
async function startNode() {
  const began = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - began;
}

/** The language server that does nothing, bundled as the real one is, in a folder of its own. */
async function buildEmptyServer(/** @type {string} */ folder) {
  const entry = { 'empty-server': 'bench/lib/empty-server.mjs' };
  const shape = { platform: /** @type {const} */ ('node'), format: /** @type {const} */ ('cjs') };
  await buildBundle({ entryPoints: entry, outExtension: { '.js': '.cjs' }, ...shape }, folder);
  return path.join(folder, 'empty-server.cjs');
}

/** @returns {Promise<import('../lib/tables.mjs').Table>} */
async function measureProcesses(/** @type {string} */ work, /** @type {string} */ text) {
  const folder = pathToFileURL(work).href;
  const empty = await buildEmptyServer(work);
  const own = path.join(DIST, 'server.cjs');
  /** @type {number[]} */
  const node = [];
  /** @type {Record<'empty' | 'own', Start[]>} */
  const starts = { empty: [], own: [] };
  for (let run = 0; run < RUNS; run++) {
    node.push(await startNode());
    starts.empty.push(await startServer(empty, folder, text));
    starts.own.push(await startServer(own, folder, text));
  }
  const of = (/** @type {Start[]} */ runs, /** @type {keyof Start} */ what) =>
    median(runs.slice(1).map((run) => run[what]));
  const row = (/** @type {string} */ name, /** @type {(runs: Start[]) => number} */ figure) => {
    const [own, empty] = [figure(starts.own), figure(starts.empty)];
    return [name, rounded(own, 0), rounded(empty, 0), rounded(own - empty, 0), rounded(own / empty)];
  };
  const first = (/** @type {keyof Start} */ what) => (/** @type {Start[]} */ runs) => runs[0]?.[what] ?? NaN;
  const later = (/** @type {keyof Start} */ what) => (/** @type {Start[]} */ runs) => of(runs, what);
  return {
    caption: `The server as a process; an article of ${SIZE / 1000} kB, ${RUNS} starts in turn`,
    columns: ['ms', 'Hashiya', 'empty server', 'difference', 'ratio'],
    rows: [
      row('ready, first start', first('ready')),
      row('ready', later('ready')),
      row('opening to first marks', later('marks')),
      row('start to first marks', (runs) => median(runs.slice(1).map(({ ready, marks }) => ready + marks))),
      row('processor, to ready', later('readyWork')),
      row('processor, to first marks', later('allWork')),
    ],
    notes: [
      `Medians of all starts but the first. Node itself (\`node -e 0\`): ${rounded(median(node.slice(1)), 0)} ms from start to end.`,
    ],
  };
}

/** What ships, in kB: as it lies on disk, and packed by gzip as a .vsix packs it. */
async function measureSizes() {
  const files = readdirSync(DIST).filter((name) => !name.endsWith('.map'));
  const sizes = files.map((name) => {
    const bytes = readFileSync(path.join(DIST, name));
    return { name, size: bytes.length, packed: gzipSync(bytes).length };
  });
  const kB = (/** @type {number} */ bytes) => rounded(bytes / 1e3, 0);
  const vsix = statSync(await packExtension()).size;
  const large = sizes.filter(({ size }) => size > 100_000).sort((a, b) => b.size - a.size);
  const small = sizes.filter(({ size }) => size <= 100_000);
  const sum = (/** @type {'size' | 'packed'} */ of) => small.reduce((all, one) => all + one[of], 0);
  return {
    caption: 'What ships',
    columns: ['file', 'kB', 'kB packed'],
    rows: [
      ...large.map(({ name, size, packed }) => [name, kB(size), kB(packed)]),
      [`${small.length} smaller files`, kB(sum('size')), kB(sum('packed'))],
      ['the packed extension, with docs and samples', '', kB(vsix)],
    ],
  };
}

export async function run() {
  await build();
  const text = linesOf(sampleArticles(), SIZE);
  const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-start-'));
  try {
    return [await measureProcesses(work, text), await startInWorkers(RUNS, text), await measureSizes()];
  } finally {
    rmSync(work, { recursive: true });
  }
}
