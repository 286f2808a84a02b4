import type { LineClass } from '../labels/line-classes.ts';
import type { BoilerplateMark } from '../labels/marks.ts';
import type { Article } from '../lexicon/article.ts';

export interface BoilerplateFinding {
  /** The class of each line, by index into `article.lines`; null for blank lines. */
  readonly classes: readonly (LineClass | null)[];
  /** Whole boilerplate lines and the runs within lines, ordered by start; offsets from the start of the article. */
  readonly marks: readonly BoilerplateMark[];
  /** The date of publication that a dateline tells, YYYY-MM-DD, or null. */
  readonly published: string | null;
}

/** Tells the article from what stands round it. */
export function findBoilerplate(article: Article): BoilerplateFinding {
  return {
    classes: article.lines.map((line) => (line.reading.tokens.length > 0 ? 'body' : null)),
    marks: [],
    published: null,
  };
}
