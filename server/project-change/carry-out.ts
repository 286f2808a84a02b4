/** A change of a whole project at the places that were chosen. */
import { ResponseError } from 'vscode-languageserver';
import type { Outcome } from '../../core/annotations/actions/action.ts';
import { changeAt } from '../../core/annotations/project-change/places.ts';
import type { ArticleVersion } from '../annotation-keeper.ts';
import { openUri } from '../article-states.ts';
import type { StatedArticle } from '../article-states.ts';
import type { Work } from '../long-work.ts';
import { unreadArticle } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import type { CarryOutParams, CarryOutResult } from '../protocol.ts';
import type { Server } from '../server-context.ts';
import { contextFor, idOf, pathOf, placesIn, statedFor, undertakingOf } from './undertaking.ts';
import type { Undertaking } from './undertaking.ts';

/**
 * Does a change at places that were planned, in one step for all articles. What stands otherwise by now is left alone and
 * told; where it is cancelled, so are the articles that were not reached.
 */
export async function carryOut(server: Server, params: CarryOutParams, work: Work): Promise<CarryOutResult> {
  const messages = server.messages();
  const undertaking = await undertakingOf(server, params, work);
  if (typeof undertaking === 'string') return { articles: 0, changed: 0, troubles: [undertaking] };
  const chosen = new Set(params.places);
  const paths = new Set(params.places.flatMap(pathOf));
  const articles = undertaking.articles.filter(({ path }) => paths.has(path));
  const troubles: string[] = [];
  let count = 0;
  let changed = 0;
  const group = server.runtime.newId();
  const action = params.change.kind;
  if (articles.length > 0)
    await server.keeper.beginGroup(params.uri, {
      id: group,
      action,
      articles: articles.map(({ path }) => path),
    });
  for (const [i, article] of articles.entries()) {
    // What is done is done: it is told, and undo takes it back.
    if (work.token.isCancellationRequested) {
      troubles.push(messages.stopped(articles.length - i));
      break;
    }
    work.step(article.path, i, articles.length);
    try {
      const result = await carryOutIn(server, undertaking, article, chosen, group, work);
      troubles.push(...result.troubles);
      changed += result.changed;
      if (result.changed > 0) count++;
    } catch (error) {
      if (!(error instanceof ResponseError)) troubles.push(unreadArticle(server, article.path, error));
    }
  }
  return { articles: count, changed, troubles };
}

async function carryOutIn(
  server: Server,
  undertaking: Undertaking,
  article: ProjectArticle,
  chosen: ReadonlySet<string>,
  group: string,
  work: Work,
): Promise<{ readonly changed: number; readonly troubles: readonly string[] }> {
  const { keeper } = server;
  const messages = server.messages();
  const { change } = undertaking;
  const troubles: string[] = [];
  let changed = 0;
  const changeOf = (
    { stateWith }: StatedArticle,
    version: ArticleVersion,
    annotator: string,
  ): Outcome | null => {
    const state = stateWith(version);
    const context = contextFor(server, undertaking, annotator);
    const places = placesIn(undertaking, article.uri, state, context).filter((place) =>
      chosen.has(idOf(article.path, place)),
    );
    const wanted = [...chosen].filter((id) => pathOf(id)[0] === article.path).length;
    if (places.length < wanted) troubles.push(messages.placesGone(article.path, wanted - places.length));
    if (places.length === 0) return null;
    const outcome = changeAt(change, places, state, context);
    if (outcome.done) changed = outcome.changed;
    else troubles.push(`${article.path}: ${messages.refusal(outcome.refusal)}`);
    return outcome;
  };
  const open = openUri(server, article.uri);
  const obstacle = open === undefined ? null : await keeper.obstacle(open);
  if (obstacle) return { changed, troubles: [messages.trouble(obstacle)] };
  const stated = await statedFor(server, undertaking, article, work);
  const { document, annotator, isOpen } = stated;
  if (isOpen) {
    const kept = keeper.of(document.uri);
    if (!kept || server.articles.document(document.uri) !== document)
      return { changed, troubles: [`${article.path}: ${messages.outdated}`] };
    // From here to the replacement nothing may wait, or another action could come between.
    const outcome = changeOf(stated, kept, annotator);
    if (!outcome?.done) return { changed, troubles };
    const written = keeper.replace(document.uri, outcome, change.kind, group);
    server.articleChanged(document.uri);
    const trouble = await written;
    return { changed, troubles: trouble ? [...troubles, messages.trouble(trouble)] : troubles };
  }
  const trouble = await keeper.replaceClosed(document, change.kind, group, (version) => {
    const outcome = changeOf(stated, version, version.annotator);
    return outcome?.done ? outcome : null;
  });
  if (trouble?.code !== 'unwritable')
    return { changed, troubles: trouble ? [...troubles, messages.trouble(trouble)] : troubles };
  // Unlike that of an open article, what cannot be written of it is not kept in memory.
  return { changed: 0, troubles: [...troubles, `${article.path}: ${messages.failed(trouble.reason)}`] };
}
