import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { inOut } from '../../scripts/lib/places.mjs';
import { HOSTILE, openWebview } from './webview.mjs';

const place = { file: 'articles/a.txt', line: 1, character: 0, length: 3 };
const count = { decided: 3, silver: 1 };

/** Figures in which everything that an article, a project or an annotator says is hostile. */
const STATISTICS = {
  dataset: {
    articles: 2,
    sentences: 4,
    tokens: 40,
    tokensIn: { entities: 10, quotations: 8, boilerplate: 4 },
    tokensDecided: 9,
    labels: [
      ...HOSTILE.map((label) => ({ layer: 'entities', label, ...count })),
      { layer: 'quotations', label: 'direct', ...count },
      { layer: 'boilerplate', label: 'ad', ...count },
    ],
    names: HOSTILE.map((name) => ({ label: HOSTILE[0], name, ...count, articles: 1, first: place })),
    speakers: HOSTILE.map((name) => ({ name, direct: count, indirect: count, articles: 1, first: place })),
    lengths: {
      article: { count: 2, min: 1, median: 2, mean: 2, max: 3, bins: [{ from: 1, to: 2, count: 2 }] },
      sentence: null,
      entity: null,
      quotation: null,
    },
    months: [{ month: '2024-01', articles: 2 }],
    outlets: HOSTILE.map((outlet) => ({ outlet, articles: 1 })),
    splits: null,
    byArticle: HOSTILE.map((file) => ({
      file,
      published: null,
      tokens: 20,
      entities: count,
      quotations: count,
      boilerplateTokens: 2,
    })),
  },
  coverage: {
    articles: 2,
    annotated: 1,
    status: { new: 1, 'in-work': 1, done: 0, checked: 0 },
    decisions: { accepted: 3, rejected: 1, open: 2 },
    annotators: HOSTILE.map((annotator) => ({
      annotator,
      articles: 1,
      accepted: 2,
      rejected: 1,
      orphans: 0,
      from: '2024-01-01',
      until: '2024-01-02',
    })),
    days: HOSTILE.map((annotator) => ({ day: '2024-01-01', annotator, accepted: 2, rejected: 1 })),
  },
};

const FIGURES = {
  kind: 'figures',
  project: HOSTILE[0],
  statistics: STATISTICS,
  labels: HOSTILE.map((id) => ({ family: 'entity', id, title: id, colour: 'url(//elsewhere.example/x)' })),
  troubles: HOSTILE,
};

for (const language of /** @type {const} */ (['en', 'ar']))
  describe(`the dashboard's page, ${language}`, () => {
    /** @type {import('./webview.mjs').OpenWebview} */
    let webview;
    /** @type {import('playwright-core').Page} */
    let page;

    before(async () => {
      webview = await openWebview('dashboard', language);
      page = webview.page;
      await page.setViewportSize({ width: 1280, height: 1800 });
      await send({ kind: 'progress', article: HOSTILE[0], percentage: 50 });
      await send(FIGURES);
      await page.locator('.chart svg').first().waitFor();
    });
    after(() => webview?.close());

    const send = (/** @type {object} */ message) => webview.send(message);
    const posted = () => webview.posted();
    const tables = () => page.locator('.toggle:nth-child(2)');

    it('says that it is ready', async () => assert.deepEqual((await posted())[0], { kind: 'ready' }));

    it('shows hostile words as words, in charts, on hovering and in tables', async () => {
      const [chart] = await page.locator('.chart').all();
      assert.ok(chart);
      const box = await chart.boundingBox();
      if (box) await page.mouse.move(box.x + box.width / 2, box.y + 60);
      await page.locator('.hover').first().waitFor();
      mkdirSync(inOut('screenshots'), { recursive: true });
      await page.screenshot({ path: inOut('screenshots', `dashboard-${language}.png`), fullPage: true });
      for (const toggle of await tables().all()) await toggle.click();
      const text = await page.locator('#dashboard').innerText();
      for (const words of HOSTILE) assert.ok(text.includes(words), words);
      assert.deepEqual(await webview.harm(), { harmed: false, foreign: 0, handlers: 0 });
    });

    it('does nothing that its content security policy refuses, and asks nobody else', async () => {
      assert.deepEqual(await webview.refused(), []);
    });

    it('opens names, speakers, annotators and articles, by the keyboard too', async () => {
      const names = page.locator('section[aria-labelledby="card-names"]');
      await names.locator('tbody .link').first().focus();
      await page.keyboard.press('Enter');
      assert.deepEqual((await posted()).at(-1), { kind: 'open', target: { kind: 'place', place } });
      await page.locator('section[aria-labelledby="card-annotators"] tbody .link').last().click();
      assert.deepEqual((await posted()).at(-1), {
        kind: 'open',
        target: { kind: 'annotator', annotator: 'بوتين' },
      });
      await page.locator('section[aria-labelledby="card-articles"] tbody .link').last().click();
      assert.deepEqual((await posted()).at(-1), {
        kind: 'open',
        target: { kind: 'article', file: 'بوتين' },
      });
    });

    it('sorts a table by a column, and says so', async () => {
      const card = page.locator('section[aria-labelledby="card-articles"]');
      const head = card.locator('thead th').first();
      const first = () => card.locator('tbody th').first().innerText();
      await head.locator('button').click();
      assert.equal(await head.getAttribute('aria-sort'), 'ascending');
      const before = await first();
      await head.locator('button').click();
      assert.equal(await head.getAttribute('aria-sort'), 'descending');
      assert.notEqual(await first(), before);
    });

    it('saves a chart as SVG with its title and description, and as PNG', async () => {
      const tools = page.locator('section[aria-labelledby="card-names"] .tool');
      for (const tool of await tools.all()) await tool.click();
      await page.waitForFunction(
        () =>
          /** @type {{ posted: { kind: string }[] }} */ (/** @type {unknown} */ (globalThis)).posted.filter(
            ({ kind }) => kind === 'save',
          ).length === 2,
      );
      const saved = (await posted()).filter(({ kind }) => kind === 'save');
      const bytes = (/** @type {string} */ format) =>
        Buffer.from(saved.find((one) => one.format === format)?.content ?? '', 'base64');
      const svg = bytes('svg').toString('utf8');
      const read = await page.evaluate((source) => {
        const { documentElement: root } = new DOMParser().parseFromString(source, 'image/svg+xml');
        return {
          name: root.nodeName,
          title: root.querySelector('title')?.textContent,
          text: root.textContent,
          active: root.querySelectorAll('script, img, foreignObject, a').length,
        };
      }, svg);
      assert.equal(read.name, 'svg');
      assert.equal(read.active, 0);
      assert.ok(read.title?.includes(HOSTILE[0] ?? ''));
      for (const words of ['بوتين', '{a|نص} {0} {1}']) assert.ok(read.text?.includes(words), words);
      assert.equal(bytes('png').subarray(1, 4).toString('latin1'), 'PNG');
    });

    it('has no fault that axe finds, as charts and as tables', async () => {
      for (const which of [1, 2]) {
        for (const toggle of await page.locator(`.toggle:nth-child(${which})`).all()) await toggle.click();
        assert.deepEqual(await webview.faults(), []);
      }
    });

    it('says what to do where there are no articles', async () => {
      const { dataset, coverage } = STATISTICS;
      await send({
        ...FIGURES,
        statistics: { dataset: { ...dataset, articles: 0 }, coverage: { ...coverage, articles: 0 } },
      });
      assert.match(await page.locator('.empty').innerText(), /hashiya\.json/);
    });
  });
