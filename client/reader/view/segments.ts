import type { ArticleItem } from '../../../server/protocol.ts';
import type { Stretch } from '../../items.ts';

/** The part of an item that lies in one line, in UTF-16 code units of the line. */
export interface Segment {
  readonly item: ArticleItem;
  readonly start: number;
  readonly end: number;
}

/** The parts of a stretch, by line; those that are empty are left out. */
export function partsOf(
  { start, end }: Stretch,
  lines: readonly string[],
): { line: number; start: number; end: number }[] {
  const parts = [];
  for (let line = start.line; line <= end.line && line < lines.length; line++) {
    const length = lines[line]?.length ?? 0;
    const from = Math.min(line === start.line ? start.character : 0, length);
    const to = Math.min(line === end.line ? end.character : length, length);
    if (from < to) parts.push({ line, start: from, end: to });
  }
  return parts;
}

/** What lies in each line, in the order of the items. */
export function segmentsByLine(
  items: readonly ArticleItem[],
  lines: readonly string[],
): ReadonlyMap<number, readonly Segment[]> {
  const byLine = new Map<number, Segment[]>();
  for (const item of items)
    for (const { line, start, end } of partsOf(item.range, lines)) {
      const segments = byLine.get(line) ?? [];
      segments.push({ item, start, end });
      byLine.set(line, segments);
    }
  return byLine;
}
