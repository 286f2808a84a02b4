import { isEmptyAt } from './characters.ts';
import type { Span } from './span.ts';

let made: Intl.Segmenter | null = null;

/** Made when it is first asked: loading its data is a good part of a start, and many texts never need it. */
const segmenter = (): Intl.Segmenter => (made ??= new Intl.Segmenter('ar', { granularity: 'grapheme' }));

/** How far a grapheme cluster is looked for around an offset: emoji sequences and stacked harakat are shorter. */
const WINDOW = 64;

/** Characters that no grapheme cluster has beside another one of theirs: line feeds, ASCII, and the letters of Arabic. */
const isPlain = (unit: number): boolean =>
  unit === 0x0a || (unit >= 0x20 && unit <= 0x7e) || (unit >= 0x621 && unit <= 0x64a);

/**
 * The start of the grapheme cluster (UAX #29) that holds `offset`, or `offset` itself where it lies between two.
 * Offsets in UTF-16 code units.
 */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  // What nearly every offset comes to, without asking the segmenter.
  if (isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset))) return offset;
  const from = windowStart(text, offset);
  const found = segmenter()
    .segment(text.slice(from, offset + WINDOW))
    .containing(offset - from);
  return found ? from + found.index : offset;
}

/** The end of the grapheme cluster that holds `offset`, or `offset` itself where it lies between two. */
export function graphemeEnd(text: string, offset: number): number {
  const start = graphemeStart(text, offset);
  if (start === offset || offset >= text.length) return start;
  const from = windowStart(text, offset);
  const found = segmenter()
    .segment(text.slice(from, offset + WINDOW))
    .containing(offset - from);
  return found ? from + found.index + found.segment.length : offset;
}

/** The span widened so that neither end cuts a grapheme. */
export const snapToGraphemes = (text: string, span: Span): Span => ({
  start: graphemeStart(text, span.start),
  end: graphemeEnd(text, span.end),
});

/**
 * The span without blanks and invisible characters at its ends, nor the marks that are written on such a blank; null if
 * nothing is left. An end that lies between graphemes still does. UTF-16 offsets into `text`.
 */
export function withoutBlanks(text: string, span: Span): Span | null {
  let { start, end } = span;
  for (let at = start; at < end && isEmptyAt(text, at); at = start) start = graphemeEnd(text, at + 1);
  while (end > start && isEmptyAt(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

function windowStart(text: string, offset: number): number {
  const newline = text.lastIndexOf('\n', offset - 1);
  const from = Math.max(newline + 1, offset - WINDOW, 0);
  const cutsPair = from > 0 && (text.charCodeAt(from) & 0xfc00) === 0xdc00;
  return cutsPair ? from - 1 : from;
}
