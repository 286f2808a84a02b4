import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildTools, installDebianPackages } from './debian.mjs';
import { npm } from './npm.mjs';
import { inCache } from './places.mjs';
import { Explained, step } from './steps.mjs';

/** code-server is VS Code itself, served to a browser: 4.139.1 serves VS Code 1.139.1. */
const codeServerVersion = '4.139.1';

/** Its `engines` field asks for Node 24; the native parts are compiled for exactly this one. */
const nodeVersion = '24.21.0';

/**
 * @typedef {object} CodeServer
 * @property {string} node path of the Node that it runs on
 * @property {string} entry path of its main script
 */

/**
 * Fetches code-server and its Node into the cache folder, if they are not there yet.
 * @returns {Promise<CodeServer>}
 * @throws {Explained} where it cannot be had
 */
export async function installCodeServer() {
  const nodePackage = `node-${process.platform}-${process.arch}`;
  const folder = inCache('code-server', `${codeServerVersion}-${nodePackage}-${nodeVersion}`);
  const nodeFolder = path.join(folder, 'node_modules', nodePackage);
  const server = {
    node: path.join(nodeFolder, 'bin/node'),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
  const finished = path.join(folder, 'finished');
  if (existsSync(finished)) return server;

  if (process.platform !== 'linux') {
    throw new Explained(
      'No VS Code was found. Install it from your system’s store or with its installer, and put its command\n' +
        '`code` on the PATH (in VS Code: “Shell Command: Install code command in PATH”). The VS Code that is\n' +
        'served to a browser can be set up by this script on Linux only.',
    );
  }
  await installDebianPackages(buildTools);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--save-exact', '--no-audit', '--no-fund'];
  await step(`Fetch Node ${nodeVersion}`, () =>
    npm([...install, '--ignore-scripts', `${nodePackage}@${nodeVersion}`], {
      cwd: folder,
      log: 'code-server-node',
    }),
  );
  await step(`Fetch and compile code-server ${codeServerVersion} (some minutes, once)`, () =>
    npm([...install, `code-server@${codeServerVersion}`], {
      cwd: folder,
      node: server.node,
      log: 'code-server',
      env: {
        PATH: `${path.dirname(server.node)}${path.delimiter}${process.env.PATH}`,
        // Compile against the headers of this Node: the default would be those of the Node installed here.
        npm_config_nodedir: nodeFolder,
      },
    }),
  );
  writeFileSync(finished, `${new Date().toISOString()}\n`);
  return server;
}
