import type { ArticleOverview } from '../server/protocol.ts';

/** Whether an annotator still has work to do on an article. */
const isOpen = ({ status }: ArticleOverview): boolean => status === 'new' || status === 'in-work';

/**
 * The article that comes after another (or before it) in the order of a project, of those that are not done; the first
 * follows the last.
 * @param current the URI of the article that is left; one that is no article of the project, or null: the first is taken
 * @returns undefined where every other article is done
 */
export function neighbour(
  articles: readonly ArticleOverview[],
  current: string | null,
  direction: 'forward' | 'backward',
): ArticleOverview | undefined {
  const ordered = direction === 'forward' ? articles : articles.toReversed();
  const at = ordered.findIndex(({ uri }) => uri === current);
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))].find(isOpen);
}
