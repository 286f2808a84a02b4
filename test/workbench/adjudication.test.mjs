import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { frameWith, openFile, patience, pick, picture, themes, until, useTheme } from './driver.mjs';
import { openWorkbench } from './workbench.mjs';

const ARTICLE = 'articles/railway-agreement.txt';

describe('adjudication', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {import('playwright-core').Frame} */
  let frame;

  before(async () => {
    workbench = await openWorkbench();
    page = workbench.page;
    annotate(workbench.folder, 'huda', (one) => one);
    annotate(workbench.folder, 'salma', otherwise);
    await openFile(page, 'comet.txt');
    await page.locator('.statusbar-item[id*="hashiya.status"]').waitFor({ timeout: patience });
    await page.setViewportSize({ width: 1280, height: 640 });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    console.log(`see ${await picture(page, inOut('screenshots'), `failed: ${this.currentTest.title}`)}`);
  });

  /** Places that the command line says are decided otherwise and not settled. */
  const disagreements = () => {
    const cli = [inRepository('dist/cli.mjs'), 'check', '--format', 'jsonl', workbench.folder];
    return execFileSync(process.execPath, cli, { encoding: 'utf8', stdio: 'pipe' })
      .split('\n')
      .filter((line) => line.includes('"disagreement"')).length;
  };
  const gold = path.join('annotations/gold', `${ARTICLE}.jsonl`);
  const progress = () => frame.locator('.progress').innerText();
  const heading = () => frame.locator('#dispute-title').innerText();

  it('offers the articles that several have annotated, where the open one is not among them', async () => {
    await page.keyboard.press('Alt+A');
    await page.keyboard.press('Alt+J');
    await pick(page, ARTICLE);
    frame = await frameWith(page, '#adjudication .dispute');
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden', timeout: patience });
    await frame.locator('#list').focus();
    assert.match(await progress(), new RegExp(`^0 of ${disagreements()} `));
  });

  it('keeps what keys say, and goes on; the files of the annotators stay as they are', async () => {
    const before = fileOf('huda') + fileOf('salma');
    const all = disagreements();
    for (const key of ['1', '2', 'ArrowLeft', '2', 'n']) await page.keyboard.press(key);
    await until('five settled', async () => (await progress()).startsWith('5 of '));
    await until('five on disk', () => disagreements() === all - 5);
    assert.equal(fileOf('huda') + fileOf('salma'), before);
  });

  for (const theme of themes)
    it(`has a picture in ${theme.name}`, async () => {
      await useTheme(page, theme);
      await frame.locator('[role=option]', { hasText: 'speakers differ' }).first().click();
      await pause(500);
      await picture(page, inOut('screenshots'), `adjudication-quotation-${theme.kind}`);
      await frame.locator('[role=option]', { hasText: 'وزيرة النقل' }).first().click();
      await pause(500);
      await picture(
        page,
        inOut('screenshots'),
        theme.kind === 'vs' ? 'adjudication' : `adjudication-${theme.kind}`,
      );
    });

  it('shows what has changed on disk, where one is', async () => {
    const place = await heading();
    const file = path.join(workbench.folder, gold);
    const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    const agreed = lines.filter((line) => JSON.parse(line)['hashiya:takenFrom']?.length === 2);
    writeFileSync(file, `${[head, ...agreed].join('\n')}\n`);
    // Who comes back to the page sees what has changed, whatever the editor heard of it.
    await page.locator('.tab', { hasText: 'comet.txt' }).click();
    await page.locator('.tab', { hasText: 'Adjudication' }).click();
    await until('nothing settled', async () => (await progress()).startsWith('0 of '));
    assert.equal(await heading(), place);
  });

  it('leads to the place in the article', async () => {
    const line = /line (\d+)/.exec(await heading())?.[1];
    await frame.locator('#list').focus();
    await page.keyboard.press('Enter');
    await page
      .locator('.tab.active')
      .filter({ hasText: path.basename(ARTICLE) })
      .waitFor({ timeout: patience });
    await until('the line', async () =>
      (await page.locator('.statusbar').innerText()).includes(`Ln ${line},`),
    );
    await page.locator('.tab').filter({ hasText: 'Adjudication' }).click();
  });

  it('settles everything, by the keyboard alone', async () => {
    await frame.locator('#list').focus();
    const [, all = '0'] = / of (\d+) /.exec(await progress()) ?? [];
    for (let left = Number(all); left > 0 && (await frame.locator('.done').count()) === 0; left--)
      await page.keyboard.press(left % 2 === 0 ? '1' : '2');
    await frame.locator('.done').waitFor({ timeout: patience });
    await until('nothing unsettled on disk', () => disagreements() === 0);
    // What all agree on came along with the first decision.
    assert.equal(await frame.locator('#agreed').count(), 0);
  });

  const fileOf = (/** @type {string} */ annotator) =>
    readFileSync(path.join(workbench.folder, 'annotations', annotator, `${ARTICLE}.jsonl`), 'utf8');
});

/**
 * Annotates the article under a name, as the samples' own annotations have it but for what is changed.
 * @param {string} folder
 * @param {string} annotator
 * @param {(annotation: any, index: number) => any} change null: it is left out
 */
function annotate(folder, annotator, change) {
  const source = inRepository('samples/annotations/hashiya', `${ARTICLE}.jsonl`);
  const [head = '', ...lines] = readFileSync(source, 'utf8').trim().split('\n');
  const changed = lines.flatMap((line, i) => {
    const annotation = change(JSON.parse(line), i);
    return annotation
      ? [JSON.stringify({ ...annotation, creator: { type: 'Person', name: annotator } })]
      : [];
  });
  const file = path.join(folder, 'annotations', annotator, `${ARTICLE}.jsonl`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${[head, ...changed].join('\n')}\n`);
}

/** Leaves some entities out, has others shorter or under another label, and forgets who speaks. */
function otherwise(/** @type {any} */ annotation, /** @type {number} */ i) {
  const [position, quote] = annotation.target.selector;
  const isEntity = annotation['hashiya:family'] === 'entity';
  if (isEntity && i % 7 === 3) return null;
  if (isEntity && annotation.body.value === 'GPE' && i % 3 === 0) annotation.body.value = 'LOC';
  else if (isEntity && quote.exact.includes(' ') && i % 2 === 0) {
    const cut = quote.exact.indexOf(' ') + 1;
    quote.prefix = `${quote.prefix}${quote.exact.slice(0, cut)}`.slice(-32);
    quote.exact = quote.exact.slice(cut);
    position.start += cut;
  }
  if (annotation['hashiya:family'] === 'quotation' && i % 2 === 0) delete annotation['hashiya:speaker'];
  return annotation;
}
