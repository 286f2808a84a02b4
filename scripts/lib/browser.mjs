import { chromium } from 'playwright-core';
import { findProgram } from './commands.mjs';
import { browserPackages, installDebianPackages } from './debian.mjs';
import { Explained } from './steps.mjs';

/** What a browser does behind one's back, switched off. */
const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * @typedef {object} OpenBrowser
 * @property {import('playwright-core').Page} page
 * @property {ReadonlySet<string>} refused hosts that the page asked for and did not get
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page in a Chromium without a window. It reaches this machine and nothing else.
 * @returns {Promise<OpenBrowser>}
 * @throws {Explained} when there is no Chromium
 */
export async function openBrowser() {
  await installDebianPackages(browserPackages);
  const executablePath =
    process.env.CHROMIUM_PATH ??
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (!executablePath) {
    throw new Explained('No Chromium was found: install it, or give its path in CHROMIUM_PATH.');
  }
  const browser = await chromium.launch({ executablePath, args: quietArguments });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  /** @type {Set<string>} */
  const refused = new Set();
  await context.route(
    (address) =>
      /^https?:$/.test(address.protocol) &&
      !/^(?:127\.0\.0\.1|(?:[\w-]+\.)*localhost)$/.test(address.hostname),
    (route) => {
      refused.add(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  return { page: await context.newPage(), refused, close: () => browser.close() };
}
