import { NO_FACTS } from './annotation.ts';
import type { Annotation, ArticleFacts } from './annotation.ts';
import type { StoredAnnotations } from './store.ts';

/** How far an annotator has come with an article. */
export const ARTICLE_STATUSES = ['new', 'in-work', 'done', 'checked'] as const;

export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

/**
 * The status of an article for an annotator: what the header of the annotation file says; where it says nothing, or
 * something that this version does not know, the annotations tell whether work has begun. Null stands for no file.
 */
export const statusOf = (stored: Pick<StoredAnnotations, 'header' | 'annotations'> | null): ArticleStatus =>
  statusWith(stored?.header?.facts ?? NO_FACTS, stored?.annotations ?? []);

/** The same of an article whose annotations are at hand, or counted. */
export const statusWith = (
  { status }: ArticleFacts,
  annotations: Pick<readonly Annotation[], 'length'>,
): ArticleStatus =>
  ARTICLE_STATUSES.find((known) => known === status) ?? (annotations.length > 0 ? 'in-work' : 'new');

/** Whether the annotator has been through the whole article, so that what is not annotated there was passed over. */
export const isFinished = (status: ArticleStatus): boolean => status === 'done' || status === 'checked';

/**
 * An annotation file with another status in its header; all else stays byte for byte. Null where it has no header: then it
 * is to be written anew.
 */
export function withStatus(content: string, status: ArticleStatus): string | null {
  const end = content.indexOf('\n') < 0 ? content.length : content.indexOf('\n');
  try {
    const header = JSON.parse(content.slice(0, end).replace(/^\ufeff/, '')) as unknown;
    if (typeof header !== 'object' || header === null || !('hashiya:schema' in header)) return null;
    return JSON.stringify({ ...header, 'hashiya:status': status }) + content.slice(end);
  } catch {
    return null;
  }
}
