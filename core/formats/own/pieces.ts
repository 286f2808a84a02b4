import type { DatasetDocument, TextPiece } from '../../dataset/document.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import type { ReadPiece } from '../format.ts';
import { isFields, isOffset, listOf } from '../span-details.ts';

/** A stretch of a text that stands in the article as it is; all of it in code points. */
export interface JsonPiece {
  readonly start: number;
  /** Where it starts in the article. */
  readonly source: number;
  readonly length: number;
}

/** Where a stretch of a document stands in the article, counted from the start of the stretch, in code points. */
export function jsonPieces(
  { text, pieces }: Pick<DatasetDocument, 'text' | 'pieces'>,
  stretch: Span = { start: 0, end: text.length },
): JsonPiece[] {
  const points = offsetsTo('codepoint', text);
  return pieces.flatMap((piece: TextPiece): JsonPiece[] => {
    const start = Math.max(piece.start, stretch.start);
    const end = Math.min(piece.start + piece.length, stretch.end);
    if (start >= end) return [];
    return [
      {
        start: points(start) - points(stretch.start),
        source: piece.sourceCodePoint + points(start) - points(piece.start),
        length: points(end) - points(start),
      },
    ];
  });
}

/** Pieces as they were read; `convert` turns code points of the text into UTF-16 code units. Null where there are none. */
export function readPieces(data: unknown, convert: (offset: number) => number): ReadPiece[] | null {
  if (!Array.isArray(data)) return null;
  return listOf(data).flatMap((item): ReadPiece[] => {
    if (!isFields(item)) return [];
    const { start, source, length } = item;
    if (!isOffset(start) || !isOffset(source) || !isOffset(length)) return [];
    const from = convert(start);
    return [{ start: from, sourceCodePoint: source, length: convert(start + length) - from }];
  });
}
