/** hashiya/import: a dataset's spans as annotations or marks of a project's articles, with progress and cancel. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { marksPath, storePath } from '../../core/annotations/store.ts';
import { datasetContext } from '../../core/dataset/context.ts';
import type { DatasetFile, DatasetFormat, ReadDocument } from '../../core/formats/format.ts';
import { formatById } from '../../core/formats/formats.ts';
import { describeImportLoss } from '../../core/importing/describe.ts';
import { importIntoArticle } from '../../core/importing/import-article.ts';
import { IMPORTED, lossOf } from '../../core/importing/import-document.ts';
import type { ImportLoss, ImportRules } from '../../core/importing/import-document.ts';
import { matchArticles } from '../../core/importing/match.ts';
import type { KnownArticle } from '../../core/importing/match.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import { decodeUtf8, mustStayIn } from '../files.ts';
import { onLongRequest } from '../long-work.ts';
import type { Work } from '../long-work.ts';
import { said } from '../messages/messages.ts';
import { articlesOf, textOf, unreadArticle } from '../project-articles.ts';
import { IMPORT_REQUEST } from '../protocol.ts';
import type { ImportParams, ImportResult } from '../protocol.ts';
import type { Feature, Server } from '../server-context.ts';
import { nameOf, pathWithin, within } from '../uris.ts';
import { TOOL } from '../version.ts';

/** Lines of a dataset that cannot be read are told one by one up to as many. */
const SHOWN = 20;

async function readDataset(server: Server, { dataset, isFolder }: ImportParams): Promise<DatasetFile[]> {
  const { files } = server.runtime;
  const uris = isFolder ? await files.list(dataset) : [dataset];
  const read: DatasetFile[] = [];
  for (const uri of uris) {
    const content = await files.read(uri);
    const path = isFolder ? pathWithin(dataset, uri) : nameOf(uri);
    if (content && path !== null) read.push({ path, content });
  }
  return read;
}

async function importDataset(
  server: Server,
  params: ImportParams,
  format: DatasetFormat,
  work: Work,
): Promise<ImportResult> {
  const messages = server.messages();
  const { folder, target } = params;
  const { project } = await server.projects.ofFolder(folder);
  const files = await readDataset(server, params);
  const { documents, problems } = await format.parse(files, datasetContext(project, '', TOOL));
  const told = problems.slice(0, SHOWN).map(({ path, line, message }) => `${path}:${line}: ${message}`);
  if (problems.length > SHOWN) told.push(`… +${problems.length - SHOWN}`);
  if (documents.length === 0) {
    const nothing = messages.nothingToImport(said(format.title, messages));
    throw new ResponseError(ErrorCodes.InvalidRequest, [nothing, ...told.slice(0, 1)].join(' '));
  }
  const known: KnownArticle[] = [];
  const articles = await articlesOf(server, folder);
  for (const [i, { uri, path }] of articles.entries()) {
    work.step(path, i, articles.length);
    try {
      known.push({ path, text: await textOf(server, uri) });
    } catch (error) {
      told.push(unreadArticle(server, path, error));
    }
  }
  const { annotator } = await server.placeOf(within(folder, '-'));
  const rules: ImportRules = {
    annotator,
    now: server.runtime.now().toISOString(),
    newId: server.runtime.newId,
    source: IMPORTED + format.id,
    familyOf: familyLookup(project),
    rename: new Map(),
    silver: target === 'marks',
  };
  const losses: ImportLoss[] = [];
  const matched = new Map<KnownArticle, ReadDocument[]>();
  for (const [i, article] of matchArticles(documents, known).entries()) {
    const document = documents[i] as ReadDocument;
    if (article) matched.set(article, [...(matched.get(article) ?? []), document]);
    else {
      const name = document.file ?? `${nameOf(params.dataset)} (${i + 1})`;
      for (const span of document.spans) losses.push(lossOf(name, document.text, span, 'not-found'));
    }
  }
  let taken = 0;
  let there = 0;
  let done = 0;
  const written: string[] = [];
  for (const [article, parts] of matched) {
    work.step(article.path, done++, matched.size);
    const path = target === 'marks' ? marksPath(article.path) : storePath(annotator, article.path);
    const file = within(folder, path);
    // What the editor has not written yet is written before: the import must see it.
    if (target === 'annotations') await server.keeper.flush(within(folder, article.path));
    const bytes = await server.runtime.files.read(file);
    const content = bytes && decodeUtf8(bytes);
    const imported = importIntoArticle(parts, article, content, target, rules, TOOL);
    if (!imported) {
      told.push(messages.notMended(path));
      continue;
    }
    losses.push(...imported.losses);
    taken += imported.taken;
    there += imported.known;
    if (imported.content === null) continue;
    await mustStayIn(server.runtime.files, folder, file);
    await server.runtime.files.writeAtomically(file, new TextEncoder().encode(imported.content));
    written.push(file);
  }
  const stale = [
    ...(await server.keeper.filesChanged(written)),
    ...(await server.imported.filesChanged(written)),
  ];
  for (const uri of stale) server.articleChanged(uri);
  return {
    articles: matched.size,
    taken,
    known: there,
    losses: [...told, ...losses.map((loss) => said(describeImportLoss(loss), messages))],
  };
}

/** The import. */
export const importing: Feature = {
  capabilities: () => ({}),
  register(server) {
    const titleOf = ({ dataset }: ImportParams): string => nameOf(dataset);
    onLongRequest(server, IMPORT_REQUEST, titleOf, (params: ImportParams, work) => {
      const format = formatById(params.format);
      if (!format)
        throw new ResponseError(ErrorCodes.InvalidParams, server.messages().noFormat(params.format));
      return importDataset(server, params, format, work);
    });
  },
};
