import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut } from '../../scripts/lib/places.mjs';
import { articleOf, placeOf, plainWord, storedFor } from './article.mjs';
import { caretPlace, command, goTo, openFile, patience, pick, picture, themes, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

describe('a day with Hashiya', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {import('./article.mjs').Article} */
  let article;
  let broken = false;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    article = articleOf(workbench.folder, 'railway-agreement.txt');
  });
  after(() => workbench?.close());

  // Each step starts where the one before has ended.
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    broken = true;
    const file = await shot(`failed: ${this.currentTest.title}`);
    console.log(`see ${file}`);
  });

  const shot = (/** @type {string} */ name) => picture(page, inOut('screenshots'), name);
  const stored = () => storedFor(workbench.folder, article);
  const status = () => page.locator('.statusbar-item[id*="hashiya.status"]');
  const drawn = () => page.locator('.editor-instance .view-overlays .cdr[class*="ced-"]');
  const counts = async () => {
    const told = (await status().locator('[aria-label]').first().getAttribute('aria-label')) ?? '';
    const numberOf = (/** @type {RegExp} */ what) => Number(what.exec(told)?.[1] ?? Number.NaN);
    return { marks: numberOf(/Marks to decide on: (\d+)/), accepted: numberOf(/Annotations: (\d+)/) };
  };
  const putCaret = (/** @type {number} */ offset) => {
    const { line, column } = placeOf(article.text, offset);
    return goTo(page, line, column);
  };

  it('opens an article, and marks come by themselves', async () => {
    await openFile(page, article.name);
    await until('counts in the status bar', async () => (await counts()).marks > 0);
    const { marks } = await counts();
    const found = article.entities.length + article.quotations.length;
    assert.ok(marks >= found, `${marks} marks in the status bar, ${found} from the command line`);
    await drawn().first().waitFor({ timeout: patience });
  });

  it('explains a mention when the mouse rests on it', async () => {
    const persons = article.entities.filter(({ label }) => label === 'PER');
    const mentions = (/** @type {string} */ name) =>
      persons.filter(({ canonical }) => canonical === name).length;
    const [entity] = persons.sort((a, b) => mentions(b.canonical) - mentions(a.canonical));
    assert.ok(entity, 'no person is named');
    await putCaret(entity.start + 1);
    const { x, y } = await caretPlace(page);
    // The text runs to the left, so that the next letter lies there.
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x - 3, y, { steps: 3 });
    const hover = page.locator('.monaco-hover:visible').filter({ hasText: entity.label }).first();
    await hover.waitFor({ timeout: patience });
    assert.ok((await hover.innerText()).includes(entity.canonical));
    await shot('hover');
    await page.mouse.move(640, 5);
  });

  it('goes to the first mark with F9 and accepts it with Alt+Enter', async () => {
    await putCaret(0);
    const before = await counts();
    await page.keyboard.press('F9');
    await page.keyboard.press('Alt+Enter');
    await until('an annotation on disk', () => stored().some(({ decision }) => decision === 'accepted'));
    await until('the counts to follow', async () => (await counts()).accepted === before.accepted + 1);
  });

  it('warns in the status bar while annotations cannot be written, and writes them on a click', async () => {
    const annotations = path.join(workbench.folder, 'annotations');
    const aside = path.join(workbench.folder, 'aside');
    renameSync(annotations, aside);
    writeFileSync(annotations, 'a file where the folder should be');
    const warned = page.locator('.statusbar-item.warning-kind[id*="hashiya.status"]');
    await page.keyboard.press('F9');
    await page.keyboard.press('Alt+Enter');
    await warned.filter({ hasText: 'not saved' }).waitFor({ timeout: patience });
    await page.locator('.notification-toast').filter({ hasText: 'Annotations not saved' }).waitFor();
    await shot('not-saved');
    await status().click();
    await page.locator('.notification-toast').filter({ hasText: 'Try Again' }).waitFor({ timeout: patience });
    await warned.waitFor({ timeout: patience });
    rmSync(annotations);
    renameSync(aside, annotations);
    await status().click();
    await warned.waitFor({ state: 'hidden', timeout: patience });
    assert.equal(stored().filter(({ decision }) => decision === 'accepted').length, 2);
    await command(page, 'Notifications: Clear All Notifications');
    // The click has put the keyboard into the status bar.
    await putCaret(0);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+Z');
    await until('one annotation left', () => stored().length === 1);
  });

  it('tags a word with two keys', async () => {
    const { start, words } = plainWord(article);
    await putCaret(start + 1);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('e');
    await until(`«${words}» on disk`, () =>
      stored().some(({ label, exact }) => label === 'EVENT' && exact === words),
    );
    await shot('tagged');
  });

  it('takes the tag back with Alt+A Alt+Z', async () => {
    const { words } = plainWord(article);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+Z');
    await until(`«${words}» gone from disk`, () => !stored().some(({ exact }) => exact === words));
  });

  it('tags the word with a label picked from the list', async () => {
    const { start, words } = plainWord(article);
    await putCaret(start + 1);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+A');
    await page.locator('.quick-input-widget:visible').waitFor({ timeout: patience });
    await shot('labels');
    await page.keyboard.type('PRODUCT');
    await page.keyboard.press('Enter');
    await until(`«${words}» on disk`, () =>
      stored().some(({ label, exact }) => label === 'PRODUCT' && exact === words),
    );
  });

  it('lists problems alone in the Problems panel, marks not', async () => {
    await command(page, 'Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'problem/' }).first().waitFor({ timeout: patience });
    assert.equal(await rows.filter({ hasText: /(?:entity|quotation|boilerplate)\// }).count(), 0);
    await shot('problems');
    await command(page, 'View: Toggle Panel Visibility');
    await rows.first().waitFor({ state: 'hidden', timeout: patience });
  });

  it('hides the entities and shows them again with Alt+A Alt+E', async () => {
    // A blank line, where no ring is drawn round a mark at the caret.
    await putCaret(article.text.indexOf('\n\n') + 1);
    await pause(500);
    const before = await drawn().count();
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+E');
    await until('fewer marks', async () => (await drawn().count()) < before / 2);
    await shot('without-entities');
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+E');
    await until('all marks', async () => (await drawn().count()) === before);
  });

  it('has the headline in the outline, and what is found below it', async () => {
    await command(page, 'Explorer: Focus on Outline View');
    const rows = page.locator('.outline-tree .monaco-list-row');
    const headline = article.lines.find((line) => line.class === 'headline');
    const title = article.text.split('\n')[(headline?.line ?? 0) - 1] ?? '';
    await rows.filter({ hasText: title }).first().waitFor({ timeout: patience });
    assert.ok((await rows.count()) > 3);
    await shot('outline');
    const first = () => rows.first().innerText();
    const before = await first();
    await putCaret(0);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('h');
    // No text was edited: the annotations alone have changed.
    await until('another first line', async () => (await first()) !== before);
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+Z');
    await until('the first line as before', async () => (await first()) === before);
  });

  it('exports a dataset', async () => {
    const known = new Set(readdirSync(workbench.folder));
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+X');
    await pick(page, 'JSONL', '');
    await page
      .locator(
        '.quick-input-widget:visible .quick-input-check-all, .quick-input-widget:visible .quick-input-count',
      )
      .first()
      .waitFor({ timeout: patience });
    await shot('export');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible input').first().waitFor({ timeout: patience });
    await page.keyboard.press('Enter');
    const dataset = await until('the dataset', () =>
      readdirSync(workbench.folder).find((name) => !known.has(name)),
    );
    const content = readFileSync(path.join(workbench.folder, dataset), 'utf8');
    for (const line of content.split('\n').filter(Boolean)) JSON.parse(line);
    assert.ok(content.includes(plainWord(article).words));
  });

  it('still has every annotation after the window was reloaded', async () => {
    const before = await counts();
    const onDisk = stored();
    await page.reload();
    await until(
      'counts in the status bar',
      async () => (await status().count()) > 0 && (await counts()).marks > 0,
    );
    assert.deepEqual(await counts(), before);
    assert.deepEqual(stored(), onDisk);
  });

  for (const theme of themes) {
    it(`shows its marks in the theme ${theme.name}`, async () => {
      await useTheme(page, theme);
      await pause(500);
      const colours = await drawn().evaluateAll((marks) =>
        marks.map((mark) => getComputedStyle(mark).borderColor),
      );
      assert.ok(
        colours.some((colour) => !/, 0\)$/.test(colour)),
        colours.join(' '),
      );
      await shot(
        theme.name
          .toLowerCase()
          .replace(/ modern$/, '')
          .replace(/(light|dark) (.*)/, '$2 $1')
          .replaceAll(' ', '-'),
      );
    });
  }
});

/**
 * Waits until something is so.
 * @template T
 * @param {string} what named when it does not come
 * @param {() => T | Promise<T>} look
 * @returns {Promise<Exclude<T, undefined | false>>}
 */
async function until(what, look) {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return /** @type {Exclude<T, undefined | false>} */ (value);
    if (Date.now() > deadline) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`);
    await pause(100);
  }
}
