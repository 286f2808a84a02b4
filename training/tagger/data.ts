import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { readGoldFolder } from '../gold.ts';
import type { GoldArticle } from '../gold.ts';
import { linesOfAnnotations } from './articles.ts';
import { CORPORA, linesOfCorpus } from './corpora.ts';
import type { TrainingLine } from './lines.ts';

/** Where the annotated articles and the corpora lie, from the project's folder. */
export const SHARED = '../shared';

/** Every annotated article: those of the training folder, then the seeds. */
export function readArticles(root: string): GoldArticle[] {
  const gold = path.join(root, SHARED, 'gold');
  return [
    ...readGoldFolder(path.join(gold, 'train'), path.join(gold, 'train')),
    ...readGoldFolder(gold, path.join(root, SHARED, 'seeds')),
  ];
}

/** The lines of every corpus of other guidelines. */
export const readCorpora = (root: string, lexicon: Lexicon): TrainingLine[] =>
  CORPORA.flatMap((corpus) => linesOfCorpus(corpus, path.join(root, SHARED, 'data/ner'), lexicon));

/** The lines of the raw news that are annotated in training/annotations. */
export function readAnnotations(root: string, lexicon: Lexicon): TrainingLine[] {
  const file = path.join(root, SHARED, 'data/text/news.jsonl.xz');
  if (!existsSync(file)) return [];
  const { stdout, status } = spawnSync('xz', ['-dc', file], { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${file} cannot be unpacked; is xz installed?`);
  return linesOfAnnotations(
    path.join(root, 'training/annotations'),
    stdout.toString('utf8').split('\n'),
    lexicon,
  );
}
