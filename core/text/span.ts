/**
 * A stretch of text: offsets in UTF-16 code units, `end` exclusive. What the offsets count from (an article,
 * a line) is said where a span is handed out.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters that a span covers in `text`. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly within `outer` (equal spans count). */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans have the same ends. */
export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Order for sorting: by start, then the longer first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The same span counted from an origin that lies `offset` code units earlier. */
export const shift = <T extends Span>(span: T, offset: number): T => ({
  ...span,
  start: span.start + offset,
  end: span.end + offset,
});
