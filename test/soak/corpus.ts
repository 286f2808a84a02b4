/** The project that the soak works in: articles mixed of the paragraphs of the samples, so that names recur among them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Chance } from './chance.ts';

/** The paragraphs of the sample articles, blank lines left out. */
export const paragraphsOf = (samples: string): string[] =>
  readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(path.join(samples, name), 'utf8').split(/\r?\n/))
    .filter((line) => line.trim() !== '');

/** So many paragraphs has an article at least, and so many more at most. */
const LEAST = 8;
const MORE = 20;

/**
 * Writes a project of so many articles into a folder.
 * @returns the paths of its articles, from the folder
 */
export function writeCorpus(
  folder: string,
  articles: number,
  paragraphs: readonly string[],
  random: Chance,
): string[] {
  mkdirSync(path.join(folder, 'articles'), { recursive: true });
  writeFileSync(path.join(folder, 'hashiya.json'), `${JSON.stringify({ include: ['articles/**/*.txt'] })}\n`);
  return Array.from({ length: articles }, (_, n) => {
    const name = `articles/خبر-${String(n + 1).padStart(3, '0')}.txt`;
    const lines = Array.from({ length: LEAST + random.below(MORE) }, () => random.of(paragraphs));
    writeFileSync(path.join(folder, name), `${lines.join('\n\n')}\n`);
    return name;
  });
}
