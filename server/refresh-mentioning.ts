import { CancellationToken } from 'vscode-languageserver';
import { standsIn } from '../core/annotations/project-names/find-names.ts';
import { changeNames, NO_NAMES } from '../core/annotations/project-names/names.ts';
import type { ProjectName } from '../core/annotations/project-names/names.ts';
import type { NamesOf } from './project-names.ts';
import type { Server } from './server-context.ts';

const ANY: ProjectName = { label: null, canonical: null, count: 0, against: 0 };

/**
 * Tells that the open articles of a project have changed in which some words stand that it now decides on otherwise.
 * @param words folded, as names are
 * @param by the article in which it was decided, which shows it already
 */
export async function refreshMentioning(
  server: Server,
  { folder }: NamesOf,
  words: ReadonlySet<string>,
  by: string | null,
): Promise<void> {
  const root = changeNames(NO_NAMES.root, new Map([...words].map((one) => [one, ANY])));
  for (const uri of server.articles.uris()) {
    if (uri === by || (await server.projects.of(uri)).folder !== folder) continue;
    const article = await server.articles.current(uri, CancellationToken.None);
    if (article && standsIn(article.analysis.article, root)) server.articleChanged(uri);
  }
}
