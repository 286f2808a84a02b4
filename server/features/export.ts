/** hashiya/formats and hashiya/export: the articles of a project written as a dataset, with progress and cancel. */
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { storePath } from '../../core/annotations/store.ts';
import { marksOfProject } from '../../core/annotations/marks-of-project.ts';
import { ARTICLE_STATUSES } from '../../core/annotations/status.ts';
import { collectArticle, documentsOf } from '../../core/dataset/collect.ts';
import type { CollectedArticle } from '../../core/dataset/collect.ts';
import { SPLITS } from '../../core/dataset/document.ts';
import { chooseVersion } from '../../core/dataset/selection.ts';
import type { Selection } from '../../core/dataset/selection.ts';
import { splitArticles } from '../../core/dataset/splits/split-articles.ts';
import type { SplitArticles } from '../../core/dataset/splits/split-articles.ts';
import { DEFAULT_SPLIT, planOf, splitOptionsOf } from '../../core/dataset/splits/split-options.ts';
import { MARK_FAMILIES } from '../../core/labels/marks.ts';
import { partOfProject } from '../../core/labels/project-parts.ts';
import type { Project } from '../../core/labels/project.ts';
import { datasetContext } from '../../core/dataset/context.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { formatById, FORMATS } from '../../core/formats/formats.ts';
import { describeLoss } from '../../core/formats/losses.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';
import { onLongRequest } from '../long-work.ts';
import type { Work } from '../long-work.ts';
import { said } from '../messages/messages.ts';
import { analysisOf, articlesOf, decisionsOf, textOf, unreadArticle } from '../project-articles.ts';
import type { Decisions } from '../project-articles.ts';
import { EXPORT_REQUEST, FORMATS_REQUEST } from '../protocol.ts';
import type { ExportParams, ExportResult, FormatChoice } from '../protocol.ts';
import type { Feature, Server } from '../server-context.ts';
import { TOOL } from '../version.ts';
import { nameOf, pathWithin, within } from '../uris.ts';

/** What of a project goes into a dataset: what the person chose, and for the rest what hashiya.json says. */
async function selectionOf(
  server: Server,
  { folder, marks, boilerplate, sentences }: ExportParams,
): Promise<Selection> {
  const { project } = await server.projects.ofFolder(folder);
  const { annotators, families, labels, status } = project.export;
  const { annotator } = await server.placeOf(within(folder, '-'));
  return {
    annotators: annotators.length > 0 ? annotators : [annotator],
    families: MARK_FAMILIES.filter((family) => families.includes(family)),
    labels,
    status: ARTICLE_STATUSES.filter((one) => status.includes(one)),
    marks,
    boilerplate,
    sentences,
  };
}

/** Reads, analyses and builds the documents of a folder, one after the other; `troubles` tells what could not be read. */
async function collect(
  server: Server,
  { folder }: ExportParams,
  selection: Selection,
  work: Work,
): Promise<{ readonly collected: readonly CollectedArticle[]; readonly troubles: string[] }> {
  const articles = await articlesOf(server, folder);
  const { project } = await server.projects.ofFolder(folder);
  const inProject = marksOfProject(project);
  const { overlap } = project.labels;
  const collected: CollectedArticle[] = [];
  const troubles: string[] = [];
  for (const [i, article] of articles.entries()) {
    const { uri, path } = article;
    work.step(path, i, articles.length);
    try {
      const text = await textOf(server, uri);
      const versions: Decisions[] = [];
      for (const annotator of selection.annotators) {
        const decisions = await decisionsOf(server, article, text, annotator);
        if (!decisions) continue;
        if (decisions.problems.length > 0)
          troubles.push(server.messages().damagedFile(storePath(annotator, path), decisions.problems));
        versions.push(decisions);
      }
      const chosen = chooseVersion(versions, selection);
      if (typeof chosen === 'string') continue;
      const analysis = await analysisOf(server, uri, text, work);
      const { annotations, facts } = chosen.version ?? { annotations: [], facts: NO_FACTS };
      collected.push(
        collectArticle(path, inProject(analysis), { annotations, facts }, chosen.marks, selection, overlap),
      );
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      troubles.push(unreadArticle(server, path, error));
    }
  }
  return { collected, troubles };
}

