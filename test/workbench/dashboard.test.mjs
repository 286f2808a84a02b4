import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { command, frameWith, openFile, patience, picture, themes, until, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('../../core/dataset/statistics/figures.ts').ProjectStatistics} ProjectStatistics */

describe('the dashboard', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {import('playwright-core').Frame} */
  let frame;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    cpSync(inRepository('samples/annotations'), path.join(workbench.folder, 'annotations'), {
      recursive: true,
    });
    // The palette lists the command once the extension is known.
    await openFile(page, 'comet.txt');
    await page.locator('.statusbar-item[id*="hashiya.status"]').waitFor({ timeout: patience });
    await page.setViewportSize({ width: 1440, height: 1000 });
    await command(page, 'Hashiya: Show Dashboard');
    frame = await frameWith(page, '.cards .card');
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden', timeout: patience });
    await pause(1000);
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    console.log(`see ${await picture(page, inOut('screenshots'), `failed: ${this.currentTest.title}`)}`);
  });

  /** @returns {ProjectStatistics} what the command line says of the folder */
  const told = () =>
    JSON.parse(
      execFileSync(process.execPath, [inRepository('dist/cli.mjs'), 'stats', '--json', workbench.folder], {
        encoding: 'utf8',
      }),
    );
  const card = (/** @type {string} */ id) => frame.locator(`section[aria-labelledby="card-${id}"]`);
  const asTable = (/** @type {string} */ id) => card(id).locator('.toggle').nth(1).click();
  const rows = async (/** @type {string} */ id) =>
    Promise.all(
      (await card(id).locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()),
    );

  const pictures = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];
  for (const [index, theme] of themes.entries())
    it(`has a picture in ${theme.name}`, async () => {
      await useTheme(page, theme);
      await frame.locator('.chart svg').first().waitFor();
      await pause(500);
      await picture(page, inOut('screenshots'), `dashboard-${pictures[index]}`);
    });

  it('says what the command line says', async () => {
    const { dataset, coverage } = told();
    await asTable('entities');
    const labels = dataset.labels.filter(({ layer }) => layer === 'entities');
    assert.deepEqual(
      (await rows('entities')).map(([, decided, silver]) => [Number(decided), Number(silver)]),
      labels.map(({ decided, silver }) => [decided, silver]),
    );
    assert.deepEqual(
      (await rows('articles')).map(([file]) => file),
      dataset.byArticle.map(({ file }) => file),
    );
    assert.ok((await frame.locator('.tiles').innerText()).includes(`${coverage.decisions.open} open`));
  });

  it('has the colours that labels have in the text', async () => {
    const colour = (/** @type {string} */ name) =>
      frame.evaluate(
        (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable),
        name,
      );
    assert.match(await colour('--vscode-hashiya-entity.PER'), /^#[\da-f]{6}/);
    await card('entities').locator('.dot').first().waitFor();
    const dots = await card('entities')
      .locator('.dot')
      .evaluateAll((all) => all.map((dot) => getComputedStyle(dot).backgroundColor));
    assert.ok(new Set(dots).size > 5, dots.join(' '));
  });

  it('saves a chart as a picture', async () => {
    await card('lengths').locator('.tool', { hasText: 'SVG' }).click();
    const input = page.locator('.quick-input-widget:visible input').first();
    await input.waitFor({ timeout: patience });
    // It proposes a name of its own, a moment after it is there.
    const file = path.join(workbench.folder, 'samples-lengths.svg');
    await until('the name', async () => (await input.inputValue()).endsWith('samples-lengths.svg'));
    await input.press('Enter');
    await until('the file', () => existsSync(file));
    assert.match(readFileSync(file, 'utf8'), /^<svg [\s\S]*<title>Lengths in tokens: Articles<\/title>/);
  });

  it('leads from a name to its place, and counts anew when something is decided', async () => {
    const before = told();
    await asTable('names');
    await card('names').locator('tbody .link').first().click();
    await page.locator('.tab.active').filter({ hasText: '.txt' }).waitFor({ timeout: patience });
    await page
      .locator('.editor-instance .view-overlays .cdr[class*="ced-"]')
      .first()
      .waitFor({ timeout: patience });
    // The name is selected: whoever annotates here takes it.
    await page.keyboard.press('Alt+Enter');
    const people = () => told().coverage.annotators.map(({ annotator }) => annotator);
    await until(
      'one more annotator on disk',
      () => people().length === before.coverage.annotators.length + 1,
    );
    await page.locator('.tab').filter({ hasText: 'Statistics' }).click();
    frame = await frameWith(page, '.cards .card');
    const shown = async () => (await card('annotators').locator('.chart').getAttribute('aria-label')) ?? '';
    await until('the new figures', async () => {
      const description = await shown();
      return people().every((name) => description.includes(`${name}: `));
    });
  });
});
