import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** How far a grapheme cluster is looked for around an offset: emoji sequences and stacked harakat are shorter. */
const WINDOW = 64;

/**
 * The start of the grapheme cluster (UAX #29) that holds `offset`, or `offset` itself where it lies between two.
 * Offsets in UTF-16 code units.
 */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  const from = windowStart(text, offset);
  const found = segmenter.segment(text.slice(from, offset + WINDOW)).containing(offset - from);
  return found ? from + found.index : offset;
}

/** The end of the grapheme cluster that holds `offset`, or `offset` itself where it lies between two. */
export function graphemeEnd(text: string, offset: number): number {
  const start = graphemeStart(text, offset);
  if (start === offset || offset >= text.length) return start;
  const from = windowStart(text, offset);
  const found = segmenter.segment(text.slice(from, offset + WINDOW)).containing(offset - from);
  return found ? from + found.index + found.segment.length : offset;
}

/** The span widened so that neither end cuts a grapheme. */
export const snapToGraphemes = (text: string, span: Span): Span => ({
  start: graphemeStart(text, span.start),
  end: graphemeEnd(text, span.end),
});

function windowStart(text: string, offset: number): number {
  const newline = text.lastIndexOf('\n', offset - 1);
  const from = Math.max(newline + 1, offset - WINDOW, 0);
  const cutsPair = from > 0 && (text.charCodeAt(from) & 0xfc00) === 0xdc00;
  return cutsPair ? from - 1 : from;
}
