import { existsSync, statSync } from 'node:fs';
import { npm } from '../../scripts/lib/npm.mjs';
import { inRepository } from '../../scripts/lib/places.mjs';
import { Explained } from '../../scripts/lib/steps.mjs';

/**
 * Installs the peers from npm, each at the version that package-lock.json names, into this folder, without running any
 * script of theirs; says so. What ships, and what the project is built of, has nothing of it.
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installPeers() {
  const folder = inRepository('bench/peers');
  const installed = `${folder}/node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs)
    return true;
  console.log('Installing the programs to compare with into bench/peers/node_modules (220 MB, from npm) …');
  try {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1'];
    await npm(['ci', ...quiet, '--prefix', folder], { cwd: folder, log: 'npm-ci-peers' });
    return true;
  } catch (error) {
    if (!(error instanceof Explained)) throw error;
    console.log(`They cannot be had, so Hashiya is measured alone. ${error.message}`);
    return false;
  }
}
