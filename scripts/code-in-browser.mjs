#!/usr/bin/env node
// Stands where a desktop VS Code would: takes its arguments, opens the same workbench in a browser without a
// window, lets it run a suite in its extension host, and ends with the suite's status. This way `runTests` of
// @vscode/test-electron runs one and the same suite with or without a desktop.
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './lib/browser.mjs';
import { logFile } from './lib/commands.mjs';
import { inOut } from './lib/places.mjs';
import { serveVsCode, workbenchAddress } from './lib/served-vscode.mjs';
import { Explained, main } from './lib/steps.mjs';

/** How long a suite may take, in milliseconds. */
const longestRun = 5 * 60_000;

await main(async () => {
  const { profile, folder, extension, suite } = readArguments();
  // A workbench that is not built for testing takes no development extension and no suite without this option.
  const forTesting = ['--vscode-option', 'enable-smoke-test-driver'];
  const server = await serveVsCode({ profile, log: 'host-vscode', args: forTesting });
  const browser = await openBrowser();
  try {
    return await runSuite(browser.page, server.host, folder, extension, suite);
  } finally {
    await browser.close();
    await server.stop();
  }
});

/**
 * Takes what matters here from the arguments of a desktop VS Code; the others have no meaning in a browser.
 * @throws {Explained} when one is missing
 */
function readArguments() {
  const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
  const take = (/** @type {string} */ name) => {
    const value = values[name];
    if (typeof value !== 'string') throw new Explained(`The argument --${name}=… is missing.`);
    return path.resolve(value);
  };
  if (!positionals[0]) throw new Explained('The folder to open is missing.');
  return {
    folder: path.resolve(positionals[0]),
    profile: { userData: take('user-data-dir'), extensions: take('extensions-dir') },
    extension: take('extensionDevelopmentPath'),
    suite: take('extensionTestsPath'),
  };
}

/**
 * Opens the workbench so that it runs a suite, and waits for the end.
 * @param {import('playwright-core').Page} page
 * @param {string} host
 * @param {string} folder
 * @param {string} extension folder of the extension in development
 * @param {string} suite file whose `run` is called in the extension host
 * @returns {Promise<number>} 0 when the suite has passed
 */
async function runSuite(page, host, folder, extension, suite) {
  const log = createWriteStream(logFile('host-page'));
  page.on('console', (message) => log.write(`${message.text()}\n`));

  // The workbench calls these two functions of its page, so they have to be there before it loads.
  /** @type {Promise<number>} */
  const finished = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      // The workbench's own chatter comes this way too; the suite marks its lines with a bar.
      const ofWorkbench = args.some((part) => String(part).includes('/workbench/workbench.js'));
      if (type === 'error' && !ofWorkbench) console.error(...args);
      else if (String(args[0]).startsWith('│')) console.log(...args);
    },
  );

  const remote = (/** @type {string} */ file) => `vscode-remote://${host}${file}`;
  await page.goto(
    workbenchAddress(host, folder, [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suite)],
      ['skipWelcome', 'true'],
    ]),
  );
  let timer;
  const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, longestRun, 'too long')));
  const status = await Promise.race([finished, tooLong]);
  clearTimeout(timer);
  if (typeof status === 'number') return status;
  const picture = inOut('logs', 'host-too-long.png');
  await page.screenshot({ path: picture });
  throw new Explained(`The suite did not end within ${longestRun / 60_000} minutes: see ${picture}.`);
}
