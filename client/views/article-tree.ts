import type { ArticleOverview, ArticleState } from '../../server/protocol.ts';
import { isFinished } from './article-status.ts';

/** A folder of a project, or the project itself, with what is in it. */
export interface ArticleFolder {
  /** Its name; of folders that hold nothing but one folder, their names joined by "/". */
  readonly name: string;
  /** From the project's folder. */
  readonly path: string;
  readonly folders: readonly ArticleFolder[];
  readonly articles: readonly ArticleOverview[];
  /** Of all articles below. */
  readonly progress: Progress;
}

/** How far the work on some articles is. */
export interface Progress {
  readonly articles: number;
  /** Done or checked. */
  readonly finished: number;
  readonly accepted: number;
  /** Undecided marks of those articles that were looked at. */
  readonly left: number;
}

export const progressOf = (articles: readonly ArticleOverview[]): Progress => ({
  articles: articles.length,
  finished: articles.filter(({ status }) => isFinished(status)).length,
  accepted: articles.reduce((sum, { accepted }) => sum + accepted, 0),
  left: articles.reduce((sum, { left }) => sum + (left ?? 0), 0),
});

/** Names with numbers in them as people count, whatever the machine's language. */
const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * Articles by folder, each ordered by name, folders first. The folder that all of them lie in is left out.
 * @param articles with paths parted by "/"
 */
export function folderOf(articles: readonly ArticleOverview[]): ArticleFolder {
  const root = build('', '', articles, 0);
  return root.articles.length === 0 && root.folders.length === 1 ? (root.folders[0] ?? root) : root;
}

/** @param depth of how many folders the articles' paths are known to begin alike */
function build(
  name: string,
  path: string,
  articles: readonly ArticleOverview[],
  depth: number,
): ArticleFolder {
  const direct: ArticleOverview[] = [];
  const inner = new Map<string, ArticleOverview[]>();
  for (const article of articles) {
    const names = article.path.split('/');
    const folder = names[depth] ?? '';
    if (names.length - 1 <= depth) direct.push(article);
    else if (inner.has(folder)) inner.get(folder)?.push(article);
    else inner.set(folder, [article]);
  }
  const folders = [...inner].map(([folder, its]) => ({ folder, its }));
  const [only] = folders;
  const join = (one: string) => (path === '' ? one : `${path}/${one}`);
  if (depth > 0 && direct.length === 0 && only && folders.length === 1)
    return build(`${name}/${only.folder}`, join(only.folder), articles, depth + 1);
  return {
    name,
    path,
    folders: folders
      .map(({ folder, its }) => build(folder, join(folder), its, depth + 1))
      .sort((a, b) => compare(a.name, b.name)),
    articles: direct.toSorted((a, b) => compare(a.path, b.path)),
    progress: progressOf(articles),
  };
}

/** What a list says of an article that is open, whose state is newer than the list. */
export const withState = (article: ArticleOverview, state: ArticleState | undefined): ArticleOverview => {
  if (!state) return article;
  // Weak suggestions may stay undecided.
  const of = (wanted: string) => state.items.filter((item) => item.state === wanted && !item.weak).length;
  return {
    ...article,
    status: state.status,
    accepted: of('accepted'),
    rejected: of('rejected'),
    left: of('mark'),
  };
};
