/**
 * Spreads `hashiya analyze --jsonl` over any number of worker processes, on any number of machines that see the same
 * files, by a queue of BullMQ on Redis:
 *
 *   node queue.mjs add INPUT.jsonl [LINES]     cuts the input into jobs of so many lines (500 if not given)
 *   node queue.mjs work RESULTS                takes jobs until the queue is empty; start as many as there are cores
 *   node queue.mjs collect INPUT.jsonl RESULTS [LINES] > OUT.jsonl
 *
 * HASHIYA is the command line (dist/cli.mjs of the project if not given), REDIS_URL where Redis listens.
 *
 * Nothing is lost and nothing is there twice, whoever is killed: a job's id tells the bytes of the input that it stands
 * for, so that adding it again changes nothing; its result is a file of that name, which is there whole or not at all;
 * a job whose worker died is taken by another when its lock runs out.
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

const HASHIYA = process.env.HASHIYA ?? fileURLToPath(new URL('../../../dist/cli.mjs', import.meta.url));
const NAME = 'hashiya';
const LOCK_MS = 5000;

const connection = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', {
  maxRetriesPerRequest: null,
});

/** The jobs of an input: byte ranges of whole lines. The same input gives the same jobs. */
async function* jobsOf(/** @type {string} */ input, /** @type {number} */ lines) {
  const job = (/** @type {number} */ start, /** @type {number} */ end) => ({
    id: `${path.basename(input)}-${String(start).padStart(15, '0')}-${end}`,
    data: { input: path.resolve(input), start, end },
  });
  let [start, at, count] = [0, 0, 0];
  for await (const chunk of createReadStream(input)) {
    for (let newline = chunk.indexOf(10); newline >= 0; newline = chunk.indexOf(10, newline + 1)) {
      if (++count % lines !== 0) continue;
      yield job(start, at + newline + 1);
      start = at + newline + 1;
    }
    at += chunk.length;
  }
  if (at > start) yield job(start, at);
}

async function add(/** @type {string} */ input, /** @type {number} */ lines) {
  const queue = new Queue(NAME, { connection });
  let added = 0;
  for await (const { id, data } of jobsOf(input, lines)) {
    await queue.add('analyze', data, { jobId: id, attempts: 3, removeOnComplete: false });
    added++;
  }
  console.error(`${added} jobs`);
  await queue.close();
}

/** Analyses a range of an input into a file. What hashiya says on stderr goes to ours; bad lines are no failure of a job. */
async function analyse(
  /** @type {{ input: string, start: number, end: number }} */ range,
  /** @type {string} */ result,
) {
  const beside = `${result}.${process.pid}.tmp`;
  const hashiya = spawn(process.execPath, [HASHIYA, 'analyze', '--jsonl', '-'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => hashiya.on('exit', resolve));
  const { input, start, end } = range;
  await Promise.all([
    pipeline(createReadStream(input, { start, end: end - 1 }), hashiya.stdin),
    pipeline(hashiya.stdout, createWriteStream(beside)),
  ]);
  const status = await ended;
  if (status !== 0 && status !== 1) throw new Error(`hashiya ended with ${status}`);
  await rename(beside, result);
}

const exists = (/** @type {string} */ file) =>
  access(file).then(
    () => true,
    () => false,
  );

async function work(/** @type {string} */ results) {
  await mkdir(results, { recursive: true });
  const worker = new Worker(
    NAME,
    async ({ id, data }) => {
      const result = path.join(results, `${id}.jsonl`);
      // Its worker may have died after the result was whole and before the queue knew.
      if (!(await exists(result))) await analyse(data, result);
    },
    { connection, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: 1000 },
  );
  const queue = new Queue(NAME, { connection });
  for (let left = 1; left > 0;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    left = await queue.getJobCountByTypes('wait', 'active', 'delayed', 'prioritized');
  }
  await worker.close();
  await queue.close();
}

/** Prints the results in the order of the input; status 1 if one is missing. */
async function collect(
  /** @type {string} */ input,
  /** @type {string} */ results,
  /** @type {number} */ lines,
) {
  for await (const { id } of jobsOf(input, lines)) {
    const result = path.join(results, `${id}.jsonl`);
    if (!(await exists(result))) {
      console.error(`${id}: there is no result`);
      process.exitCode = 1;
    } else await pipeline(createReadStream(result), process.stdout, { end: false });
  }
}

const [, , command, ...args] = process.argv;
const LINES = 500;
if (command === 'add' && args[0]) await add(args[0], Number(args[1] ?? LINES));
else if (command === 'work' && args[0]) await work(args[0]);
else if (command === 'collect' && args[0] && args[1])
  await collect(args[0], args[1], Number(args[2] ?? LINES));
else
  console.error(
    'node queue.mjs add INPUT.jsonl [LINES] | work RESULTS | collect INPUT.jsonl RESULTS [LINES]',
  );
connection.disconnect();
