/**
 * What the analysis makes of texts that nobody writes, and how its time grows with the size of a text: whole analyses from
 * nothing, each kind of text in a process of its own that is ended where it takes too long. A slope is the exponent
 * between two sizes: 1 where ten times the text takes ten times as long, 2 where it takes a hundred times.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleCore } from '../lib/core.mjs';
import { CORE } from '../lib/ours.mjs';
import { runProcess } from '../lib/processes.mjs';
import { upTo } from '../lib/readings.mjs';
import { repeatedArticles } from '../lib/seeds.mjs';
import { rounded } from '../lib/tables.mjs';
import { bytesOf, newsRecords } from '../lib/texts.mjs';
import { WORST_TEXTS } from '../lib/worst-texts.mjs';

/** Some 12 MB of news. */
const ARTICLES = 4000;

/** Bytes. */
const SIZES = [1e5, 1e6, 1e7];
const [SMALL = 0, LARGE = 0] = SIZES;
const LONG_LINE = 5e6;
const PRACTICE = 5e5;

/** Seconds after which a kind of text is given up. */
const LIMIT = 120;

function newsOf() {
  const records = newsRecords(ARTICLES);
  if (!records) return repeatedArticles(Math.max(...SIZES) + PRACTICE).texts;
  return records.map((record) => {
    const { title, text } = JSON.parse(record);
    return `${title}\n${text}`;
  });
}

/** The exponent of growth between the first and the last of some sizes. */
function slopeOf(/** @type {readonly number[]} */ times, /** @type {readonly number[]} */ bytes) {
  const growth = (/** @type {readonly number[]} */ values) =>
    Math.log((values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN));
  return rounded(growth(times) / growth(bytes), 2);
}

const speed = (/** @type {number} */ bytes, /** @type {number | undefined} */ time = Number.NaN) =>
  rounded(bytes / 1e3 / time, 2);

/** @returns {Promise<import('../lib/tables.mjs').Table[]>} */
export async function run() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-worst-'));
  try {
    const bundle = await bundleCore(CORE, folder);
    const news = newsOf();
    const practice = path.join(folder, 'practice.json');
    const texts = path.join(folder, 'texts.json');
    writeFileSync(practice, JSON.stringify(upTo([...news].reverse(), PRACTICE)));
    /**
     * Milliseconds by group of articles; or in words why there are none.
     * @returns {Promise<number[] | string>}
     */
    const measure = async (/** @type {readonly (readonly string[])[]} */ groups) => {
      writeFileSync(texts, JSON.stringify(groups));
      /** @type {import('../lib/processes.mjs').NoResult | { times: number[] }} */
      const result = await runProcess('analyse-texts.mjs', { bundle, texts, practice }, LIMIT);
      if ('late' in result) return `more than ${LIMIT} s`;
      return 'failed' in result ? result.failed : result.times;
    };
    return [await growthTable(news, measure), await worstTable(news, measure)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @typedef {(groups: readonly (readonly string[])[]) => Promise<number[] | string>} Measure */

async function growthTable(/** @type {readonly string[]} */ news, /** @type {Measure} */ measure) {
  /** @type {[name: string, make: (articles: readonly string[]) => readonly string[]][]} */
  const kinds = [
    ['many articles', (articles) => articles],
    ['one article of all lines', (articles) => [articles.join('\n')]],
    ['one line', (articles) => [articles.join(' ').replace(/\s+/g, ' ')]],
  ];
  const rows = [];
  for (const [name, make] of kinds) {
    const groups = SIZES.map((size) => make(upTo(news, size)));
    const bytes = groups.map(bytesOf);
    const times = await measure(groups);
    if (typeof times === 'string') rows.push([name, times, '', '', '']);
    else rows.push([name, ...times.map((time, i) => speed(bytes[i] ?? 0, time)), slopeOf(times, bytes)]);
  }
  return {
    caption: 'News, MB a second of processor time by size',
    columns: ['', ...SIZES.map((size) => `${rounded(size / 1e6)} MB`), 'slope'],
    rows,
  };
}

async function worstTable(/** @type {readonly string[]} */ news, /** @type {Measure} */ measure) {
  const newsOfSize = (/** @type {number} */ bytes) => upTo(news, bytes).join('\n');
  /** @type {(readonly [name: string, make: (bytes: number, news: string) => string, size?: number])[]} */
  const kinds = [['news', (_, text) => text], ...WORST_TEXTS];
  const line = WORST_TEXTS[0];
  if (line) kinds.splice(2, 0, [...line, LONG_LINE]);
  const rows = [];
  let usual = Number.NaN;
  for (const [name, make, size = LARGE] of kinds) {
    const made = [SMALL, size].map((bytes) => make(bytes, newsOfSize(bytes)));
    const bytes = made.map((text) => Buffer.byteLength(text));
    const times = await measure(made.map((text) => [text]));
    const [, reached = Number.NaN] = bytes;
    const row = [name, rounded(reached / 1e6)];
    if (typeof times === 'string') {
      rows.push([...row, times, '', '']);
      continue;
    }
    const [, time = Number.NaN] = times;
    if (Number.isNaN(usual)) usual = time / reached;
    rows.push([...row, speed(reached, time), rounded(time / reached / usual, 2), slopeOf(times, bytes)]);
  }
  return {
    caption: 'One article of one thing',
    columns: ['', 'MB', 'MB/s', 'time, × news', 'slope from 0.1 MB'],
    rows,
  };
}
