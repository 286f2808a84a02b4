import type { Span } from './span.ts';

/** A line of an article. In news text as crawled a line is a paragraph, a heading or a piece of furniture. */
export interface Line extends Span {
  /** Counted from 1, by "\n". */
  readonly number: number;
  /** The line's characters, without its "\n" and without a "\r" before it. */
  readonly text: string;
}

/**
 * Splits a text at every "\n"; other line separators stay inside their line, as `hashiya analyze` counts lines
 * by "\n" alone. Offsets count from the start of the text. A text that ends in "\n" has an empty last line.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = 1; ; number++) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    lines.push({ number, start, end, text: text.slice(start, end) });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

/** Whether a line has nothing but blanks and invisible controls. */
export const isBlank = (text: string): boolean => !/[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]/.test(text);
