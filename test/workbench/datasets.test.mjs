import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOut } from '../../scripts/lib/places.mjs';
import { command, openFile, patience, pick, picture } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

describe('datasets in the editor', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    await openFile(page, 'comet.txt');
    await page.locator('.statusbar-item[id*="hashiya.status"]').waitFor({ timeout: patience });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    console.log(`see ${await picture(page, inOut('screenshots'), `failed: ${this.currentTest.title}`)}`);
  });

  const within = (/** @type {string[]} */ ...names) => path.join(workbench.folder, ...names);

  const told = (/** @type {string} */ words) =>
    page.locator('.notification-toast').filter({ hasText: words }).first().waitFor({ timeout: patience });

  it('imports what another program found, as marks', async () => {
    const article = readFileSync(within('articles', 'comet.txt'), 'utf8');
    const words = article.split('\n').find((line) => line.split(' ').length > 8) ?? '';
    const [first = '', second = '', third = ''] = words.split(' ');
    writeFileSync(within('found.conll'), `${first} O\n${second} B-ORG\n${third} I-ORG\n`);
    await command(page, 'Hashiya: Import Dataset…');
    await pick(page, 'CoNLL-2003, IOB2, whole words');
    // The dialog for files lists the project's folder.
    await page.locator('.quick-input-list').getByText('found.conll', { exact: true }).click();
    await pick(page, 'As marks');
    await told('Imported.');
    const marks = readFileSync(within('marks', 'articles', 'comet.txt.jsonl'), 'utf8');
    assert.ok(marks.includes(`"exact":"${second} ${third}"`), marks);
    await page.keyboard.press('Escape');
  });

  it('exports in splits, near-duplicates and all, what was accepted and what was suggested', async () => {
    await command(page, 'Hashiya: Export Dataset…');
    await pick(page, 'Hashiya JSON lines', 'Hashiya');
    for (const option of ['Undecided marks too', 'Split it']) {
      const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: option }).first();
      await row.waitFor({ timeout: patience });
      await row.click();
    }
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible').getByText('Export here').click();
    await told('Exported.');
    const files = ['train.jsonl', 'validation.jsonl', 'test.jsonl'].filter((name) =>
      existsSync(within(name)),
    );
    assert.ok(files.length > 1, files.join());
    const records = files.flatMap((file) =>
      readFileSync(within(file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => /** @type {{ file: string }} */ (JSON.parse(line)).file),
    );
    assert.deepEqual(
      records.sort(),
      readdirSync(within('articles'))
        .map((name) => `articles/${name}`)
        .sort(),
    );
  });
});
