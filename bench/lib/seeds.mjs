import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './core.mjs';
import { bytesOf, sampleArticles } from './texts.mjs';

const SEEDS = path.join(ROOT, '../shared/seeds');

/** The seeds, where they lie beside the project, else the samples, over and over up to so many bytes. */
export function repeatedArticles(/** @type {number} */ bytes) {
  const beside = existsSync(SEEDS);
  const articles = beside
    ? readdirSync(SEEDS).map((file) => readFileSync(path.join(SEEDS, file), 'utf8'))
    : sampleArticles();
  const times = Math.ceil(bytes / bytesOf(articles));
  return {
    name: beside ? 'seeds' : 'samples',
    texts: Array.from({ length: times }, () => articles).flat(),
  };
}
