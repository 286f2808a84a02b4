/**
 * A document as its lines: an edit makes a new one at the cost of the lines that it touches, and the text of all of them
 * is put together only where somebody asks for it. The documents of vscode-languageserver-textdocument are one text, of
 * which each edit of one that never changes makes a copy and looks for the ends of its lines.
 */
import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';

/** A version of a document; never changes. Offsets are UTF-16 code units. */
export interface LinedDocument extends TextDocument {
  /** Its lines with the "\n", "\r\n" or "\r" that ends each but the last (LSP 3.17, Text Documents). */
  readonly lines: readonly string[];
  /** By line, the offset of its first code unit. */
  readonly starts: readonly number[];
}

type Identity = Pick<TextDocument, 'uri' | 'languageId' | 'version'>;

/** A document with a text. */
export function createDocument(
  uri: string,
  languageId: string,
  version: number,
  text: string,
): LinedDocument {
  const lines = linesIn(text);
  return documentOf({ uri, languageId, version }, lines, startsOf(lines), text);
}

/** A document as its lines, whoever made it. */
export const linedOf = (document: TextDocument): LinedDocument =>
  'lines' in document && 'starts' in document
    ? (document as LinedDocument)
    : createDocument(document.uri, document.languageId, document.version, document.getText());

/** A document in which a text stands in place of a range, as a newer version. */
export function replaced(before: LinedDocument, range: Range, text: string, version: number): LinedDocument {
  const { uri, languageId, lines, starts } = before;
  const [a, b] = [before.offsetAt(range.start), before.offsetAt(range.end)];
  const [start, end] = a <= b ? [a, b] : [b, a];
  let first = lineAt(starts, start);
  const next = lineAt(starts, end) + 1;
  const ahead = lines[first]?.slice(0, start - (starts[first] as number)) ?? '';
  let touched = ahead + text + (lines[next - 1]?.slice(end - (starts[next - 1] as number)) ?? '');
  // A "\r" that ended its line alone, and now has its "\n" behind it.
  if (touched.startsWith('\n') && lines[first - 1]?.endsWith('\r'))
    touched = (lines[--first] ?? '') + touched;
  const fresh = linesIn(touched);
  // The line behind begins where what was touched ends.
  if (next < lines.length) fresh.pop();
  const after = lines.slice(0, first).concat(fresh, lines.slice(next));
  return documentOf({ uri, languageId, version }, after, startsOf(after));
}

/** The same document under the number of a newer version. */
export const renumbered = (
  { uri, languageId, lines, starts }: LinedDocument,
  version: number,
): LinedDocument => documentOf({ uri, languageId, version }, lines, starts);

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

const endsLine = (unit: number): boolean => unit === LINE_FEED || unit === CARRIAGE_RETURN;

function linesIn(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!endsLine(unit)) continue;
    if (unit === CARRIAGE_RETURN && text.charCodeAt(i + 1) === LINE_FEED) i++;
    lines.push(text.slice(start, i + 1));
    start = i + 1;
  }
  lines.push(text.slice(start));
  return lines;
}

function startsOf(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length;
  }
  return starts;
}

/** The last line that begins at an offset or before it. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

function documentOf(
  identity: Identity,
  lines: readonly string[],
  starts: readonly number[],
  text?: string,
): LinedDocument {
  let whole = text;
  const length = (starts.at(-1) ?? 0) + (lines.at(-1)?.length ?? 0);
  /** A place behind the end of its line, or within it, is before it. */
  const beforeEnding = (line: number, character: number): number => {
    const own = lines[line] ?? '';
    let at = character;
    while (at > 0 && endsLine(own.charCodeAt(at - 1))) at--;
    return at;
  };
  const offsetAt = ({ line, character }: Position): number => {
    if (line >= lines.length) return length;
    if (line < 0) return 0;
    const start = starts[line] as number;
    if (character <= 0) return start;
    return start + beforeEnding(line, Math.min(character, (lines[line] as string).length));
  };
  const between = (start: number, end: number): string => {
    if (whole !== undefined) return whole.slice(start, end);
    const first = lineAt(starts, start);
    const from = starts[first] as number;
    return lines
      .slice(first, lineAt(starts, end) + 1)
      .join('')
      .slice(start - from, end - from);
  };
  return {
    ...identity,
    lines,
    starts,
    lineCount: lines.length,
    getText(range) {
      if (!range) return (whole ??= lines.join(''));
      const [a, b] = [offsetAt(range.start), offsetAt(range.end)];
      return a <= b ? between(a, b) : between(b, a);
    },
    positionAt(offset) {
      const at = Math.max(Math.min(offset, length), 0);
      const line = lineAt(starts, at);
      return { line, character: beforeEnding(line, at - (starts[line] as number)) };
    },
    offsetAt,
    getLineRange(line) {
      const last = lines.length - 1;
      if (line < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const at = Math.min(line, last);
      const { length: units } = lines[at] as string;
      const end = { line: at, character: line > last ? units : beforeEnding(at, units) };
      return { start: { line: at, character: 0 }, end };
    },
    getEOLCharacters(line) {
      const own = lines[line] ?? '';
      return own.slice(beforeEnding(line, own.length));
    },
  };
}
