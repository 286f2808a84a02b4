import { existsSync, statSync } from 'node:fs';
import { run } from './commands.mjs';
import { inRepository } from './places.mjs';
import { step } from './steps.mjs';

/**
 * Runs npm, the same one that runs this script where one does.
 * @param {readonly string[]} args
 * @param {import('./commands.mjs').RunOptions & { node?: string }} [options] `node`: the Node to run npm on
 * @returns {Promise<void>}
 */
export function npm(args, { node = process.execPath, env = {}, ...options } = {}) {
  const script = process.env.npm_execpath;
  // Other package managers set this variable as well.
  const given = script && /npm-cli\.c?js$/.test(script);
  const [program, ...first] = given ? [node, script] : ['npm'];
  return run(program, [...first, ...args], { ...options, env: { ...ofNobody, ...env } });
}

/** By these an npm that runs this script has said on which Node it runs. The one that is started says it anew. */
const ofNobody = { npm_config_user_agent: undefined, npm_node_execpath: undefined, NODE: undefined };

/**
 * Installs the packages of package-lock.json when node_modules is absent or older than it.
 * @returns {Promise<void>}
 */
export async function installPackages() {
  // npm writes this file at the end of each install, so a broken one is done again.
  const installed = inRepository('node_modules/.package-lock.json');
  const wanted = inRepository('package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  await step('Install packages from npm', () => npm(['ci', '--no-audit', '--no-fund'], { log: 'npm-ci' }));
}
