// What a person does in the workbench, and what can be seen there. Everything goes through keys, mouse and
// the page's own elements.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('playwright-core').Page} Page */

/** How long one thing may take to appear, in milliseconds. */
export const patience = 30_000;

/**
 * Runs a command by its title, through the command palette.
 * @param {Page} page
 * @param {string} title with its category, as the palette shows it
 * @returns {Promise<void>}
 */
export async function command(page, title) {
  const input = page.locator('.quick-input-widget:visible input').first();
  // A page that has just been shown may take the keyboard back, and the palette closes.
  for (let attempt = 0; attempt < 3; attempt++) {
    await page.keyboard.press('F1');
    const isOpen = await input.fill(`>${title}`, { timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) break;
  }
  await pick(page, title, `>${title}`);
}

/**
 * Opens a file by its name.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<void>}
 */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await pick(page, name);
  await page.locator('.tab.active').filter({ hasText: name }).waitFor({ timeout: patience });
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: patience });
}

/**
 * Types into the list that is open at the top of the window and takes the first entry that shows a text.
 * @param {Page} page
 * @param {string} text
 * @param {string} [typed] what is typed to find it
 * @returns {Promise<void>}
 */
export async function pick(page, text, typed = text) {
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor({ timeout: patience });
  await input.fill(typed);
  const entry = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text }).first();
  await entry.waitFor({ timeout: patience });
  await entry.click();
}

/**
 * Puts the caret at a place of the open file.
 * @param {Page} page
 * @param {number} line counted from 1
 * @param {number} column counted from 1, in UTF-16 code units
 * @returns {Promise<void>}
 */
export async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor({ timeout: patience });
  await input.fill(`:${line}:${column}`);
  await input.press('Enter');
  await input.waitFor({ state: 'hidden', timeout: patience });
}

/**
 * Saves a picture of the whole window.
 * @param {Page} page
 * @param {string} folder
 * @param {string} name without ending
 * @returns {Promise<string>} path of the picture
 */
export async function picture(page, folder, name) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** Colour themes that VS Code brings, and the class that each gives the workbench. */
export const themes = [
  { name: 'Light Modern', kind: 'vs' },
  { name: 'Dark Modern', kind: 'vs-dark' },
  { name: 'Light High Contrast', kind: 'hc-light' },
  { name: 'Dark High Contrast', kind: 'hc-black' },
];

/**
 * Changes the colour theme.
 * @param {Page} page
 * @param {typeof themes[number]} theme
 * @returns {Promise<void>}
 */
export async function useTheme(page, { name, kind }) {
  await command(page, 'Preferences: Color Theme');
  await pick(page, name);
  await page.locator(`.monaco-workbench.${kind}`).waitFor({ timeout: patience });
}

/**
 * Where the caret stands on the screen.
 * @param {Page} page
 * @returns {Promise<{ x: number, y: number }>} the middle of the caret, in pixels of the window
 */
export async function caretPlace(page) {
  const box = await page.locator('.editor-instance .cursors-layer .cursor').first().boundingBox();
  if (!box) throw new Error('There is no caret.');
  return { x: box.x, y: box.y + box.height / 2 };
}

/**
 * The page of an editor that shows something, once it does.
 * @param {import('playwright-core').Page} page
 * @param {string} selector what is in no other page
 * @returns {Promise<import('playwright-core').Frame>}
 */
export async function frameWith(page, selector) {
  /** @type {import('playwright-core').Frame | undefined} */
  let found;
  await until(`a page with ${selector}`, async () => {
    for (const frame of page.frames()) {
      const count = frame.locator(selector).count();
      if ((await count.catch(() => 0)) > 0) found = frame;
    }
    return found !== undefined;
  });
  if (!found) throw new Error(`There is no page with ${selector}.`);
  return found;
}

/**
 * Waits until something holds.
 * @param {string} what for the error
 * @param {() => boolean | Promise<boolean>} holds
 */
export async function until(what, holds) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await pause(200);
  }
}
