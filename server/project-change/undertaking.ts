/** A change of a whole project: what it is, and what of an article it needs. */
import type { ActionContext, ArticleState } from '../../core/annotations/actions/action.ts';
import type { Refusal } from '../../core/annotations/actions/refusal.ts';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import { placesOf } from '../../core/annotations/project-change/places.ts';
import type { ChangePlace } from '../../core/annotations/project-change/places.ts';
import { projectChangeOf } from '../../core/annotations/project-change/project-change.ts';
import type { AskedChange, ProjectChange } from '../../core/annotations/project-change/project-change.ts';
import { mayConcern } from '../../core/annotations/project-change/relevance.ts';
import { actionContext } from '../action-context.ts';
import { openUri, statedArticle } from '../article-states.ts';
import type { StatedArticle, WantedMarks } from '../article-states.ts';
import { decodeUtf8 } from '../files.ts';
import type { Work } from '../long-work.ts';
import { spanOf } from '../positions.ts';
import { articlesOf, textOf } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import type { PlanParams } from '../protocol.ts';
import type { Server } from '../server-context.ts';
import { sameSpelling } from '../uris.ts';

/** A change, and where it is to be looked for. */
export interface Undertaking {
  readonly change: ProjectChange;
  /** URI of the article that it was asked for in. */
  readonly askedIn: string;
  /** What is pointed at, where that is a mark. */
  readonly pointedAt: string | null;
  readonly project: Awaited<ReturnType<Server['projects']['of']>>;
  readonly annotator: string;
  readonly articles: readonly ProjectArticle[];
}

/** What a request means, or in words why nothing can be done. */
export async function undertakingOf(
  server: Server,
  { uri, version, change: asked }: PlanParams,
  work: Work,
): Promise<Undertaking | string> {
  const messages = server.messages();
  const [project, { annotator }] = await Promise.all([server.projects.of(uri), server.placeOf(uri)]);
  const context = actionContext(project, annotator, server.runtime);
  const articles = await articlesOf(server, project.folder);
  const done = (change: ProjectChange | Refusal): Undertaking | string =>
    'code' in change
      ? messages.refusal(change)
      : {
          change,
          askedIn: uri,
          pointedAt: 'id' in asked ? asked.id : null,
          project,
          annotator,
          articles,
        };
  if (asked.kind === 'relabelAll') return done(projectChangeOf(asked, NO_ARTICLE, context));
  const document = server.articles.document(uri);
  if (!document) return messages.notOpen;
  if (document.version !== version) return messages.outdated;
  const { state } = await statedArticle(
    server,
    { uri, path: '', stores: new Map() },
    annotator,
    'all',
    null,
    work,
  );
  const inOffsets: AskedChange =
    asked.kind === 'tagEverywhere' ? { ...asked, span: spanOf(document, asked.range) } : asked;
  return done(projectChangeOf(inOffsets, state, context));
}

const NO_ARTICLE = { article: { text: '', lines: [] }, marks: [], annotations: [], facts: NO_FACTS };

/** A change of labels needs no marks; what is accepted everywhere is what the engine is sure of. */
const WANTED: Readonly<Record<ProjectChange['kind'], WantedMarks>> = {
  acceptEverywhere: 'sure',
  rejectEverywhere: 'all',
  tagEverywhere: 'sure',
  rename: 'sure',
  relabelAll: 'none',
};

export const statedFor = (
  server: Server,
  { change, annotator, pointedAt }: Undertaking,
  article: ProjectArticle,
  work: Work,
): Promise<StatedArticle> => statedArticle(server, article, annotator, WANTED[change.kind], pointedAt, work);

export const placesIn = (
  { change, askedIn }: Undertaking,
  uri: string,
  state: ArticleState,
  context: ActionContext,
): ChangePlace[] => placesOf(change, state, context, sameSpelling(uri) === sameSpelling(askedIn));

export const contextFor = (server: Server, { project }: Undertaking, annotator: string): ActionContext =>
  actionContext(project, annotator, server.runtime);

/** Whether an article is worth a closer look. */
export async function isConcerned(
  server: Server,
  { change, annotator }: Undertaking,
  { uri, stores }: ProjectArticle,
): Promise<boolean> {
  // What was decided on an open one may not be on disk.
  if (openUri(server, uri) !== undefined) return true;
  const file = stores.get(annotator);
  const store = async (): Promise<string | null> => {
    const bytes = file === undefined ? null : await server.runtime.files.read(file);
    return bytes && decodeUtf8(bytes);
  };
  return mayConcern(change, store, () => textOf(server, uri));
}

/** Names a place over the wire. */
export const idOf = (path: string, { key }: ChangePlace): string => JSON.stringify([path, key]);

/** The path of the article that a place is in; none for what names no place. */
export function pathOf(id: string): string[] {
  try {
    const [path] = JSON.parse(id) as unknown[];
    return typeof path === 'string' ? [path] : [];
  } catch {
    return [];
  }
}
