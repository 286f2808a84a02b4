import { isArticleClass } from '../../labels/line-classes.ts';
import type { Span } from '../../text/span.ts';
import type { DatasetDocument, DatasetSpan, DatasetToken } from '../document.ts';

/** The tokens of a document, in order. */
export const tokensOf = ({ sentences }: DatasetDocument): DatasetToken[] => sentences.flat();

/** Whether a span says that its words are not the article's own. */
export const isForeign = ({ layer, label }: DatasetSpan): boolean =>
  layer === 'boilerplate' && !isArticleClass(label);

/**
 * How many tokens touch at least one of some spans.
 * @param tokens sorted, without overlaps
 */
export function countIn(tokens: readonly Span[], spans: readonly Span[]): number {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reached = 0;
  let count = 0;
  for (const { start, end } of tokens) {
    for (let span = sorted[next]; span && span.start < end; span = sorted[++next])
      reached = Math.max(reached, span.end);
    if (reached > start) count++;
  }
  return count;
}

/** How many tokens a span touches. `tokens` are sorted and do not overlap. */
export function tokensWithin(tokens: readonly Span[], { start, end }: Span): number {
  const first = firstWhere(tokens, (token) => token.end > start);
  return firstWhere(tokens, (token) => token.start >= end) - first;
}

/** The index of the first token for which something holds that holds for all behind it. */
function firstWhere(tokens: readonly Span[], holds: (token: Span) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(tokens[middle] as Span)) high = middle;
    else low = middle + 1;
  }
  return low;
}
