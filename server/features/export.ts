/** hashiya/formats and hashiya/export: the articles of a project written as a dataset, with progress and cancel. */
import { ErrorCodes, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver';
import type {
  CancellationToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageserver';
import { parseStore, storePath } from '../../core/annotations/store.ts';
import type { StoreProblem } from '../../core/annotations/store.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { buildDocument } from '../../core/dataset/build-document.ts';
import type { BuiltDocument } from '../../core/dataset/build-document.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { formatById, FORMATS } from '../../core/formats/formats.ts';
import { describeLoss } from '../../core/formats/losses.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';
import { articleFilter } from '../../core/labels/project-files.ts';
import { decodeArticle, decodeUtf8, reasonOf } from '../files.ts';
import { said } from '../messages/messages.ts';
import { EXPORT_REQUEST, FORMATS_REQUEST } from '../protocol.ts';
import type { ExportParams, ExportResult, FormatChoice } from '../protocol.ts';
import { logError } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { TOOL } from '../version.ts';
import { pathWithin, sameSpelling, within } from '../uris.ts';

/** An article to export: its path in the project, its text as it is now, and what was decided on it. */
interface ExportedArticle {
  readonly path: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly annotator: string;
  /** What is wrong with the file of the annotations. */
  readonly problems: readonly StoreProblem[];
  /** Whether anybody has annotated it, be it to say that nothing is in it. */
  readonly isAnnotated: boolean;
}

const cancelled = (): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');

/** The article at a URI: as it is in the editor where it is open, else as it is on disk. Rejects unreadable ones. */
async function readArticle(
  server: Server,
  folder: string,
  uri: string,
  path: string,
): Promise<ExportedArticle> {
  const open = server.articles.uris().find((candidate) => sameSpelling(candidate) === sameSpelling(uri));
  const document = open === undefined ? undefined : server.articles.document(open);
  const { files } = server.runtime;
  const { annotator } = await server.placeOf(uri);
  const stored = await files.read(within(folder, storePath(annotator, path)));
  if (open !== undefined && document) {
    await server.keeper.loaded(open);
    const annotations = server.keeper.of(open)?.annotations ?? [];
    const isAnnotated = stored !== null || annotations.length > 0;
    const { problems } = parseStore(stored ? decodeUtf8(stored) : '', document.getText());
    return { path, text: document.getText(), annotations, annotator, problems, isAnnotated };
  }
  const bytes = await files.read(uri);
  const text = bytes ? decodeArticle(bytes) : '';
  const { annotations, problems } = parseStore(stored ? decodeUtf8(stored) : '', text);
  return { path, text, annotations, annotator, problems, isAnnotated: stored !== null };
}

/** Reads, analyses and builds the documents of a folder, one after the other; `troubles` tells what could not be read. */
async function buildDocuments(
  server: Server,
  params: ExportParams,
  step: (path: string, done: number, all: number) => void,
  token: CancellationToken,
): Promise<{ readonly built: BuiltDocument[]; readonly troubles: string[] }> {
  const { project } = await server.projects.ofFolder(params.folder);
  const isArticle = articleFilter(project);
  const articles = (await server.runtime.files.list(params.folder)).flatMap((uri) => {
    const path = pathWithin(params.folder, uri);
    return path !== null && isArticle(path) ? [{ uri, path }] : [];
  });
  const built: BuiltDocument[] = [];
  const troubles: string[] = [];
  const messages = server.messages();
  for (const [i, { uri, path }] of articles.entries()) {
    if (token.isCancellationRequested) throw cancelled();
    step(path, i, articles.length);
    let article: ExportedArticle;
    try {
      article = await readArticle(server, params.folder, uri, path);
    } catch (error) {
      // TextDecoder says so, and no more, where bytes are not what they should be.
      const isOtherEncoding = error instanceof TypeError;
      troubles.push(messages.unreadArticle(path, isOtherEncoding ? null : reasonOf(error)));
      continue;
    }
    if (article.problems.length > 0)
      troubles.push(messages.damagedFile(storePath(article.annotator, path), article.problems));
    // An article that nobody worked on says nothing; as an empty one it would teach that it holds nothing.
    if (!article.isAnnotated && !params.marks) continue;
    await server.recurrence.ready(uri);
    const analysis = await server.analyses.ofText(article.text, token, uri);
    if (!analysis) throw cancelled();
    built.push(buildDocument(path, analysis, article.annotations, params));
  }
  return { built, troubles };
}

async function exportDataset(
  server: Server,
  params: ExportParams,
  format: DatasetFormat,
  token: CancellationToken,
): Promise<ExportResult> {
  const { connection } = server;
  const messages = server.messages();
  const progress = params.workDoneToken;
  const report = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void => {
    if (progress !== undefined) void connection.sendProgress(WorkDoneProgress.type, progress, value);
  };
  report({ kind: 'begin', title: said(format.title, messages), cancellable: true, percentage: 0 });
  try {
    const step = (path: string, done: number, all: number): void => {
      report({ kind: 'report', message: path, percentage: Math.round((done / all) * 100) });
    };
    const { built, troubles } = await buildDocuments(server, params, step, token);
    if (built.length === 0) {
      const { annotator } = await server.placeOf(within(params.folder, '-'));
      const nothing = messages.nothingToExport(annotator);
      throw new ResponseError(ErrorCodes.InvalidRequest, [nothing, ...troubles].join(' '));
    }
    const dataset = writeDataset(format, built, TOOL);
    if (token.isCancellationRequested) throw cancelled();
    const written: string[] = [];
    for (const { path, content } of dataset.files) {
      const uri = path === '' ? params.target : within(params.target, path);
      await server.runtime.files.writeAtomically(uri, new TextEncoder().encode(content));
      written.push(uri);
    }
    return {
      files: written,
      articles: dataset.articles,
      annotations: dataset.spans,
      losses: [
        ...troubles,
        ...(dataset.silver > 0 && !format.tellsSilver ? [messages.untoldSilver(dataset.silver)] : []),
        ...dataset.omitted.map(({ layer, count }) => messages.omittedLayer(layer, count)),
        ...dataset.losses.map((loss) => said(describeLoss(loss), messages)),
      ],
    };
  } finally {
    report({ kind: 'end' });
  }
}

/** The formats to choose from, and the export. */
export const exporting: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection } = server;
    connection.onRequest(FORMATS_REQUEST, (): FormatChoice[] =>
      FORMATS.map(({ id, title, description, suffix }) => ({
        id,
        title: said(title, server.messages()),
        description: said(description, server.messages()),
        suffix,
      })),
    );
    connection.onRequest(EXPORT_REQUEST, async (params: ExportParams, token: CancellationToken) => {
      const format = formatById(params.format);
      if (!format)
        throw new ResponseError(ErrorCodes.InvalidParams, server.messages().noFormat(params.format));
      try {
        return await exportDataset(server, params, format, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logError(connection, 'export', error);
        throw new ResponseError(ErrorCodes.InternalError, server.messages().failed(reasonOf(error)));
      }
    });
  },
};
