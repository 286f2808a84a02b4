import type { ArticleStatus } from '../../server/protocol.ts';

/** Every status, in the order in which an article passes through them. */
export const ARTICLE_STATUSES = [
  'new',
  'in-work',
  'done',
  'checked',
] as const satisfies readonly ArticleStatus[];

/** Whether the annotator has been through all of the article. */
export const isFinished = (status: ArticleStatus): boolean => status === 'done' || status === 'checked';
