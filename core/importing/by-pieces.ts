import type { ReadDocument } from '../formats/format.ts';
import { offsetsFrom } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';

/**
 * Finds spans of a document in its article by the pieces that the dataset says it is made of; null for a span that lies
 * in no piece, and for pieces whose words the article does not have there.
 */
export function placerByPieces(
  { text, pieces = [] }: ReadDocument,
  article: string,
): (span: Span) => Span | null {
  if (pieces.length === 0) return () => null;
  const fromCodePoints = offsetsFrom('codepoint', article);
  const placed = pieces.flatMap(({ start, sourceCodePoint, length }) => {
    const source = fromCodePoints(sourceCodePoint);
    const stands = article.slice(source, source + length) === text.slice(start, start + length);
    return stands ? [{ start, end: start + length, shift: source - start }] : [];
  });
  return ({ start, end }) => {
    const piece = placed.find((one) => one.start <= start && end <= one.end);
    return piece ? { start: start + piece.shift, end: end + piece.shift } : null;
  };
}
