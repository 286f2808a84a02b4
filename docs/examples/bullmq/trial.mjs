/**
 * Tries the queue: `node trial.mjs INPUT.jsonl [LINES] [WORKERS] [KILLS]`. Starts a Redis of its own, adds the input twice,
 * starts workers, kills one at random again and again (-9) and starts another in its place, and compares what comes
 * together with a single run of hashiya.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const [, , input = '', lines = '50', workers = '3', kills = '15'] = process.argv;
const PORT = 6399;
const here = path.dirname(fileURLToPath(import.meta.url));
const hashiya = process.env.HASHIYA ?? path.join(here, '../../../dist/cli.mjs');
const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-queue-'));
const results = path.join(folder, 'results');
const env = { ...process.env, REDIS_URL: `redis://127.0.0.1:${PORT}` };
const node = (/** @type {string[]} */ ...args) =>
  execFileSync(process.execPath, args, { env, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] });

const redis = spawn(
  'redis-server',
  ['--port', `${PORT}`, '--dir', folder, '--save', '', '--appendonly', 'yes'],
  {
    stdio: 'ignore',
  },
);
await setTimeout(1000);
const queue = path.join(here, 'queue.mjs');
node(queue, 'add', input, lines);
node(queue, 'add', input, lines);

let running = 0;
/** @type {Set<import('node:child_process').ChildProcess>} */
const alive = new Set();
function start() {
  // A group of its own: with the worker dies the hashiya that it runs.
  const worker = spawn(process.execPath, [queue, 'work', results], { env, stdio: 'ignore', detached: true });
  alive.add(worker);
  running++;
  worker.on('exit', (status, signal) => {
    alive.delete(worker);
    if (signal === 'SIGKILL') start();
    else if (status !== 0) throw new Error(`a worker ended with ${status}`);
  });
}
const began = performance.now();
for (let i = 0; i < Number(workers); i++) start();
let killed = 0;
while (alive.size > 0) {
  await setTimeout(700 + Math.random() * 1500);
  const [victim] = [...alive].sort(() => Math.random() - 0.5);
  if (killed < Number(kills) && victim?.pid && victim.exitCode === null) {
    process.kill(-victim.pid, 'SIGKILL');
    killed++;
  }
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
const together = node(queue, 'collect', input, results, lines);
const single = node(hashiya, 'analyze', '--jsonl', input)
  .toString()
  .replaceAll(`"file":${JSON.stringify(input)}`, '"file":"-"');
const files = readdirSync(results);
console.log(
  `${files.filter((file) => file.endsWith('.jsonl')).length} results of ${together.toString().split('\n').length - 1} articles, ` +
    `${running} workers started, ${killed} killed, ${files.filter((file) => file.endsWith('.tmp')).length} halves left behind, ${seconds} s; ` +
    `${together.toString() === single ? 'the same bytes as' : 'NOT what comes from'} a single run`,
);
redis.kill();
rmSync(folder, { recursive: true, force: true });
