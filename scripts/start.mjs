// `npm start -- [FOLDER]`: everything from a fresh clone to an open VS Code. Until the packages are installed it
// may import only Node's own modules and scripts/lib files that do the same.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './lib/arguments.mjs';
import { installCodeServer } from './lib/code-server.mjs';
import { run } from './lib/commands.mjs';
import { desktopCommand } from './lib/desktop.mjs';
import { packExtension } from './lib/extension-package.mjs';
import { installPackages } from './lib/npm.mjs';
import { inCache, inRepository, repository } from './lib/places.mjs';
import { profileIn } from './lib/profile.mjs';
import { installExtension, serveVsCode, workbenchAddress } from './lib/served-vscode.mjs';
import { Explained, main, step } from './lib/steps.mjs';

const help = `Usage: npm start -- [FOLDER] [--port N]

Builds Hashiya and opens VS Code with it.

  FOLDER      the folder to open; the sample articles unless given
  --port N    serve VS Code to a browser, on this port of 127.0.0.1, even where there is a desktop VS Code
  --help      show this

Where a desktop VS Code is on the PATH (\`code\`), that is opened. Otherwise VS Code is served on 127.0.0.1 and its
address printed; what that takes is fetched at the first time, into the folder .cache. Ctrl-C ends it.`;

await main(async () => {
  const { values, positionals, showHelp } = readArguments(help, ['port']);
  if (showHelp) return console.log(help);
  const folder = folderOf(positionals);
  const port = portOf(values.port);
  await installPackages();
  await step('Build', () => run(process.execPath, [inRepository('scripts/build.mjs')], { log: 'build' }));
  const code = port === undefined ? desktopCommand() : undefined;
  if (code) await openDesktop(code, folder);
  else await serve(folder, port);
});

/**
 * @param {readonly string[]} given
 * @returns {string} absolute path
 * @throws {Explained} when that is no folder
 */
function folderOf([given, ...more]) {
  if (more.length > 0) throw new Explained(`One folder at a time, please.\n\n${help}`);
  // npm runs scripts in the repository; INIT_CWD is where the person stands.
  const folder = given ? path.resolve(process.env.INIT_CWD ?? process.cwd(), given) : inRepository('samples');
  if (!existsSync(folder)) throw new Explained(`There is no folder ${folder}.`);
  if (!statSync(folder).isDirectory()) throw new Explained(`${folder} is a file; please give its folder.`);
  return folder;
}

/**
 * @param {string | undefined} given
 * @returns {number | undefined}
 * @throws {Explained} when that is no port
 */
function portOf(given) {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Explained(`--port takes a number from 1 to 65535, not “${given}”.`);
}

/**
 * @param {string} code
 * @param {string} folder
 */
async function openDesktop(code, folder) {
  await step('Open VS Code', () =>
    run(code, [`--extensionDevelopmentPath=${repository}`, folder], { log: 'desktop' }),
  );
}

/**
 * @param {string} folder
 * @param {number | undefined} port
 */
async function serve(folder, port) {
  const profile = profileIn(inCache('profile'), { 'security.workspace.trust.enabled': false });
  const vsix = await packExtension();
  await installCodeServer();
  await step('Install the extension', () => installExtension(profile, vsix));
  const server = await step('Start VS Code', () =>
    serveVsCode({ profile, log: 'vscode', ...(port && { port }) }),
  );
  console.log(
    `\nOpen this address in a browser on this machine:\n\n    ${workbenchAddress(server.host, folder)}\n`,
  );
  console.log('Ctrl-C ends VS Code.');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, server.stop);
  await server.ended;
  await server.stop();
}
