import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import type { EntityLabel } from '../../core/labels/entity-labels.ts';
import type { GoldEntity } from '../gold.ts';
import { readGoldFolder } from '../gold.ts';
import { houseOf, splitOf } from '../splits.ts';

/** A text with everything that is an entity in it: an article, or the opening of one of the raw news. */
export interface TrainingDocument {
  readonly name: string;
  /** The house that published it; folds are made of whole houses. */
  readonly house: string;
  /** `dev`: the rules were worked out on it, so that it says little of how far they are to be trusted. */
  readonly set: 'dev' | 'held-out' | 'news';
  readonly text: string;
  readonly entities: readonly GoldEntity[];
}

/** The annotated articles and the annotated openings of raw news; `root` is the project's folder. */
export const readDocuments = (root: string): TrainingDocument[] => [...readArticles(root), ...readNews(root)];

const readArticles = (root: string): TrainingDocument[] => {
  const folder = path.join(root, '../shared/gold/train');
  return readGoldFolder(folder, folder).map(({ name, outlet, text, entities }) => ({
    name,
    house: houseOf(outlet),
    set: splitOf(outlet),
    text,
    entities,
  }));
};

/** A row of training/annotations: what is marked in the n-th article of the raw news, without its text. */
interface StandOff {
  readonly article: number;
  readonly sha256: string;
  readonly lines?: readonly (readonly [start: number, end: number])[];
  readonly entities: readonly (readonly [start: number, end: number, label: EntityLabel])[];
}

function readNews(root: string): TrainingDocument[] {
  const file = path.join(root, '../shared/data/text/news.jsonl.xz');
  const folder = path.join(root, 'training/annotations');
  if (!existsSync(file)) return [];
  const { stdout, status } = spawnSync('xz', ['-dc', file], { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${file} cannot be unpacked; is xz installed?`);
  const articles = stdout.toString('utf8').split('\n');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((row) => row.trim() !== '')
        .map((row) => JSON.parse(row) as StandOff)
        .flatMap((standOff) => documentsOf(standOff, articles[standOff.article] ?? '{}', name)),
    );
}

function documentsOf(
  { article, sha256, lines, entities }: StandOff,
  row: string,
  file: string,
): TrainingDocument[] {
  const { src = '', text = '' } = JSON.parse(row) as { src?: string; text?: string };
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new Error(`${file}: article ${article} of the news is not the one that was annotated.`);
  return (lines ?? [[0, text.length] as const]).map(([from, to]) => ({
    name: `news ${article} ${from}`,
    house: houseOf(src),
    set: 'news' as const,
    text: text.slice(from, to),
    entities: entities
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end, label]) => ({ start: start - from, end: end - from, label })),
  }));
}
