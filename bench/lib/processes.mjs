import { spawn } from 'node:child_process';
import { inRepository } from '../../scripts/lib/places.mjs';

/** @typedef {{ readonly late: true } | { readonly failed: string }} NoResult */

/**
 * Runs one of the programs in bench/processes, so that what it measures has a process of its own, and a hang ends by its
 * limit instead of hanging the bench.
 * @template T
 * @param {string} program its file's name
 * @param {object} task what it is to do, as it gets it
 * @param {number} seconds after so many it is ended
 * @returns {Promise<T | NoResult>} what it printed last, as JSON; `late` where it was ended; else the last words of its complaint
 */
export function runProcess(program, task, seconds) {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=8192', inRepository('bench/processes', program), JSON.stringify(task)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  let [printed, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part) => (printed += part));
  child.stderr.setEncoding('utf8').on('data', (part) => (complaint += part));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(limit);
      if (late) resolve({ late: true });
      else if (status === 0) resolve(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? ''));
      else resolve({ failed: complaint.trimEnd().split('\n').at(-1) || `it ended with status ${status}` });
    });
  });
}

/** Milliseconds of processor time that this process took, of all its threads, for what `run` does. */
export async function processorTimeOf(/** @type {() => unknown} */ run) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}
