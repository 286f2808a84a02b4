import { spawn } from 'node:child_process';
import {
  accessSync,
  appendFileSync,
  constants,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { inOut, repository } from './places.mjs';
import { Explained } from './steps.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the repository unless given
 * @property {NodeJS.ProcessEnv} [env] added to the environment; `undefined` takes a variable away
 * @property {string} [log] name of a log in out/logs that takes the output; shown only when the command fails
 */

/**
 * Runs a program to its end.
 * @param {string} program a name on the PATH or a path; no shell stands in between
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit status; 1 when a signal ended it
 */
export function statusOf(program, args, { cwd = repository, env = {}, log } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: log ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    if (log) {
      const file = logFile(log);
      appendFileSync(file, `$ ${[program, ...args].join(' ')}\n`);
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (data) => appendFileSync(file, data));
    }
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<void>}
 * @throws {Explained} when its exit status is not 0, with the last lines of the log
 */
export async function run(program, args, options = {}) {
  if (options.log) writeFileSync(logFile(options.log), '');
  const status = await statusOf(program, args, options);
  if (status === 0) return;
  const what = `${[path.basename(program), ...args].join(' ')} ended with status ${status}.`;
  throw new Explained(options.log ? `${what}\n${endOfLog(options.log)}` : what);
}

/**
 * The path of a log in out/logs, whose folder is there.
 * @param {string} name
 * @returns {string}
 */
export function logFile(name) {
  mkdirSync(inOut('logs'), { recursive: true });
  return inOut('logs', `${name}.log`);
}

/**
 * The last lines of a log, indented, and where to read the rest.
 * @param {string} name
 * @returns {string}
 */
export function endOfLog(name) {
  const lines = readFileSync(logFile(name), 'utf8').trimEnd().split('\n').slice(-25);
  return `${lines.map((line) => `    ${line}`).join('\n')}\n(all of it: ${path.relative(process.cwd(), logFile(name))})`;
}

/**
 * Finds a program on the PATH.
 * @param {...string} names tried in this order
 * @returns {string | undefined} its absolute path
 */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find(isProgram);
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
