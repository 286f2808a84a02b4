import { offsetsFrom, offsetsTo } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';

/** A document's text as it goes into a .txt file, and where its spans are there. */
export interface BratText {
  readonly text: string;
  /** The stretches of a span (UTF-16 code units of the document) in the file's text, in code points; lines apart. */
  readonly fragments: (span: Span) => readonly Fragment[];
}

/** A stretch of text within a line: code points, end exclusive. */
export interface Fragment extends Span {
  readonly words: string;
}

/**
 * The characters at which Python's `str.splitlines` breaks, with which brat reads .ann files: none may stand in a
 * text column.
 */
// eslint-disable-next-line no-control-regex -- U+001C to U+001E are among them
export const LINE_BREAK = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** What Python takes for blank: `str.isspace`. */
// eslint-disable-next-line no-control-regex -- U+001C to U+001F are among them
export const BLANKS = /[\s\x1c-\x1f\x85]+/g;

/**
 * The text as brat takes it: "\r\n" and "\r" become "\n", as brat does not translate them though other readers do; a
 * byte order mark at the start, which would shift everything, is left out.
 */
export function bratText(text: string): BratText {
  const places = new Uint32Array(text.length + 1);
  const kept: string[] = [];
  for (let i = 0; i < text.length; i++) {
    places[i] = kept.length;
    const unit = text.charAt(i);
    if ((i === 0 && unit === '\ufeff') || (unit === '\r' && text.charAt(i + 1) === '\n')) continue;
    kept.push(unit === '\r' ? '\n' : unit);
  }
  places[text.length] = kept.length;
  const written = kept.join('');
  const convert = offsetsTo('codepoint', written);
  return {
    text: written,
    fragments: (span) =>
      linesIn(written, { start: places[span.start] as number, end: places[span.end] as number }).map(
        ({ start, end }) => ({ start: convert(start), end: convert(end), words: written.slice(start, end) }),
      ),
  };
}

/** The stretches of a span between line breaks, none empty. */
function linesIn(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++)
    if (i === span.end || LINE_BREAK.test(text.charAt(i))) {
      if (i > start) lines.push({ start, end: i });
      start = i + 1;
    }
  return lines;
}

/** How offsets of an .ann file may count. */
export interface Reading {
  readonly name: string;
  /** From an offset of the file to UTF-16 code units of the text. */
  readonly convert: (offset: number) => number;
}

/**
 * The ways in which programs count the characters of a .txt file: brat's first. Python in text mode takes "\r\n" for
 * one character; JavaScript and Java count UTF-16; some count bytes; and a byte order mark may count or not.
 */
export function readingsOf(text: string): Reading[] {
  const isCrlf = text.includes('\r\n');
  const short = text.replaceAll('\r\n', '\n');
  const joined: number[] = [];
  if (isCrlf) {
    for (let i = 0; i < text.length; i++) if (!(text[i] === '\r' && text[i + 1] === '\n')) joined.push(i);
    joined.push(text.length);
    // An offset of "\n" is that of the "\r" before it.
    for (const [i, at] of joined.entries())
      if (text[at] === '\n' && text[at - 1] === '\r') joined[i] = at - 1;
  }
  const plain: Reading[] = (['codepoint', 'utf16', 'byte'] as const).flatMap((unit) => {
    const whole = { name: NAMES[unit], convert: offsetsFrom(unit, text) };
    const inShort = offsetsFrom(unit, short);
    const one = {
      name: `${NAMES[unit]}, "\\r\\n" as one`,
      convert: (offset: number) => joined[inShort(offset)] ?? text.length,
    };
    return isCrlf ? [whole, one] : [whole];
  });
  const behindMark = plain.map(({ name, convert }) => ({
    name: `${name}, a byte order mark counted`,
    convert: (offset: number) => convert(Math.max(0, offset - (name.startsWith(NAMES.byte) ? 3 : 1))),
  }));
  return [...plain, ...behindMark];
}

const NAMES = { codepoint: 'code points', utf16: 'UTF-16 code units', byte: 'bytes' } as const;
