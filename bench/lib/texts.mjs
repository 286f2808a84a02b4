import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './core.mjs';

const SAMPLES = path.join(ROOT, 'samples/articles');
const NEWS = path.join(ROOT, '../shared/data/text/news.jsonl.xz');

/** The sample articles. */
export const sampleArticles = () =>
  readdirSync(SAMPLES)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(path.join(SAMPLES, file), 'utf8'));

/** One article in so many of the raw news is read: some 5 MB from every outlet. */
const EVERY = 40;

/** The rows of the raw news, which lies outside the project; null without the file or without xz to unpack it. */
function newsRows() {
  if (!existsSync(NEWS)) return null;
  const { stdout, status } = spawnSync('xz', ['--decompress', '--stdout', NEWS], { maxBuffer: 2 ** 30 });
  return status === 0 ? stdout.toString().split('\n').slice(0, -1) : null;
}

/** Articles of the raw news: headline and text, taken evenly from the whole file; null where there is none. */
export function newsArticles() {
  const rows = newsRows()?.filter((_, i) => i % EVERY === 0);
  return (
    rows?.map((row) => {
      const { title, text } = JSON.parse(row);
      return title ? `${title}\n${text}` : text;
    }) ?? null
  );
}

/** So many articles of the raw news as lines of JSON, taken evenly from the whole file; null where there is none. */
export function newsRecords(/** @type {number} */ count) {
  const rows = newsRows();
  if (rows === null || rows.length <= count) return rows;
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)] ?? '');
}

export const bytesOf = (/** @type {readonly string[]} */ texts) =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** The first lines of some articles, one article behind the other, up to so many bytes. */
export function linesOf(/** @type {readonly string[]} */ articles, /** @type {number} */ bytes) {
  let text = '';
  for (const line of articles.join('\n\n').split('\n')) {
    if (Buffer.byteLength(text) + Buffer.byteLength(line) >= bytes) break;
    text += `${line}\n`;
  }
  return text;
}
