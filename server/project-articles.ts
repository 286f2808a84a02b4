/** The articles of a project's folder, open in the editor or not: their texts and what was decided on them. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { withProjectMarks } from '../core/annotations/project-marks.ts';
import type { ProjectNames } from '../core/annotations/project-names/names.ts';
import type { Analysis } from '../core/analysis/analysis.ts';
import { statusWith } from '../core/annotations/status.ts';
import type { ArticleStatus } from '../core/annotations/status.ts';
import type { ArticleVersion } from '../core/annotations/steps.ts';
import { annotatorOf, marksPath, parseStore } from '../core/annotations/store.ts';
import type { StoreProblem } from '../core/annotations/store.ts';
import { NO_FACTS } from '../core/annotations/annotation.ts';
import type { Annotation, ArticleFacts } from '../core/annotations/annotation.ts';
import { familyLookup } from '../core/labels/project-labels.ts';
import { articleFilter } from '../core/labels/project-files.ts';
import { decodeArticle, decodeUtf8, reasonOf } from './files.ts';
import type { Work } from './long-work.ts';
import type { Server } from './server-context.ts';
import { pathWithin, sameSpelling, within } from './uris.ts';

interface FoundFile {
  readonly uri: string;
  /** In the project, parted by "/". */
  readonly path: string;
}

export interface ProjectArticle extends FoundFile {
  /** URIs of annotation files by annotator. */
  readonly stores: ReadonlyMap<string, string>;
}

/** The files below a folder of a project, with their paths in the project. */
const filesBelow = async (server: Server, project: string, folder: string): Promise<FoundFile[]> =>
  (await server.runtime.files.list(folder)).flatMap((uri) => {
    const path = pathWithin(project, uri);
    return path === null ? [] : [{ uri, path }];
  });

/** Annotation files by article, then by annotator. */
function storesOf(files: readonly FoundFile[]): Map<string, Map<string, string>> {
  const stores = new Map<string, Map<string, string>>();
  for (const { uri, path } of files) {
    const [, name = '', article = ''] = /^annotations\/([^/]+)\/(.+)\.jsonl$/.exec(path) ?? [];
    if (article === '') continue;
    const known = stores.get(article);
    if (known) known.set(annotatorOf(name), uri);
    else stores.set(article, new Map([[annotatorOf(name), uri]]));
  }
  return stores;
}

/** The articles of a project's folder, each with the files of those who have worked on it. */
export async function articlesOf(server: Server, folder: string): Promise<ProjectArticle[]> {
  const { project } = await server.projects.ofFolder(folder);
  const isArticle = articleFilter(project);
  const files = await filesBelow(server, folder, folder);
  const stores = storesOf(files);
  return files
    .filter(({ path }) => isArticle(path))
    .map(({ uri, path }) => ({ uri, path, stores: stores.get(path) ?? new Map<string, string>() }));
}

/** One article with the files of those who have worked on it; null where it lies in no project's folder. */
export async function articleOf(server: Server, uri: string): Promise<ProjectArticle | null> {
  const { folder } = await server.projects.of(uri);
  const path = pathWithin(folder, uri);
  if (path === null) return null;
  const stores = storesOf(await filesBelow(server, folder, within(folder, 'annotations')));
  return { uri, path, stores: stores.get(path) ?? new Map<string, string>() };
}

/** The open document of a URI, however it is spelt. */
function openDocument(server: Server, uri: string): TextDocument | undefined {
  const open = server.articles.uris().find((candidate) => sameSpelling(candidate) === sameSpelling(uri));
  return open === undefined ? undefined : server.articles.document(open);
}

/** The text of an article: as it is in the editor where it is open, else as it is on disk. Rejects unreadable files. */
export async function textOf(server: Server, uri: string): Promise<string> {
  const document = openDocument(server, uri);
  if (document) return document.getText();
  const bytes = await server.runtime.files.read(uri);
  return bytes ? decodeArticle(bytes) : '';
}

