import { documentsOf } from '../../core/dataset/collect.ts';
import { datasetContext } from '../../core/dataset/context.ts';
import { hashOfContent } from '../../core/dataset/lock.ts';
import type { DatasetLock, DatasetOptions } from '../../core/dataset/lock.ts';
import { splitArticles } from '../../core/dataset/splits/split-articles.ts';
import type { SplitArticles } from '../../core/dataset/splits/split-articles.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';
import type { ProvenDataset } from '../../core/formats/write-dataset.ts';
import { engineDigest, readEngineData } from '../engine.ts';
import { startProgress } from '../progress.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { collect } from './collect.ts';
import type { Collected } from './collect.ts';
import { formatOf, splitPlan } from './settings.ts';

export interface MadeDataset {
  readonly dataset: ProvenDataset;
  readonly collected: Collected;
  readonly split: SplitArticles | null;
  /** What it was made of, but for where it lies. */
  readonly lock: Omit<DatasetLock, 'project' | 'output'>;
}

const TOOL = `hashiya ${VERSION}`;

/** Makes a dataset of a project's articles, in memory: nothing is written yet. */
export async function makeDataset(project: ProjectFolder, options: DatasetOptions): Promise<MadeDataset> {
  const engineData = readEngineData();
  const format = formatOf(options.format);
  const context = datasetContext(project.project, options.name, TOOL);
  const collected = await collect(project, options, engineData);
  const split = splitCollected(collected, options);
  const built = documentsOf(collected.built, split, options.sentences);
  const dataset = await writeDataset(format, built, context);
  return {
    dataset,
    collected,
    split,
    lock: {
      tool: TOOL,
      engine: engineDigest(engineData),
      labels: hashOfContent(JSON.stringify(context.labels)),
      options,
      articles: collected.articles.map((article) => ({
        ...article,
        split: split?.splits.get(article.file) ?? null,
      })),
      counts: {
        articles: collected.built.length,
        documents: dataset.articles,
        spans: dataset.spans,
        silver: dataset.silver,
        losses: dataset.losses.length,
        ...(split ? { ...split.counts, nearDuplicateGroups: split.groups.length } : {}),
      },
      files: dataset.files.map(({ path, content }) => ({ path, sha256: hashOfContent(content) })),
    },
  };
}

function splitCollected({ toSplit, compared }: Collected, options: DatasetOptions): SplitArticles | null {
  if (!options.split) return null;
  const progress = startProgress(2 * compared.length);
  const split = splitArticles(toSplit, compared, splitPlan(options.split), (file) =>
    progress.step(`comparing ${file}`),
  );
  progress.end();
  return split;
}
