import { statusWith } from './status.ts';
import type { ArticleStatus } from './status.ts';
import { readLine } from './store-line.ts';
import { NO_FACTS } from './annotation.ts';

/** What an annotation file comes to. */
export interface StoreCounts {
  readonly status: ArticleStatus;
  readonly accepted: number;
  readonly rejected: number;
}

/** Of an article that nobody has worked on. */
export const NO_COUNTS: StoreCounts = { status: 'new', accepted: 0, rejected: 0 };

/**
 * Counts the annotations of a file by their decisions, without reading what they say: for lists of thousands of articles.
 * Lines that are no annotations are not counted; of a git conflict both sides are.
 */
export function countStore(content: string): StoreCounts {
  let accepted = 0;
  let rejected = 0;
  for (const line of content.split('\n')) {
    // In the text of a JSON string the quotation marks would be escaped.
    if (!line.includes('"hashiya:family":')) continue;
    if (/"hashiya:decision":\s*"rejected"/.test(line)) rejected++;
    else accepted++;
  }
  const end = content.indexOf('\n');
  const first = readLine(
    content.slice(content.startsWith('\ufeff') ? 1 : 0, end < 0 ? content.length : end),
    (at) => at,
  );
  const facts = 'header' in first ? first.header.facts : NO_FACTS;
  return { status: statusWith(facts, { length: accepted + rejected }), accepted, rejected };
}
