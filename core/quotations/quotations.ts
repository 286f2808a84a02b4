import type { LineClass } from '../labels/line-classes.ts';
import type { EntityMark, QuotationMark } from '../labels/marks.ts';
import type { Problem } from '../labels/problems.ts';
import type { Article } from '../lexicon/article.ts';

export interface QuotationFinding {
  /** Ordered by start; offsets from the start of the article. */
  readonly quotations: readonly QuotationMark[];
  /** Marks without partner and direct quotations without speaker. */
  readonly problems: readonly Problem[];
}

/**
 * The quotations of an article with their cues and speakers. `classes[i]` is the class of `article.lines[i]`, null for
 * blank lines; `entities` are ordered by start.
 */
export function findQuotations(
  _article: Article,
  _classes: readonly (LineClass | null)[],
  _entities: readonly EntityMark[],
): QuotationFinding {
  return { quotations: [], problems: [] };
}
