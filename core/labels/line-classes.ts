/** The classes of line; each non-blank line has exactly one. The first three are the article itself. */
export const LINE_CLASSES = [
  'headline',
  'body',
  'byline',
  'crawl-header',
  'dateline',
  'headline-repeat',
  'source',
  'keywords',
  'read-also',
  'related',
  'appended-article',
  'ad',
  'caption',
  'share',
  'subscribe',
  'comments',
  'legal',
] as const;

export type LineClass = (typeof LINE_CLASSES)[number];

/** Whether a line of this class is part of the article, and not boilerplate round it. */
export const isArticleClass = (lineClass: string): boolean =>
  lineClass === 'headline' || lineClass === 'body' || lineClass === 'byline';
