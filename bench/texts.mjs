import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './core.mjs';

const SAMPLES = path.join(ROOT, 'samples/articles');
const NEWS = path.join(ROOT, '../shared/data/text/news.jsonl.xz');

/** The sample articles, or the given files. */
export function sampleArticles(/** @type {readonly string[]} */ files) {
  const paths = files.length > 0 ? files : readdirSync(SAMPLES).map((file) => path.join(SAMPLES, file));
  return paths.filter((file) => file.endsWith('.txt')).map((file) => readFileSync(file, 'utf8'));
}

/** One article in so many of the raw news is read: some 5 MB from every outlet. */
const EVERY = 40;

/**
 * Articles of the raw news, which lies outside the project: headline and text, taken evenly from the whole file; null
 * without the file or without xz to unpack it.
 */
export function newsArticles() {
  if (!existsSync(NEWS)) return null;
  const { stdout, status } = spawnSync('xz', ['--decompress', '--stdout', NEWS], { maxBuffer: 2 ** 30 });
  if (status !== 0) return null;
  return stdout
    .toString()
    .split('\n')
    .filter((row, i) => row !== '' && i % EVERY === 0)
    .map((row) => {
      const { title, text } = JSON.parse(row);
      return title ? `${title}\n${text}` : text;
    });
}

export const bytesOf = (/** @type {readonly string[]} */ texts) =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
