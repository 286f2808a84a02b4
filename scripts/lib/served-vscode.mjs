import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endOfLog, logFile, run } from './commands.mjs';
import { installCodeServer } from './code-server.mjs';
import { profileArguments } from './profile.mjs';
import { Explained } from './steps.mjs';

/**
 * A VS Code that is served on this machine alone.
 * @typedef {object} ServedVsCode
 * @property {string} host such as `127.0.0.1:8080`
 * @property {() => Promise<void>} stop ends it and everything that it started
 * @property {Promise<void>} ended resolves when it has ended, for whatever reason
 */

/** No extension gallery is ever asked; the variables of a VS Code whose terminal this is are not inherited. */
const environment = { EXTENSIONS_GALLERY: '{}', VSCODE_IPC_HOOK_CLI: undefined, VSCODE_PORTABLE: undefined };

/**
 * @param {import('./profile.mjs').Profile} profile
 * @returns {string[]}
 */
const commonArguments = (profile) => [
  // A configuration file that does not exist yet: code-server writes it, and the person's own is left alone.
  `--config=${path.join(profile.userData, 'code-server.yaml')}`,
  ...profileArguments(profile),
];

/**
 * Installs a packed extension into a profile.
 * @param {import('./profile.mjs').Profile} profile
 * @param {string} vsix path of the package
 * @returns {Promise<void>}
 */
export async function installExtension(profile, vsix) {
  const server = await installCodeServer();
  const args = [server.entry, ...commonArguments(profile), `--install-extension=${vsix}`, '--force'];
  await run(server.node, args, { env: environment, log: 'install-extension' });
}

/**
 * Starts VS Code on a free port of 127.0.0.1 and waits until it answers.
 * @param {object} options
 * @param {import('./profile.mjs').Profile} options.profile
 * @param {number} [options.port] a free one unless given
 * @param {string} options.log name of its log in out/logs
 * @param {readonly string[]} [options.args] more arguments
 * @returns {Promise<ServedVsCode>}
 * @throws {Explained} when it ends or says nothing for a minute
 */
export async function serveVsCode({ profile, port, log, args = [] }) {
  const server = await installCodeServer();
  const host = `127.0.0.1:${port ?? (await freePort())}`;
  const output = openSync(logFile(log), 'w');
  const child = spawn(
    server.node,
    [
      server.entry,
      ...commonArguments(profile),
      `--bind-addr=${host}`,
      '--auth=none',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-workspace-trust',
      '--disable-getting-started-override',
      '--ignore-last-opened',
      ...args,
    ],
    // In a process group of its own, so that its servers and extension hosts can be ended with it.
    { env: { ...process.env, ...environment }, stdio: ['ignore', output, output], detached: true },
  );
  closeSync(output);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = () => endGroup(child.pid, ended);

  const deadline = Date.now() + 60_000;
  while (!(await answers(host))) {
    if (child.exitCode === null && child.pid && Date.now() < deadline) continue;
    await stop();
    throw new Explained(`VS Code did not start on ${host}.\n${endOfLog(log)}`);
  }
  return { host, stop, ended };
}

/**
 * The address at which a served VS Code opens a folder.
 * @param {string} host
 * @param {string} folder absolute path
 * @param {readonly (readonly [string, string])[]} [payload] options of the workbench that have no other way in
 * @returns {string}
 */
export function workbenchAddress(host, folder, payload = []) {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${host}/?${query}`;
}

/**
 * One look whether a server is up, or a short pause.
 * @param {string} host
 * @returns {Promise<boolean>}
 */
async function answers(host) {
  try {
    return (await fetch(`http://${host}/healthz`)).ok;
  } catch {
    await pause(100);
    return false;
  }
}

/**
 * Ends a process group: politely, and after five seconds for good.
 * @param {number | undefined} leader
 * @param {Promise<void>} ended
 */
async function endGroup(leader, ended) {
  if (!leader) return;
  signalGroup(leader, 'SIGTERM');
  await Promise.race([ended, pause(5000, undefined, { ref: false })]);
  signalGroup(leader, 'SIGKILL');
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch {
    // The group is gone already.
  }
}

/** @returns {Promise<number>} a port that nobody listens on just now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
