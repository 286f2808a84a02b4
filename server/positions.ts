/** The only place where offsets (UTF-16 code units, as the language server protocol counts too) and positions meet. */
import type { Range } from 'vscode-languageserver-types';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/text/span.ts';

/** Where an offset stands; one beyond the text stands at its end. */
export const positionAt = (document: TextDocument, offset: number): Position => document.positionAt(offset);

/** Which offset a position has; one beyond its line or the text counts as their end. */
export const offsetAt = (document: TextDocument, position: Position): number => document.offsetAt(position);

/** The range of a span. */
export const rangeOf = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

/** The span of a range, turned round where its ends are. */
export function spanOf(document: TextDocument, range: Range): Span {
  const a = document.offsetAt(range.start);
  const b = document.offsetAt(range.end);
  return a <= b ? { start: a, end: b } : { start: b, end: a };
}
