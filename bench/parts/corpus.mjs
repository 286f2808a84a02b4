/**
 * What the command line makes of a large corpus of raw news, where that lies beside the project. JSON Lines go to `hashiya
 * analyze --jsonl --jobs N`: the rate by number of jobs, milliseconds of processor time an article (on a busy machine they
 * alone can be compared), and the memory that the process holds after so many articles (resident set, from /proc: Linux
 * alone). Then a run over a folder is killed in the middle, gone on with, and held against one that nobody killed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildLexicon } from '../../scripts/lexicon.mjs';
import { buildWeights } from '../../scripts/weights.mjs';
import { BUNDLES, buildBundle } from '../../scripts/build.mjs';
import { ROOT } from '../lib/core.mjs';
import { rounded } from '../lib/tables.mjs';
import { bytesOf, newsRecords } from '../lib/texts.mjs';

const ARTICLES = 100_000;
const FILES = 20_000;
const JOBS = [1, 2];
/** Where memory is looked at, as parts of all articles. */
const MARKS = [0.05, 0.25, 0.5, 0.75, 1];

/** Builds the command line into a folder of its own. */
async function buildProgram() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-corpus-'));
  await buildLexicon();
  await buildWeights();
  const bundle = BUNDLES.find(({ entryPoints }) => entryPoints && 'cli' in entryPoints);
  if (bundle) await buildBundle(bundle, folder);
  for (const file of ['lexicon.bin', 'weights.bin'])
    copyFileSync(path.join(ROOT, 'dist', file), path.join(folder, file));
  return folder;
}

/** So many articles as lines of JSON; where there are fewer, the first come again with a line behind them that tells them apart. */
function recordsOf(/** @type {number} */ count) {
  const rows = newsRecords(count);
  if (rows === null || rows.length >= count) return rows;
  const again = (/** @type {number} */ i) => {
    const record = JSON.parse(rows[i % rows.length] ?? '');
    return JSON.stringify({ ...record, text: `${record.text}\n${i}` });
  };
  return [...rows, ...Array.from({ length: count - rows.length }, (_, i) => again(i + rows.length))];
}

/** Megabytes that a process holds. */
const residentOf = (/** @type {number | undefined} */ pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Seconds of processor time that a process took, of all its threads; the kernel counts hundredths. */
function processorSecondsOf(/** @type {number | undefined} */ pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Seconds, seconds of processor time, memory at each mark, and sha-256 of the output, for so many jobs over the records. */
async function measure(
  /** @type {string} */ program,
  /** @type {number} */ jobs,
  /** @type {readonly string[]} */ records,
) {
  const marks = MARKS.map((share) => Math.round(share * records.length));
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(program, 'cli.mjs'), 'analyze', '--jsonl', '--jobs', String(jobs)],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const hash = createHash('sha256');
  /** @type {number[]} */
  const memory = [];
  let [lines, processor] = [0, 0];
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1))
      if (++lines === marks[memory.length]) memory.push(residentOf(child.pid));
    if (lines === records.length) processor = processorSecondsOf(child.pid);
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  for (const record of records)
    if (!child.stdin.write(`${record}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.stdin.end();
  await ended;
  if (lines !== records.length) throw new Error(`${records.length} articles, and ${lines} reports`);
  return { seconds: (performance.now() - began) / 1000, processor, memory, digest: hash.digest('hex') };
}

/** @returns {Promise<import('../lib/tables.mjs').Table>} */
async function ratesOf(/** @type {string} */ program, /** @type {readonly string[]} */ records) {
  const bytes = bytesOf(records);
  const marks = MARKS.map((share) => Math.round(share * records.length));
  /** @type {Awaited<ReturnType<typeof measure>> | null} */
  let first = null;
  const rows = [];
  for (const jobs of JOBS) {
    const run = await measure(program, jobs, records);
    first ??= run;
    if (run.digest !== first.digest) throw new Error(`${jobs} jobs give other reports than ${JOBS[0]}`);
    rows.push([
      jobs,
      rounded(records.length / run.seconds, 0),
      rounded(bytes / 1e6 / run.seconds, 2),
      rounded(first.seconds / run.seconds, 2),
      rounded((run.processor * 1000) / records.length),
      ...run.memory.map((held) => rounded(held, 0)),
    ]);
  }
  return {
    caption: `hashiya analyze --jsonl: ${records.length} articles, ${rounded(bytes / 1e6, 0)} MB`,
    columns: [
      'jobs',
      'articles/s',
      'MB/s',
      'rate, × one job',
      'ms of processor time each',
      ...marks.map((mark) => `MB held after ${mark}`),
    ],
    rows,
    notes: ['All numbers of jobs gave the same bytes.'],
  };
}

/** Analyses a folder into a file, going on with what is there; `until` says when it is killed. */
async function analyseFolder(
  /** @type {string} */ program,
  /** @type {string} */ folder,
  /** @type {string} */ output,
  until = () => false,
) {
  const args = ['analyze', folder, '--jobs', '2', '--output', output, '--resume'];
  const child = spawn(process.execPath, [path.join(program, 'cli.mjs'), ...args], { stdio: 'ignore' });
  let running = true;
  const ended = new Promise((resolve) =>
    child.on('close', () => {
      running = false;
      resolve(undefined);
    }),
  );
  while (running) {
    if (until()) child.kill('SIGKILL');
    await Promise.race([ended, setTimeout(20)]);
  }
}

const digestOf = (/** @type {string} */ file) =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
const sizeOf = (/** @type {string} */ file) => (existsSync(file) ? statSync(file).size : 0);
const linesIn = (/** @type {string} */ file) => readFileSync(file, 'utf8').split('\n').slice(0, -1);

/** @returns {Promise<import('../lib/tables.mjs').Table>} */
async function resumedAfterKill(/** @type {string} */ program, /** @type {readonly string[]} */ records) {
  const folder = path.join(program, 'articles');
  mkdirSync(folder);
  records.forEach((record, i) => writeFileSync(path.join(folder, `${i}.txt`), JSON.parse(record).text));
  const [whole, killed] = [path.join(program, 'whole.jsonl'), path.join(program, 'killed.jsonl')];
  await analyseFolder(program, folder, whole);
  const half = sizeOf(whole) / 2;
  await analyseFolder(program, folder, killed, () => sizeOf(`${killed}.part`) >= half);
  if (existsSync(killed)) throw new Error('the run ended before it was killed');
  const done = linesIn(`${killed}.part`).length;
  await analyseFolder(program, folder, killed);
  const reported = linesIn(killed).map((line) => JSON.parse(line).file);
  const distinct = new Set(reported).size;
  return {
    caption: 'A run over a folder, killed in the middle (kill -9) and gone on with',
    columns: ['files', 'done when killed', 'lost', 'twice', 'the same bytes as undisturbed'],
    rows: [
      [
        records.length,
        done,
        records.length - distinct,
        reported.length - distinct,
        digestOf(killed) === digestOf(whole) ? 'yes' : 'no',
      ],
    ],
  };
}

/**
 * Measures over so many articles, and over a folder of so many files; null where there is no raw news.
 * @public tried with fewer
 */
export async function measureCorpus(/** @type {number} */ articles, /** @type {number} */ files) {
  const records = recordsOf(articles);
  if (records === null) return null;
  const program = await buildProgram();
  try {
    return [await ratesOf(program, records), await resumedAfterKill(program, records.slice(0, files))];
  } finally {
    rmSync(program, { recursive: true });
  }
}

export const run = () => measureCorpus(ARTICLES, FILES);
