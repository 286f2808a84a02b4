import type { DatasetDocument } from '../dataset/document.ts';
import { lettersIn, lettersOf } from '../text/letters.ts';
import type { Letters } from '../text/letters.ts';
import { offsetsFrom, offsetsTo } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import type { ReadPiece } from './format.ts';

/** A span in a measure that two texts share. */
export type Ends = readonly [start: number, end: number];

/** How spans of two texts are compared. */
export interface Place {
  readonly ofDocument: (span: Span) => Ends;
  readonly ofRead: (span: Span) => Ends;
  readonly inDocument: (start: number, end: number) => Span;
}

/**
 * How spans of a document and of a text that was read are compared; null where they differ in more than blanks. Where
 * the text was not kept, the document's tokens say what there is to compare: what stands round them, or was cut from
 * between them, makes no difference. `own` is the document's text as the format can hold it.
 */
export function placeIn(
  own: string,
  { sentences }: Pick<DatasetDocument, 'sentences'>,
  read: string,
): Place | null {
  if (own === read) {
    const ends = ({ start, end }: Span): Ends => [start, end];
    return { ofDocument: ends, ofRead: ends, inDocument: (start, end) => ({ start, end }) };
  }
  const pair =
    alike(lettersIn(own, sentences.flat()), lettersIn(read, [{ start: 0, end: read.length }])) ??
    alike(lettersOf(own), lettersOf(read));
  if (!pair) return null;
  const [a, b] = pair;
  return {
    ofDocument: ({ start, end }) => [a.before[start] ?? 0, a.before[end] ?? 0],
    ofRead: ({ start, end }) => [b.before[start] ?? 0, b.before[end] ?? 0],
    inDocument: (start, end) => ({
      start: a.before.lastIndexOf(start),
      end: a.before.indexOf(end),
    }),
  };
}

const alike = (a: Letters, b: Letters): readonly [Letters, Letters] | null =>
  a.letters === b.letters ? [a, b] : null;

/**
 * How spans of excerpts are compared with those of a document: by the places that the excerpts have in the article.
 * Null where the document does not have their words there.
 */
export function placeOfExcerpts(
  { text, pieces }: Pick<DatasetDocument, 'text' | 'pieces'>,
  read: string,
  excerpts: readonly ReadPiece[],
): Place | null {
  const [toCodePoints, fromCodePoints] = [offsetsTo('codepoint', text), offsetsFrom('codepoint', text)];
  const placed: { readonly start: number; readonly end: number; readonly shift: number }[] = [];
  for (const { start, sourceCodePoint, length } of excerpts) {
    const piece = pieces.findLast((one) => one.sourceCodePoint <= sourceCodePoint);
    if (!piece) return null;
    const own = fromCodePoints(toCodePoints(piece.start) + sourceCodePoint - piece.sourceCodePoint);
    if (text.slice(own, own + length) !== read.slice(start, start + length)) return null;
    placed.push({ start, end: start + length, shift: own - start });
  }
  const move = (offset: number, isEnd: boolean): number => {
    const holder = placed.find(({ start, end }) =>
      isEnd ? start < offset && offset <= end : start <= offset && offset < end,
    );
    return holder ? offset + holder.shift : -1;
  };
  return {
    ofDocument: ({ start, end }) => [start, end],
    ofRead: ({ start, end }) => [move(start, false), move(end, true)],
    inDocument: (start, end) => ({ start, end }),
  };
}
