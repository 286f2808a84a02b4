import { atOnce } from '../../text/steps.ts';
import type { Steps } from '../../text/steps.ts';
import { SPLITS } from '../document.ts';
import type { Layer, Split } from '../document.ts';
import { articleOf } from '../sentences.ts';
import type { DocumentCounts } from './count-document.ts';
import { compareText, increase } from './counts.ts';
import { coverageOf } from './coverage.ts';
import type { ArticleWork } from './coverage.ts';
import { distributionOf } from './distribution.ts';
import { MEASURED } from './figures.ts';
import type { DatasetStatistics, Measured, MonthCount, OutletCount, ProjectStatistics } from './figures.ts';
import { joinLabels } from './labels.ts';
import { joinNames } from './names.ts';
import { joinSpeakers } from './speakers.ts';

/** What statistics keep of an article. */
export interface CountedArticle {
  /** With marks and with boilerplate, so that what is open and what is not the article's own is counted. */
  readonly document: DocumentCounts;
  /** Everybody's work on it. */
  readonly work: readonly ArticleWork[];
  /** Whose decisions are in the document; null where nobody has worked on it. */
  readonly annotator: string | null;
  /** Who published it, null where that is not known. */
  readonly outlet: string | null;
}

/**
 * The statistics of a project: of what its articles hold, and of how far the work on them is. The same articles give
 * the same figures, in whatever order they come.
 */
export const projectStatistics = (articles: readonly CountedArticle[]): ProjectStatistics =>
  atOnce(projectStatisticsInSteps(articles));

/** The same in steps of some milliseconds. */
export function* projectStatisticsInSteps(articles: readonly CountedArticle[]): Steps<ProjectStatistics> {
  const outlets = new Map(articles.map(({ document, outlet }) => [document.figures.file, outlet]));
  const dataset = yield* datasetStatisticsInSteps(
    articles.map(({ document }) => document),
    (file) => outlets.get(file) ?? null,
  );
  yield;
  const coverage = coverageOf(
    articles.map(({ document, work, annotator }) => ({
      work,
      counted: annotator,
      open: document.labels.reduce((sum, { silver }) => sum + silver, 0),
    })),
  );
  return { dataset, coverage };
}

/**
 * The statistics of documents by themselves: of a dataset as it is written, or of all that a project holds.
 * `outletOf` tells who published the article of a file, null where that is not known.
 */
export const datasetStatistics = (
  documents: readonly DocumentCounts[],
  outletOf: (file: string) => string | null = () => null,
): DatasetStatistics => atOnce(datasetStatisticsInSteps(documents, outletOf));

function* datasetStatisticsInSteps(
  documents: readonly DocumentCounts[],
  outletOf: (file: string) => string | null,
): Steps<DatasetStatistics> {
  const sorted = [...documents].sort((a, b) => compareText(a.figures.file, b.figures.file));
  const byArticle = sorted.map(({ figures }) => figures);
  yield;
  const values: Record<Measured, number[]> = {
    article: byArticle.map(({ tokens }) => tokens),
    sentence: sorted.flatMap(({ lengths }) => lengths.sentence),
    entity: sorted.flatMap(({ lengths }) => lengths.entity),
    quotation: sorted.flatMap(({ lengths }) => lengths.quotation),
  };
  const lengths: Partial<Record<Measured, DatasetStatistics['lengths'][Measured]>> = {};
  for (const measured of MEASURED) {
    yield;
    lengths[measured] = distributionOf(values[measured]);
  }
  const tokensIn = (layer: Layer): number => sum(sorted.map((document) => document.tokensIn[layer]));
  const labels = joinLabels(sorted.flatMap((document) => document.labels));
  return {
    articles: new Set(byArticle.map(({ file }) => articleOf(file))).size,
    sentences: values.sentence.length,
    tokens: sum(values.article),
    tokensIn: {
      entities: tokensIn('entities'),
      quotations: tokensIn('quotations'),
      boilerplate: tokensIn('boilerplate'),
    },
    tokensDecided: sum(sorted.map(({ tokensDecided }) => tokensDecided)),
    labels,
    names: yield* joinNames(sorted, labels),
    speakers: yield* joinSpeakers(sorted),
    lengths: lengths as DatasetStatistics['lengths'],
    months: monthsOf(byArticle),
    outlets: outletsOf(byArticle.map(({ file }) => outletOf(file))),
    splits: splitsOf(sorted),
    byArticle,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function monthsOf(articles: readonly { readonly published: string | null }[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const { published } of articles) increase(counts, published?.slice(0, 7) ?? '');
  return [...counts]
    .map(([month, articles]) => ({ month: month || null, articles }))
    .sort(
      (a, b) =>
        Number(a.month === null) - Number(b.month === null) || compareText(a.month ?? '', b.month ?? ''),
    );
}

function outletsOf(outlets: readonly (string | null)[]): OutletCount[] {
  const counts = new Map<string, number>();
  for (const outlet of outlets) increase(counts, outlet ?? '');
  return [...counts]
    .map(([outlet, articles]) => ({ outlet: outlet || null, articles }))
    .sort(
      (a, b) =>
        Number(a.outlet === null) - Number(b.outlet === null) ||
        b.articles - a.articles ||
        compareText(a.outlet ?? '', b.outlet ?? ''),
    );
}

function splitsOf(documents: readonly DocumentCounts[]): Record<Split, number> | null {
  if (documents.every(({ split }) => split === null)) return null;
  return Object.fromEntries(
    SPLITS.map((split) => [split, documents.filter((document) => document.split === split).length]),
  ) as Record<Split, number>;
}
