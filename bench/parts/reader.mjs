/**
 * How long the page of the reading view takes for an article of a megabyte, made of the samples, in a Chromium without a
 * window: until it is painted, until what is typed in the text editor is, and so on.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from '../../scripts/build.mjs';
import { openWebview } from '../../test/web/webview.mjs';
import { ROOT } from '../lib/core.mjs';
import { percentile, rounded } from '../lib/tables.mjs';
import { sampleArticles } from '../lib/texts.mjs';

/** Bytes of the article. */
const SIZE = 1e6;

/** @returns {Promise<import('../lib/tables.mjs').Table[]>} */
export async function run() {
  await build();
  const samples = sampleArticles().join('\n');
  const text = samples.repeat(Math.ceil(SIZE / Buffer.byteLength(samples)));
  const lines = text.split('\n');
  const items = marksOf(text);
  const webview = await openWebview('reader', 'ar');
  try {
    return [
      {
        caption: `${rounded(Buffer.byteLength(text) / 1e6, 2)} MB, ${lines.length} lines, ${items.length} marks: milliseconds until painted`,
        columns: ['', 'median', 'times'],
        rows: await paint(webview.page, lines, items),
      },
    ];
  } finally {
    await webview.close();
  }
}

/**
 * What is painted, milliseconds and how often.
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} lines
 * @param {readonly import('../../server/protocol.ts').ArticleItem[]} items
 */
async function paint(page, lines, items) {
  await page.setViewportSize({ width: 1280, height: 800 });
  /** Milliseconds from a message until what it changes is painted. */
  const painted = (/** @type {object} */ message) =>
    page.evaluate(
      (data) =>
        new Promise((resolve) => {
          const start = performance.now();
          window.postMessage(data, '*');
          // The message is taken in first, then comes a frame, and what is behind that.
          setTimeout(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
        }),
      message,
    );
  /** @type {(string | number)[][]} */
  const rows = [];
  /**
   * @param {string} what
   * @param {(run: number) => object} message
   * @param {number} runs
   */
  const report = async (what, message, runs = 5) => {
    const times = [];
    for (let run = 0; run < runs; run++) times.push(Number(await painted(message(run))));
    rows.push([what, rounded(percentile(times, 0.5), 0), runs]);
  };

  let version = 1;
  await report('the text', () => ({ kind: 'lines', version, splice: splice(0, 0, lines) }), 1);
  await report('its marks', () => ({ kind: 'items', version, splice: splice(0, 0, items) }), 1);
  const entities = items.filter(({ family }) => family === 'entity');
  const nth = (/** @type {number} */ part) => entities[Math.floor(entities.length * part)] ?? entities[0];
  const start = (/** @type {number} */ part) => nth(part)?.range.start ?? { line: 0, character: 0 };
  await report('the caret in another place', (run) => ({
    kind: 'select',
    anchor: start(run / 5),
    active: start(run / 5),
    serial: 1,
  }));
  await report('scrolled to another place', (run) => ({ kind: 'reveal', range: nth(0.9 - run / 5)?.range }));
  const { line } = start(0.5);
  await report('a letter typed in the text editor', (run) => ({
    kind: 'lines',
    version: ++version,
    splice: splice(line, 1, [`${'ز'.repeat(run + 1)}${lines[line]}`]),
  }));
  await painted({ kind: 'items', version, splice: splice(0, 0, []) });
  await report('a decision', (run) => {
    const item = nth((run + 1) / 10);
    return {
      kind: 'items',
      version,
      splice: splice(
        items.findIndex((one) => one === item),
        1,
        [{ ...item, state: 'accepted' }],
      ),
    };
  });
  return rows;
}

/** @param {number} at @param {number} removed @param {readonly unknown[]} inserted */
function splice(at, removed, inserted) {
  return { start: at, removed, inserted };
}

/**
 * The entities and quotations of a text, as the page gets them.
 * @param {string} article
 * @returns {import('../../server/protocol.ts').ArticleItem[]}
 */
function marksOf(article) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-reader-'));
  try {
    const file = path.join(folder, 'article.txt');
    writeFileSync(file, article);
    const args = [path.join(ROOT, 'dist/cli.mjs'), 'analyze', '--offsets', 'utf16', file];
    const report = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 }));
    const starts = [0];
    for (let at = article.indexOf('\n'); at >= 0; at = article.indexOf('\n', at + 1)) starts.push(at + 1);
    let reached = 0;
    const place = (/** @type {number} */ offset) => {
      while ((starts[reached] ?? 0) > offset) reached--;
      while ((starts[reached + 1] ?? Infinity) <= offset) reached++;
      return { line: reached, character: offset - (starts[reached] ?? 0) };
    };
    const range = (/** @type {{ start: number, end: number }} */ { start, end }) => ({
      start: place(start),
      end: place(end),
    });
    const plain = { state: 'mark', cue: null, attributes: {}, relations: [], note: '', decided: null };
    return [
      ...report.entities.map((/** @type {any} */ one, /** @type {number} */ i) => ({
        ...plain,
        id: `entity-${i}`,
        family: 'entity',
        label: one.label,
        range: range(one),
        canonical: one.canonical,
        speaker: null,
      })),
      ...report.quotations.map((/** @type {any} */ one, /** @type {number} */ i) => ({
        ...plain,
        id: `quotation-${i}`,
        family: 'quotation',
        label: one.kind,
        range: range(one),
        canonical: one.canonical,
        speaker: one.speaker && range(one.speaker),
      })),
    ].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
