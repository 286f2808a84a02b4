import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import { readGoldFolder } from '../gold.ts';
import type { GoldArticle } from '../gold.ts';
import { splitOf } from '../splits.ts';
import { goldOfAnnotations } from './annotations.ts';

/**
 * The sets of annotated articles that are evaluated: the project's own, then those of others, on which the engine is
 * worked on but for the last (training/splits.ts).
 */
export const SETS = ['samples', 'seeds', 'dev', 'held-out'] as const;

export type SetName = (typeof SETS)[number];

/**
 * The annotated articles of a set; null where they are not on this machine. `root` is the project's folder, beside
 * which ../shared has the articles that are not ours to copy.
 */
export function readSet(set: SetName, root: string): GoldArticle[] | null {
  if (set === 'samples') return readSamples(path.join(root, 'samples'));
  const shared = path.join(root, '../shared');
  const gold = path.join(shared, set === 'seeds' ? 'gold' : 'gold/train');
  if (!existsSync(gold)) return null;
  if (set === 'seeds') return readGoldFolder(gold, path.join(shared, 'seeds'));
  return readGoldFolder(gold, gold).filter(({ outlet }) => splitOf(outlet) === set);
}

/** Whoever annotated the sample articles. */
const ANNOTATOR = 'hashiya';

const readSamples = (folder: string): GoldArticle[] =>
  readdirSync(path.join(folder, 'articles'))
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(folder, 'articles', file), 'utf8');
      const stored = readFileSync(path.join(folder, storePath(ANNOTATOR, `articles/${file}`)), 'utf8');
      const name = file.slice(0, -'.txt'.length);
      return goldOfAnnotations(name, text, parseStore(stored, text).annotations);
    });