/** What an annotator has decided on an article. */
export interface Decisions {
  readonly annotator: string;
  readonly annotations: readonly Annotation[];
  /** What they say of the article as a whole. */
  readonly facts: ArticleFacts;
  readonly status: ArticleStatus;
  /** What is wrong with the file of the annotations. */
  readonly problems: readonly StoreProblem[];
}

/**
 * What an annotator has decided on an article with this text, be it that nothing is in it; null where they have not
 * worked on it. Rejects unreadable files.
 */
export async function decisionsOf(
  server: Server,
  { uri, stores }: ProjectArticle,
  text: string,
  annotator: string,
): Promise<Decisions | null> {
  const store = stores.get(annotator);
  const bytes = store === undefined ? null : await server.runtime.files.read(store);
  const stored = bytes && parseStore(decodeUtf8(bytes), text);
  const said = (version: ArticleVersion): Decisions => ({
    annotator,
    annotations: version.annotations,
    facts: version.facts,
    status: statusWith(version.facts, version.annotations),
    problems: stored?.problems ?? [],
  });
  const document = openDocument(server, uri);
  if (document) {
    await server.keeper.loaded(document.uri);
    const kept = server.keeper.of(document.uri);
    if (kept?.annotator === annotator) return stored || kept.annotations.length > 0 ? said(kept) : null;
  }
  return stored && said({ annotations: stored.annotations, facts: stored.header?.facts ?? NO_FACTS });
}

/**
 * The analysis of an article with this text, with the marks that its project adds.
 * @param names what was decided in the project; where none are given, what the annotator decided
 * @param isOnce whether it will not be asked for again soon
 * @throws ResponseError if it was cancelled.
 */
export async function analysisOf(
  server: Server,
  uri: string,
  text: string,
  work: Work,
  names?: ProjectNames,
  isOnce = false,
): Promise<Analysis> {
  await server.recurrence.ready(uri);
  const analysis = await server.analyses.ofText(text, work.token, uri, isOnce);
  if (!analysis) throw work.cancelled();
  const [{ folder, project }, { annotator }] = await Promise.all([
    server.projects.of(uri),
    server.placeOf(uri),
  ]);
  if (!names) await server.names.ready({ folder, annotator });
  return withProjectMarks(analysis, {
    names: names ?? server.names.of({ folder, annotator }),
    imported: await server.imported.ofText(uri, text),
    familyOf: familyLookup(project),
  });
}

/**
 * The same words as long as the same is known of an article: its text, what some annotators decided on it, its imported
 * marks and what the other files say of its lines. Null where nobody can tell without reading it all.
 */
export async function stampOf(
  server: Server,
  folder: string,
  { uri, path, stores }: ProjectArticle,
  annotators: readonly string[],
): Promise<string | null> {
  await server.recurrence.ready(uri);
  const { files } = server.runtime;
  const those = annotators.filter((name) => stores.has(name));
  const [article, marks, ...decided] = await Promise.all(
    [uri, within(folder, marksPath(path)), ...those.map((name) => stores.get(name) ?? '')].map((file) =>
      files.stamp(file),
    ),
  );
  // Marks there need not be any.
  if (article === null || decided.includes(null)) return null;
  const document = openDocument(server, uri);
  if (document) await server.keeper.loaded(document.uri);
  const kept = document && server.keeper.of(document.uri);
  const shown = document && [
    server.articles.opened(document.uri),
    document.version,
    kept?.annotator,
    kept?.revision,
  ];
  return JSON.stringify([article, marks, those, decided, shown, server.recurrence.told(uri)]);
}

/** A sentence on an article that could not be read. */
export function unreadArticle(server: Server, path: string, error: unknown): string {
  // TextDecoder says so, and no more, where bytes are not what they should be.
  const isOtherEncoding = error instanceof TypeError;
  return server.messages().unreadArticle(path, isOtherEncoding ? null : reasonOf(error));
}
