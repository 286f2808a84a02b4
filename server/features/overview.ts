/** hashiya/overview: the articles of a project with how far each is, for lists that are shown all the time. */
import type { CancellationToken } from 'vscode-languageserver';
import { countStore, NO_COUNTS } from '../../core/annotations/store-counts.ts';
import type { StoreCounts } from '../../core/annotations/store-counts.ts';
import { statusWith } from '../../core/annotations/status.ts';
import { articlesOf, unreadArticle } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import { OVERVIEW_REQUEST, PROJECT_CHANGED } from '../protocol.ts';
import type { ArticleOverview, ProjectOverview } from '../protocol.ts';
import type { Feature, Server } from '../server-context.ts';
import { guarded } from '../server-context.ts';
import { sameSpelling, within } from '../uris.ts';

/** How many files are read at once. */
const AT_ONCE = 64;

/** Lists that are shown are renewed at most so often, in milliseconds. */
const PAUSE = 500;

/** The counts of annotation files, with the stamp of what was counted. */
type Known = Map<string, { readonly stamp: string | null; readonly counts: StoreCounts }>;

async function overviewOf(
  server: Server,
  folder: string,
  known: Known,
  token: CancellationToken,
): Promise<ProjectOverview> {
  const { annotator } = await server.placeOf(within(folder, 'a.txt'));
  const articles = await articlesOf(server, folder);
  const open = new Map(server.articles.uris().map((uri) => [sameSpelling(uri), uri]));
  const found: ArticleOverview[] = [];
  const troubles: string[] = [];
  const look = async (article: ProjectArticle): Promise<void> => {
    const uri = open.get(sameSpelling(article.uri));
    try {
      const overview = uri === undefined ? null : await ofOpen(server, uri, article.path, token);
      found.push(overview ?? (await ofClosed(server, article, annotator, known)));
    } catch (error) {
      found.push({ uri: article.uri, path: article.path, ...NO_COUNTS, left: null });
      troubles.push(unreadArticle(server, article.path, error));
    }
  };
  for (let i = 0; i < articles.length && !token.isCancellationRequested; i += AT_ONCE)
    await Promise.all(articles.slice(i, i + AT_ONCE).map(look));
  const byPath = found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { folder, annotator, articles: byPath, troubles };
}

/** An open article as the editor shows it; null where it is closed by now. */
async function ofOpen(
  server: Server,
  uri: string,
  path: string,
  token: CancellationToken,
): Promise<ArticleOverview | null> {
  const [article, { weakFrom }] = await Promise.all([
    server.articles.current(uri, token),
    server.settings.of(uri),
  ]);
  if (!article) return null;
  const { annotations, facts, entities, weak, quotations, boilerplate } = article;
  const of = (decision: string): number =>
    annotations.filter((one) => one.decision === decision && one.anchor.span).length;
  const shown = weak.filter(({ confidence }) => confidence >= weakFrom);
  return {
    uri,
    path,
    status: statusWith(facts, annotations),
    accepted: of('accepted'),
    rejected: of('rejected'),
    left: entities.length + shown.length + quotations.length + boilerplate.length,
  };
}

async function ofClosed(
  { runtime: { files } }: Server,
  { uri, path, stores }: ProjectArticle,
  annotator: string,
  known: Known,
): Promise<ArticleOverview> {
  const store = stores.get(annotator);
  if (store === undefined) return { uri, path, ...NO_COUNTS, left: null };
  const stamp = await files.stamp(store);
  const before = known.get(store);
  if (before && stamp !== null && before.stamp === stamp) return { uri, path, ...before.counts, left: null };
  const bytes = await files.read(store);
  // Counted is what is plain ASCII, whatever else the file holds.
  const counts = bytes ? countStore(new TextDecoder().decode(bytes)) : NO_COUNTS;
  known.set(store, { stamp, counts });
  return { uri, path, ...counts, left: null };
}

/** The request, and the notification that the answer would be another one by now. */
export const overview: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection } = server;
    const known: Known = new Map();
    connection.onRequest(
      OVERVIEW_REQUEST,
      guarded(
        server,
        'overview',
        { folder: '', annotator: '', articles: [], troubles: [] },
        ({ folder }: { folder: string }, token) => overviewOf(server, folder, known, token),
      ),
    );
    const waiting = new Set<string>();
    server.onProjectChanged((folder) => {
      if (!server.isExtension() || waiting.has(folder)) return;
      waiting.add(folder);
      server.runtime.after(PAUSE, () => {
        waiting.delete(folder);
        // The client may have gone meanwhile.
        Promise.resolve()
          .then(() => connection.sendNotification(PROJECT_CHANGED, { folder }))
          .catch(() => undefined);
      });
    });
  },
};
