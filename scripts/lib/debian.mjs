import { spawnSync } from 'node:child_process';
import { findProgram, run } from './commands.mjs';
import { Explained, step } from './steps.mjs';

/** What code-server's native parts are compiled with. */
export const buildTools = ['build-essential', 'python3', 'pkg-config', 'libkrb5-dev'];

/** A browser without a window, and letters for its screenshots. */
export const browserPackages = ['chromium', 'fonts-noto-core'];

/**
 * Sees to it that Debian packages are installed. On a system without dpkg it does nothing: there the
 * programs have to be present already, and whatever misses one says so.
 * @param {readonly string[]} packages
 * @returns {Promise<void>}
 * @throws {Explained} when some are missing and this user may not install them
 */
export async function installDebianPackages(packages) {
  if (!findProgram('dpkg-query')) return;
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const asRoot = rootPrefix();
  if (!asRoot) {
    throw new Explained(
      `Some Debian packages are needed and this user may not install them. Please run:\n\n` +
        `    sudo apt-get update && sudo apt-get install --no-install-recommends ${missing.join(' ')}\n\n` +
        `and then the same command again.`,
    );
  }
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const aptGet = (/** @type {string[]} */ args, /** @type {string} */ log) =>
    run(apt[0] ?? '', [...apt.slice(1), ...args], { log });
  await step(`Install Debian packages: ${missing.join(', ')}`, async () => {
    await aptGet(['update'], 'apt-update');
    await aptGet(['install', '-y', '--no-install-recommends', ...missing], 'apt-install');
  });
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8' });
  return stdout === 'installed';
}

/** How to run a command as root without being asked for a password: nothing, `sudo -n`, or no way. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const mayRunAll = spawnSync('sudo', ['-n', 'true']).status === 0;
  return mayRunAll ? ['sudo', '-n'] : undefined;
}
