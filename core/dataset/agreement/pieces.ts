import type { Annotation } from '../../annotations/annotation.ts';
import { trimSpan } from '../../annotations/trim.ts';
import type { Line } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

/** A labelled stretch of text by which annotations are compared. UTF-16 code units from the start of the article. */
export interface Piece extends Span {
  readonly label: string;
}

/** The class that a line has where nobody gives it one. */
export const DEFAULT_LINE_CLASS = 'body';

/**
 * What an annotation says of the text, so that equal decisions look equal: an entity or a quotation is its span; of
 * boilerplate each line counts by itself, without the blanks round it, whether one annotation covers a run of lines or
 * each has its own. An orphan says nothing.
 */
export function piecesOf(text: string, lines: readonly Line[], annotation: Annotation): Piece[] {
  const { span } = annotation.anchor;
  if (!span) return [];
  if (annotation.family !== 'boilerplate') return [{ ...span, label: annotation.label }];
  const pieces: Piece[] = [];
  for (let i = lineIndexAt(lines, span.start); i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.start >= span.end) break;
    const clipped = { start: Math.max(line.start, span.start), end: Math.min(line.end, span.end) };
    const piece = clipped.start < clipped.end ? trimSpan(text, clipped, 'boilerplate') : null;
    if (piece) pieces.push({ ...piece, label: annotation.label });
  }
  return pieces;
}

/** The index of the line that an offset lies in; an offset within a line break belongs to the line before it. */
export function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
