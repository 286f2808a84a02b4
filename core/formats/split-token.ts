import type { Span } from '../text/span.ts';

/** A token cut at its word proper and at the given offsets that lie inside it. */
export function splitToken(token: Span, proper: number, edges: ReadonlySet<number>): Span[] {
  const pieces: Span[] = [];
  let start = token.start;
  for (let at = token.start + 1; at < token.end; at++)
    if (at === proper || edges.has(at)) {
      pieces.push({ start, end: at });
      start = at;
    }
  pieces.push({ start, end: token.end });
  return pieces;
}