/** How the articles are split, null where that was not asked for. @throws ResponseError if the plan makes no sense. */
function splitOf(
  server: Server,
  { split }: ExportParams,
  { export: defaults }: Project,
  collected: readonly CollectedArticle[],
  work: Work,
): SplitArticles | null {
  if (!split) return null;
  const plan = planOf(splitOptionsOf(defaults) ?? { ...DEFAULT_SPLIT, seed: defaults.seed });
  if ('error' in plan) throw new ResponseError(ErrorCodes.InvalidParams, said(plan.error, server.messages()));
  let done = 0;
  return splitArticles(
    collected.map(({ toSplit }) => toSplit),
    collected.map(({ compared }) => compared),
    plan,
    (file) => work.step(file, done++, 2 * collected.length),
  );
}

/**
 * A dataset is no part of its project: its texts would be taken for articles the next time, or be written over them.
 * @throws ResponseError if one of its files would be an article or one of the program's own.
 */
function keepOutOfProject(
  server: Server,
  folder: string,
  project: Project,
  targets: readonly string[],
): void {
  const partOf = partOfProject(project);
  for (const uri of targets) {
    const path = pathWithin(folder, uri);
    if (path !== null && partOf(path) !== null)
      throw new ResponseError(ErrorCodes.InvalidParams, server.messages().datasetInProject(path));
  }
}

async function exportDataset(
  server: Server,
  params: ExportParams,
  format: DatasetFormat,
  work: Work,
): Promise<ExportResult> {
  const messages = server.messages();
  const selection = await selectionOf(server, params);
  const { collected, troubles } = await collect(server, params, selection, work);
  if (collected.length === 0) {
    const nothing = messages.nothingToExport(selection.annotators.join(', '));
    throw new ResponseError(ErrorCodes.InvalidRequest, [nothing, ...troubles].join(' '));
  }
  const { project } = await server.projects.ofFolder(params.folder);
  const split = splitOf(server, params, project, collected, work);
  const documents = documentsOf(
    collected.map(({ built }) => built),
    split,
    selection.sentences,
  );
  const dataset = await writeDataset(format, documents, datasetContext(project, nameOf(params.folder), TOOL));
  if (work.token.isCancellationRequested) throw work.cancelled();
  const targets = dataset.files.map(({ path }) =>
    path === '' ? params.target : within(params.target, path),
  );
  keepOutOfProject(server, params.folder, project, targets);
  const written: string[] = [];
  for (const [i, { content }] of dataset.files.entries()) {
    const uri = targets[i] ?? params.target;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await server.runtime.files.writeAtomically(uri, bytes);
    written.push(uri);
  }
  const untold = format.carries.includes('silver') ? 0 : dataset.silver;
  return {
    files: written,
    articles: collected.length,
    annotations: dataset.spans,
    splits: split && SPLITS.map((name) => ({ name, articles: split.counts[name] })),
    losses: [
      ...troubles,
      ...(untold > 0 ? [messages.untoldSilver(untold)] : []),
      ...dataset.omitted.map(({ layer, count }) => messages.omittedLayer(layer, count)),
      ...dataset.omittedDetails.map(({ detail, count }) => messages.omittedDetail(detail, count)),
      ...dataset.losses.map((loss) => said(describeLoss(loss), messages)),
      ...(split?.moved ?? []).map(({ file, from, to }) => messages.movedArticle(file, from, to)),
      ...(split?.across ?? []).map(({ files: [a, b] }) => messages.relatedAcross(a, b)),
    ],
  };
}

/** The formats to choose from, and the export. */
export const exporting: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(FORMATS_REQUEST, (): FormatChoice[] =>
      FORMATS.map(({ id, title, description, suffix }) => ({
        id,
        title: said(title, server.messages()),
        description: said(description, server.messages()),
        suffix,
      })),
    );
    const titleOf = ({ format }: ExportParams): string => {
      const title = formatById(format)?.title;
      return title ? said(title, server.messages()) : format;
    };
    onLongRequest(server, EXPORT_REQUEST, titleOf, (params: ExportParams, work) => {
      const format = formatById(params.format);
      if (!format)
        throw new ResponseError(ErrorCodes.InvalidParams, server.messages().noFormat(params.format));
      return exportDataset(server, params, format, work);
    });
  },
};
