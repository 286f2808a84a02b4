import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut } from '../../scripts/lib/places.mjs';
import { articleOf, placeOf, storedFor } from './article.mjs';
import { command, goTo, openFile, patience, pick, picture, themes, until, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

/** Marks that keep Arabic words from running into what stands beside them; nobody sees them. */
const MARKS = /[\u200e\u200f\u2066-\u2069]/g;

describe('the side views', () => {
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
    article = articleOf(workbench.folder, 'comet.txt');
    await page.setViewportSize({ width: 1440, height: 1000 });
  });
  after(() => workbench?.close());

  // Each step starts where the one before has ended.
  beforeEach(function () {
    if (broken) this.skip();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    broken = true;
    console.log(`see ${await shot(`failed: ${this.currentTest.title}`)}`);
  });

  const shot = (/** @type {string} */ name) => picture(page, inOut('screenshots'), name);
  const stored = () => storedFor(workbench.folder, article);
  const pane = (/** @type {string} */ title) =>
    page.locator('.part.sidebar .pane', {
      has: page.locator('.pane-header .title', { hasText: new RegExp(`^${title}$`) }),
    });
  const rows = (/** @type {string} */ title) => pane(title).locator('.monaco-list-row');
  /** What the rows of a view say, without what only a screen hides. */
  const said = async (/** @type {string} */ title) =>
    (await rows(title).allInnerTexts()).map((text) =>
      text.replaceAll(MARKS, '').replaceAll(/\s+/g, ' ').trim(),
    );
  const focusOn = async (/** @type {string} */ title) => {
    await command(page, `Hashiya: Focus on ${title} View`);
    await rows(title).first().waitFor({ timeout: patience });
  };

  it('lists the articles of the project with how far they are', async () => {
    await openFile(page, article.name);
    await focusOn('Articles');
    const names = readdirSync(path.join(workbench.folder, 'articles'));
    const all = String(names.length);
    // Rows that are out of sight are not on the page.
    await until(
      'all articles',
      async () => (await rows('Articles').first().getAttribute('aria-setsize')) === all,
    );
    const shown = await said('Articles');
    for (const text of shown)
      assert.ok(
        names.some((name) => text.startsWith(name)),
        text,
      );
    await until('what is left in the open one', async () =>
      (await said('Articles')).some((text) => text.startsWith(article.name) && /\d left/.test(text)),
    );
    await until('the open one selected', async () =>
      (await pane('Articles').locator('.monaco-list-row.selected').innerText()).includes(article.name),
    );
  });

  it('lists entities with their mentions and quotations by speaker', async () => {
    await focusOn('Entities');
    const [first] = await said('Entities');
    const names = new Set(article.entities.map(({ canonical }) => canonical));
    assert.ok(
      [...names].some((name) => first?.startsWith(name)),
      `${first} among ${[...names].join(' | ')}`,
    );
    const speakers = article.quotations.flatMap(({ speaker }) => (speaker ? [speaker.text] : []));
    await rows('Quotations').first().waitFor({ timeout: patience });
    const shown = (await said('Quotations')).join('\n');
    assert.ok(
      speakers.some((name) => shown.includes(name)),
      shown,
    );
  });

  const pictures = ['light', 'dark', 'high-contrast-light', 'high-contrast-dark'];
  for (const [index, theme] of themes.entries())
    it(`has a picture in ${theme.name}`, async () => {
      await useTheme(page, theme);
      await pause(700);
      await shot(`views-${pictures[index]}`);
    });

  it('leads from a mention to its place with Enter, and gives the keyboard back to the text', async () => {
    await useTheme(page, first(themes));
    await focusOn('Entities');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const mention = pane('Entities').locator('.monaco-list-row[aria-level="2"]').first();
    await mention.waitFor({ timeout: patience });
    await page.keyboard.press('ArrowDown');
    await pane('Entities').locator('.monaco-list-row.focused[aria-level="2"]').waitFor({ timeout: patience });
    await page.keyboard.press('Enter');
    await page
      .locator('.editor-instance.focused, .editor-instance .monaco-editor.focused')
      .first()
      .waitFor({ timeout: patience });
    // What Enter has led to is what the next key decides on.
    await page.keyboard.press('Alt+Enter');
    await until('an annotation on disk', () => stored().some(({ decision }) => decision === 'accepted'));
  });

  it('selects what the caret stands in, and leaves the keyboard in the text', async () => {
    const said = article.quotations.find(({ kind }) => kind === 'direct');
    assert.ok(said);
    const { line, column } = placeOf(article.text, said.start);
    await goTo(page, line, column);
    const selected = pane('Quotations').locator('.monaco-list-row.selected');
    const words = article.text.slice(said.start, said.end).split(/\s+/).slice(0, 3).join(' ');
    await until('the quotation selected', async () =>
      (await selected.allInnerTexts()).some((text) => text.replaceAll(MARKS, '').includes(words)),
    );
    assert.ok(await page.locator('.editor-instance .monaco-editor.focused').count());
  });

  it('rejects what is meant with the button of its row', async () => {
    const rejected = () => stored().filter(({ decision }) => decision === 'rejected').length;
    const before = rejected();
    const row = rows('Quotations').filter({ hasText: /\S/ }).last();
    await row.hover();
    await row.locator('.action-label[aria-label="Reject"]').click();
    await until('a rejection on disk', () => rejected() > before);
    // Another row is selected: it is not meant.
    assert.equal(rejected(), before + 1);
  });

  it('tells who did what when, and dims what was taken back', async () => {
    await focusOn('History');
    await until('two entries', async () => (await rows('History').count()) >= 2);
    const shown = await said('History');
    assert.ok(
      shown.some((text) => /accepted · (?:now|[^·]* ago)/.test(text)),
      shown.join(' | '),
    );
    assert.ok(
      shown.some((text) => /rejected · /.test(text)),
      shown.join(' | '),
    );
    await pane('History').hover();
    await pane('History').locator('.action-label[aria-label="Undo"]').click();
    await until('the rejection gone', () => !stored().some(({ decision }) => decision === 'rejected'));
    await until('an entry taken back', async () =>
      (await said('History')).some((text) => /rejected · taken back/.test(text)),
    );
    await shot('views-history');
  });

  it('shows the annotations that a filter lets through', async () => {
    await focusOn('Marks and Annotations');
    const all = await pane('Marks and Annotations').locator('.pane-header .description').innerText();
    await pane('Marks and Annotations').hover();
    await pane('Marks and Annotations').locator('.action-label[aria-label^="Filter"]').click();
    const list = page.locator('.quick-input-widget .monaco-list-row');
    await list.filter({ hasText: 'Undecided' }).first().click();
    await list.filter({ hasText: 'Words are gone' }).first().click();
    await shot('views-filter');
    await page.keyboard.press('Enter');
    await until('one row', async () => (await said('Marks and Annotations')).length === 1);
    assert.ok(Number(all) > 1, all);
    await pane('Marks and Annotations').hover();
    await pane('Marks and Annotations').locator('.action-label[aria-label="Show the Usual"]').click();
    await until('all rows', async () => (await said('Marks and Annotations')).length > 1);
  });

  it('sets the status of articles from their list', async () => {
    await focusOn('Articles');
    const row = rows('Articles').filter({ hasText: 'chess-school.txt' });
    await row.hover();
    await row.locator('.action-label[aria-label^="Set Status"]').click();
    await pick(page, 'Done');
    const file = path.join(workbench.folder, 'annotations');
    await until('the status on disk', () =>
      readdirSync(file).some((annotator) => {
        const stores = path.join(file, annotator, 'articles', 'chess-school.txt.jsonl');
        return existsSync(stores) && /"hashiya:status":"done"/.test(readFileSync(stores, 'utf8'));
      }),
    );
    await until('the progress', async () =>
      /1 of \d+ articles done/.test(await pane('Articles').innerText()),
    );
    await shot('views-articles');
  });
});

/**
 * @template T
 * @param {readonly T[]} list
 * @returns {T}
 */
function first(list) {
  const [one] = list;
  if (one === undefined) throw new Error('The list is empty.');
  return one;
}
