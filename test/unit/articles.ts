import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface TestArticle {
  readonly name: string;
  readonly text: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

const readFolder = (folder: string): TestArticle[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** The project's own articles. */
export const readSamples = (): TestArticle[] => readFolder(path.join(ROOT, 'samples/articles'));

/** Where real articles lie that are not ours to copy, or null on machines without them. */
export const SEEDS = existsSync(path.join(ROOT, '../shared/seeds'))
  ? path.join(ROOT, '../shared/seeds')
  : null;

/** The real articles, or none on machines without them. */
export const readSeeds = (): TestArticle[] => (SEEDS ? readFolder(SEEDS) : []);
