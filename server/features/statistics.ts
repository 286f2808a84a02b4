/** hashiya/statistics: what a project's folder holds and how far the work on it is, with progress and cancel. */
import { ResponseError } from 'vscode-languageserver';
import { marksOfProject } from '../../core/annotations/marks-of-project.ts';
import { NO_NAMES } from '../../core/annotations/project-names/names.ts';
import { byPrecedence, countArticle } from '../../core/dataset/statistics/count-article.ts';
import type { ProjectStatistics } from '../../core/dataset/statistics/figures.ts';
import { mostFrequent } from '../../core/dataset/statistics/most-frequent.ts';
import { projectStatisticsInSteps } from '../../core/dataset/statistics/statistics.ts';
import type { CountedArticle } from '../../core/dataset/statistics/statistics.ts';
import type { Project } from '../../core/labels/project.ts';
import { onLongRequest } from '../long-work.ts';
import type { Work } from '../long-work.ts';
import { analysisOf, articlesOf, decisionsOf, stampOf, textOf, unreadArticle } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import { STATISTICS_REQUEST } from '../protocol.ts';
import type { StatisticsParams, StatisticsResult } from '../protocol.ts';
import { inSlices } from '../runtime.ts';
import type { Feature, Server } from '../server-context.ts';
import { within } from '../uris.ts';

/** As many names of each label, and as many speakers, go to the client: it lists no more. */
const SENT = 200;

/** What was counted of an article, as long as its stamp and the projects are the same. */
interface Known {
  readonly stamp: string;
  /** Its own project, which may lie below the one that is counted. */
  readonly own: Project;
  readonly project: Project;
  readonly counted: CountedArticle;
}

/** By folder, then by URI. */
type AllKnown = Map<string, Map<string, Known>>;

async function statisticsOf(
  server: Server,
  { folder }: StatisticsParams,
  work: Work,
  allKnown: AllKnown,
): Promise<StatisticsResult<ProjectStatistics>> {
  const articles = await articlesOf(server, folder);
  const { project } = await server.projects.ofFolder(folder);
  const { annotator } = await server.placeOf(within(folder, '-'));
  const everybody = [annotator, ...articles.flatMap(({ stores }) => [...stores.keys()])];
  // As on the command line: whoever looks sees the same figures.
  const order = byPrecedence(everybody, project);
  const inProject = marksOfProject(project);
  const known = knownOf(allKnown, folder, articles);
  const count = async (article: ProjectArticle): Promise<CountedArticle> => {
    const [stamp, own] = await Promise.all([
      stampOf(server, folder, article, order),
      server.projects.of(article.uri),
    ]);
    const before = known.get(article.uri);
    if (before?.stamp === stamp && before?.own === own.project && before.project === project)
      return before.counted;
    const text = await textOf(server, article.uri);
    const versions = await Promise.all(order.map((name) => decisionsOf(server, article, text, name)));
    // The project is counted, whoever looks at it: what one annotator decided elsewhere adds nothing.
    const analysis = await analysisOf(server, article.uri, text, work, NO_NAMES, true);
    const counted = countArticle(
      article.path,
      inProject(analysis),
      versions.filter((version) => version !== null),
    );
    if (stamp !== null) known.set(article.uri, { stamp, own: own.project, project, counted });
    return counted;
  };
  const counted: CountedArticle[] = [];
  const troubles: string[] = [];
  for (const [i, article] of articles.entries()) {
    work.step(article.path, i, articles.length);
    try {
      counted.push(await count(article));
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      troubles.push(unreadArticle(server, article.path, error));
    }
  }
  const wanted = (): boolean => !work.token.isCancellationRequested;
  const figures = await inSlices(server.runtime, projectStatisticsInSteps(counted), wanted);
  if (!figures) throw work.cancelled();
  return { statistics: mostFrequent(figures, SENT), troubles };
}

/** What is known of the articles of a folder; of those that are there no more it is forgotten. */
function knownOf(all: AllKnown, folder: string, articles: readonly ProjectArticle[]): Map<string, Known> {
  const known = all.get(folder) ?? new Map<string, Known>();
  all.set(folder, known);
  const there = new Set(articles.map(({ uri }) => uri));
  for (const uri of known.keys()) if (!there.has(uri)) known.delete(uri);
  return known;
}

/** The figures that the dashboard shows. */
export const statistics: Feature = {
  capabilities: () => ({}),
  register(server) {
    const known: AllKnown = new Map();
    onLongRequest(
      server,
      STATISTICS_REQUEST,
      () => '',
      (params: StatisticsParams, work) => statisticsOf(server, params, work, known),
    );
  },
};
