import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut } from '../../scripts/lib/places.mjs';
import { articleOf, placeOf, plainWord, storedFor } from './article.mjs';
import { command, frameWith, goTo, openFile, patience, picture, themes, until, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

describe('the reading view', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {import('playwright-core').Frame} */
  let frame;
  /** @type {import('./article.mjs').Article} */
  let article;
  let broken = false;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    article = articleOf(workbench.folder, 'railway-agreement.txt');
    await openFile(page, article.name);
    await page.locator('.statusbar-item[id*="hashiya.status"]').waitFor({ timeout: patience });
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
  const press = async (/** @type {string[]} */ ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Where the caret of the reading view stands: line from 1, column from 1. */
  const place = () =>
    frame.evaluate(() => {
      const selection = document.getSelection();
      const node = selection?.focusNode;
      const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest('p');
      const line = [...document.querySelectorAll('.text p')].findIndex((one) => one === paragraph) + 1;
      return { line, column: (selection?.focusOffset ?? 0) + 1 };
    });
  /** @param {{ line: number, column: number }} expected */
  const untilAt = async (expected) => {
    let found = await place();
    for (const end = Date.now() + patience; Date.now() < end; found = await place()) {
      if (JSON.stringify(found) === JSON.stringify(expected)) return;
      await pause(200);
    }
    assert.deepEqual(found, expected);
  };
  /** How many ranges are drawn in looks of a name. */
  const drawn = () =>
    frame.evaluate(() =>
      [...CSS.highlights].reduce(
        (sum, [name, ranges]) => sum + (name.startsWith('look-') ? ranges.size : 0),
        0,
      ),
    );
  /** All words of the view, also those that are folded away. */
  const textNow = async () => (await frame.locator('.text').textContent()) ?? '';
  const ring = () => frame.locator('.ring').count();
  /** What was done is on disk before the caret has gone on from it: waits until it rests. */
  const rest = async () => {
    let last = '';
    let since = Date.now();
    await until('the caret to rest', async () => {
      const now = JSON.stringify(await place());
      if (now !== last) [last, since] = [now, Date.now()];
      return Date.now() - since > 800;
    });
  };

  it('opens by two keys, at the place of the caret, with the marks of the article', async () => {
    const entity = article.entities[3];
    assert.ok(entity);
    const { line, column } = placeOf(article.text, entity.start);
    await goTo(page, line, column);
    await press('Alt+A', 'Alt+R');
    frame = await frameWith(page, '#reader .text p');
    await until('marks', async () => (await drawn()) > 20);
    await untilAt({ line, column });
    await until('a ring round the item at the caret', async () => (await ring()) > 0);
    await shot('reader-opened');
  });

  it('goes to the next mark with F9, and accepts it with Alt+Enter', async () => {
    const before = stored().length;
    const at = await place();
    await press('F9');
    await until('another place', async () => JSON.stringify(await place()) !== JSON.stringify(at));
    await press('Alt+Enter');
    await until('an annotation on disk', () => stored().length === before + 1);
    await press('Alt+Enter');
    await until('the next one on disk', () => stored().length === before + 2);
    await rest();
  });

  it('tags a word with two keys, and takes the tag back', async () => {
    const { start, words } = plainWord(article);
    const { line, column } = placeOf(article.text, start);
    await putCaret(line, column);
    await press('Alt+A', 'e');
    const tagged = () => stored().some(({ label, exact }) => label === 'EVENT' && exact === words);
    await until(`«${words}» on disk`, tagged);
    // Nothing can be typed here, so that the usual keys are free for what is done.
    await press('Control+Z');
    await until('it is gone', () => !tagged());
    await press('Control+Shift+Z');
    await until(`«${words}» on disk again`, tagged);
    await press('Alt+A', 'Alt+Z');
    await until('it is gone again', () => !tagged());
    await rest();
  });

  const putCaret = (/** @type {number} */ line, /** @type {number} */ column) =>
    frame.evaluate(([at, character]) => {
      const text = document.querySelectorAll('.text p')[at - 1]?.firstChild;
      if (text) document.getSelection()?.collapse(text, character);
    }, /** @type {const} */ ([line, column]));

  it('gets the keyboard back when a list of labels is closed', async () => {
    await press('Alt+A', 'Alt+A');
    await page.locator('.quick-input-widget:visible').waitFor({ timeout: patience });
    await press('Escape');
    await until('the keyboard in the reading view', () => frame.evaluate(() => document.hasFocus()));
    const at = await place();
    await press('ArrowLeft');
    await until('the caret to move', async () => JSON.stringify(await place()) !== JSON.stringify(at));
  });

  it('lets no key change the text', async () => {
    await page.keyboard.type('abc ');
    await press('Enter', 'Backspace', 'Delete', 'Control+V', 'Control+X');
    await pause(500);
    const text = await frame.evaluate(() =>
      [...document.querySelectorAll('.text p')].map((one) => one.textContent).join('\n'),
    );
    assert.equal(text, article.text.replaceAll('\r', ''));
    assert.equal(readFileSync(article.file, 'utf8'), article.text);
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('makes letters larger and as they were', async () => {
    const zoom = () =>
      frame.evaluate(() => document.getElementById('reader')?.style.getPropertyValue('--reader-zoom'));
    await press('Control+=');
    await until('larger letters', async () => (await zoom()) === '1.1');
    await press('Control+-');
    await until('letters as they were', async () => (await zoom()) === '1');
  });

  it('explains what is at the caret, and Escape closes the card', async () => {
    const entity = article.entities.find(({ label }) => label === 'PER');
    assert.ok(entity);
    const { line, column } = placeOf(article.text, entity.start);
    await putCaret(line, column);
    await press('Control+K', 'Control+I');
    const card = frame.locator('.card:visible');
    await card.waitFor({ timeout: patience });
    assert.ok((await card.innerText()).includes(entity.canonical));
    await shot('reader-card');
    await press('Escape');
    await card.waitFor({ state: 'hidden', timeout: patience });
  });

  it('goes back to the text at the same place, and to the reading view again', async () => {
    const at = await place();
    await press('Alt+A', 'Alt+R');
    const where = page.locator('.statusbar-item[id*="status.editor.selection"]');
    await where.filter({ hasText: `Ln ${at.line}, Col ${at.column}` }).waitFor({ timeout: patience });
    await press('Alt+A', 'Alt+R');
    frame = await frameWith(page, '#reader .text p');
    await until('the keyboard in the view', () => frame.evaluate(() => document.hasFocus()));
  });

  for (const theme of themes)
    it(`has a picture in ${theme.name}`, async () => {
      await useTheme(page, theme);
      await pause(700);
      await shot(
        `reader-${theme.name
          .toLowerCase()
          .replace(/ modern$/, '')
          .replace(/(light|dark) (.*)/, '$2 $1')
          .replaceAll(' ', '-')}`,
      );
    });

  it('stands beside the text editor, and follows it in text and place', async () => {
    await useTheme(page, themes[0] ?? { name: '', kind: '' });
    await press('Alt+A', 'Alt+R');
    await page.locator('.editor-instance .view-line').first().waitFor({ timeout: patience });
    await command(page, 'View: Close Other Editors in Group');
    await goTo(page, 1, 1);
    await press('Alt+A', 'Shift+R');
    frame = await frameWith(page, '#reader .text p');
    await until('marks', async () => (await drawn()) > 20);
    await press('F9');
    await rest();
    await shot('reader-beside');
    await press('Control+1');
    const text = page.locator('.editor-instance.focused, .editor-instance .monaco-editor.focused').first();
    await text.waitFor({ timeout: patience });
    const { line } = placeOf(article.text, article.entities.at(-1)?.start ?? 0);
    await until('the place in the view', async () => {
      // What F9 did in the view may still be on its way to the text editor, which goes there first.
      if ((await place()).line !== line) await goTo(page, line, 2);
      return (await place()).line === line;
    });
    await page.keyboard.type('كلمتنا ');
    await until('the words in the view', async () => (await textNow()).includes('كلمتنا'));
    await until('the place after them', async () => (await place()).column === 9);
    await until('the words to go', async () => {
      // The text editor takes back word by word.
      await press('Control+Z');
      return !(await textNow()).includes('كلمتنا');
    });
    await press('Control+2');
    await until('the keyboard in the view', () => frame.evaluate(() => document.hasFocus()));
    // And the other way round: the text editor goes to where the caret of the view is.
    await press('Control+Home');
    const first = page.locator('.editor-instance .line-numbers').filter({ hasText: /^1$/ });
    await first.first().waitFor({ timeout: patience });
  });

  it('shows what another program has written into the file', async () => {
    writeFileSync(article.file, `${article.text}\nسطر من برنامج آخر`);
    await until('the new line in the view', async () => (await textNow()).includes('سطر من برنامج آخر'));
  });

  // Last, for VS Code shows this field again whenever the view comes back.
  it('finds words in what is shown', async () => {
    await press('Control+2');
    await until('the keyboard in the view', () => frame.evaluate(() => document.hasFocus()));
    await press('Control+F');
    const find = page.locator('.simple-find-part.visible');
    await find.waitFor({ timeout: patience });
    await press('Escape');
    await find.waitFor({ state: 'hidden', timeout: patience });
  });
});
