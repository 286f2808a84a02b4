import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut } from '../../scripts/lib/places.mjs';
import { command, openFile, patience, picture, themes, until, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

describe('the first five minutes', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;
  /** Where the sample project is put. */
  const place = inOut('workbench/new');
  const folder = path.join(place, 'hashiya-sample');

  before(async () => {
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    workbench = await openWorkbench();
    page = workbench.page;
    await page.setViewportSize({ width: 1440, height: 1000 });
    // The palette lists the command once the extension is known.
    await openFile(page, 'comet.txt');
    await page.locator('.statusbar-item[id*="hashiya.status"]').waitFor({ timeout: patience });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    console.log(`see ${await shot(`failed: ${this.currentTest.title}`)}`);
  });

  const shot = (/** @type {string} */ name) => picture(page, inOut('screenshots'), name);

  it('creates a sample project by one command', async () => {
    await command(page, 'Hashiya: Create Sample Project…');
    const input = page.locator('.quick-input-widget:visible input').first();
    await input.waitFor({ timeout: patience });
    // It proposes a folder of its own, a moment after it is there.
    await until('the proposed folder', async () => (await input.inputValue()) !== '');
    const dialog = page.locator('.monaco-dialog-box').filter({ hasText: 'hashiya-sample' });
    await until('the folder to be there', async () => {
      if (await dialog.isVisible()) return true;
      if (!(await input.isVisible())) return false;
      // What it proposes late takes the place of what was typed.
      if ((await input.inputValue()) !== `${place}/`) await input.fill(`${place}/`);
      else await page.locator('.quick-input-widget:visible').getByText('Create Here').click();
      await pause(1000);
      return false;
    });
    await shot('sample-created');
    assert.ok(existsSync(path.join(folder, 'hashiya.json')));
    const articles = readdirSync(path.join(folder, 'articles'));
    const annotated = readdirSync(path.join(folder, 'annotations/hashiya/articles'));
    assert.equal(articles.length - annotated.length, 2);
  });

  it('opens it with its first article, the articles and the walkthrough', async () => {
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Open Here' }).click();
    await page.locator('.tab', { hasText: 'volleyball-final.txt' }).waitFor({ timeout: 2 * patience });
    await page
      .locator('.gettingStartedContainer .getting-started-step')
      .first()
      .waitFor({ timeout: patience });
    await page.locator('.part.sidebar .pane-header', { hasText: 'Articles' }).waitFor({ timeout: patience });
    await until(
      'marks',
      async () => (await page.locator('.editor-instance .view-overlays .cdr[class*="ced-"]').count()) > 0,
    );
    const articles = page.locator('.part.sidebar .pane').first();
    await until('the progress', async () => /6 of 10 articles done/.test(await articles.innerText()));
    await pause(1500);
    await shot('sample-opened');
  });

  it('takes the first steps by keys', async () => {
    await page.locator('.tab', { hasText: 'volleyball-final.txt' }).click();
    await page.keyboard.press('F9');
    await page.keyboard.press('Alt+Enter');
    const store = path.join(folder, 'annotations/hashiya/articles/volleyball-final.txt.jsonl');
    await until(
      'an annotation on disk',
      () => existsSync(store) && readFileSync(store, 'utf8').includes('accepted'),
    );
  });

  it('shows each step with its picture', async () => {
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await command(page, 'View: Close Primary Side Bar');
    await command(page, 'View: Maximize Editor Group and Hide Side Bars');
    // Its tab shows all walkthroughs when it is clicked.
    await page
      .locator('button.getting-started-category', { hasText: 'Annotate Articles with Hashiya' })
      .click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    assert.equal(await steps.count(), 6);
    for (const [index, step] of (await steps.all()).entries()) {
      // The step that is open already cannot be clicked.
      if (await step.isEnabled()) await step.click();
      await pause(700);
      await shot(`walkthrough-step-${index + 1}`);
    }
  });

  const names = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];
  for (const [index, theme] of themes.entries())
    it(`has a walkthrough in ${theme.name}`, async () => {
      await useTheme(page, theme);
      await pause(1000);
      await shot(`walkthrough-${names[index]}`);
    });
});
