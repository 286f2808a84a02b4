import type { Span } from '../text/span.ts';
import type { TextPiece } from './document.ts';

/** A text with stretches taken out, and where each place of the whole text is in it. */
export interface CutText {
  readonly text: string;
  /** What the cut text is made of, in order; none is empty. */
  readonly pieces: readonly TextPiece[];
  /**
   * Where a span of the whole text lies in the cut one: null where all of it was taken out. `clipped` says that a
   * part was. Offsets in UTF-16 code units.
   */
  readonly place: (span: Span) => (Span & { readonly clipped: boolean }) | null;
}

/** Takes stretches out of a text; they may touch or overlap. */
export function cutText(text: string, stretches: readonly Span[]): CutText {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) merged.push({ start, end });
  }
  const removedBefore: number[] = [];
  const pieces: TextPiece[] = [];
  let kept = '';
  let codePoints = 0;
  let at = 0;
  let removed = 0;
  const keep = (start: number, end: number): void => {
    if (start < end)
      pieces.push({
        start: kept.length,
        source: start,
        sourceCodePoint: codePoints,
        length: end - start,
      });
    kept += text.slice(start, end);
    codePoints += codePointsIn(text, start, end);
  };
  for (const { start, end } of merged) {
    removedBefore.push(removed);
    keep(at, start);
    removed += end - start;
    codePoints += codePointsIn(text, start, end);
    at = end;
  }
  keep(at, text.length);
  const move = (offset: number): number => {
    const index = lastIndexBefore(merged, offset);
    const stretch = merged[index];
    if (!stretch) return offset;
    return stretch.start - (removedBefore[index] ?? 0) + Math.max(0, offset - stretch.end);
  };
  return {
    text: kept,
    pieces,
    place(span) {
      const start = move(span.start);
      const end = move(span.end);
      return start < end ? { start, end, clipped: end - start !== span.end - span.start } : null;
    },
  };
}

/** How many code points begin in a stretch of a text. */
function codePointsIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i += (text.codePointAt(i) as number) > 0xffff ? 2 : 1) count++;
  return count;
}

/** The index of the last stretch that starts before an offset, or -1. */
function lastIndexBefore(stretches: readonly Span[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
