import { openBrowser } from '../../scripts/lib/browser.mjs';
import { packExtension } from '../../scripts/lib/extension-package.mjs';
import { inOut } from '../../scripts/lib/places.mjs';
import { newProfileIn } from '../../scripts/lib/profile.mjs';
import { installExtension, serveVsCode, workbenchAddress } from '../../scripts/lib/served-vscode.mjs';
import { copySamples } from '../copy-samples.mjs';
import { patience } from './driver.mjs';

/**
 * A VS Code on a copy of the samples, with the packed extension installed.
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {string} folder the copy of the samples
 * @property {() => Promise<void>} close
 */

/** What makes pictures alike from run to run, on top of a person's first start. */
const settings = {
  'workbench.colorTheme': 'Light Modern',
  'workbench.reduceMotion': 'on',
  'security.workspace.trust.enabled': false,
  'editor.cursorBlinking': 'solid',
  'git.enabled': false,
  'files.autoSave': 'off',
};

/**
 * Packs and installs the extension and opens the workbench.
 * @param {Readonly<Record<string, unknown>>} [own] further settings
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(own = {}) {
  const folder = copySamples(inOut('workbench/samples'));
  const profile = newProfileIn(inOut('workbench/profile'), { ...settings, ...own });
  await installExtension(profile, await packExtension());
  const server = await serveVsCode({ profile, log: 'workbench' });
  const browser = await openBrowser();
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    await browser.page.goto(workbenchAddress(server.host, folder));
    await explorerOf(browser.page).waitFor({ timeout: 2 * patience });
    return { page: browser.page, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {import('playwright-core').Page} page */
export const explorerOf = (page) => page.locator('.explorer-folders-view .monaco-list-row').first();
