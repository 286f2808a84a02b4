import type { LineShape } from '../lines/shape.ts';

/** Bits of what a stem stands in. */
const IN_TITLE = 1;
const IN_OPENING = 2;
const TAKEN = 4;

/** How many lines of a text open it: what they name is what the text is about. */
const LINES_OF_OPENING = 3;

/** What shares of a line's stems stand elsewhere, from 0 to 1; 0 for a line without stems. */
export interface Shares {
  title: number;
  /** In the title or the first lines. */
  opening: number;
  /** In any earlier line. */
  above: number;
  /** In any other line. */
  elsewhere: number;
}

/** A hash table by stem, with open addressing, of the stems of one text. */
export interface StemTable {
  readonly keys: Int32Array;
  readonly lineCounts: Int32Array;
  readonly firstLines: Int32Array;
  /** Bits by slot; 0 where it is free. */
  readonly places: Uint8Array;
}

/** A table with nothing in it, with room for so many stems. */
export function createStemTable(stems: number): StemTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * stems)));
  return {
    keys: new Int32Array(size),
    lineCounts: new Int32Array(size),
    firstLines: new Int32Array(size),
    places: new Uint8Array(size),
  };
}

/** Enters the stems of a text's title. */
export function enterTitle(table: StemTable, title: LineShape): void {
  for (const stem of title.stems) table.places[slotOf(table, stem)] = TAKEN | IN_TITLE | IN_OPENING;
}

/** Enters the stems of line `i` of a text: first the title, then its lines in order. */
export function enterLine(table: StemTable, line: LineShape, i: number): void {
  const { lineCounts, firstLines, places } = table;
  for (const stem of line.stems) {
    const slot = slotOf(table, stem);
    if (lineCounts[slot] === 0) firstLines[slot] = i;
    lineCounts[slot] = (lineCounts[slot] as number) + 1;
    if (i < LINES_OF_OPENING) places[slot] = (places[slot] as number) | IN_OPENING;
  }
}

/** Writes into `shares` what line `i` of the lines that were entered shares with the others. */
export function measureShares(table: StemTable, line: LineShape, i: number, shares: Shares): void {
  const { lineCounts, firstLines, places } = table;
  let title = 0;
  let opening = 0;
  let above = 0;
  let elsewhere = 0;
  const { stems } = line;
  for (const stem of stems) {
    const slot = slotOf(table, stem);
    const place = places[slot] as number;
    if (place & IN_TITLE) title++;
    if (place & IN_OPENING) opening++;
    if ((firstLines[slot] as number) < i) above++;
    if ((lineCounts[slot] as number) > 1) elsewhere++;
  }
  const of = Math.max(1, stems.length);
  shares.title = title / of;
  shares.opening = opening / of;
  shares.above = above / of;
  shares.elsewhere = elsewhere / of;
}

/** The slot of a stem in a table, which it takes if it has none. */
function slotOf({ keys, places }: StemTable, stem: number): number {
  const last = keys.length - 1;
  let slot = Math.imul(stem, 0x9e3779b1) >>> 7;
  for (slot &= last; ; slot = (slot + 1) & last) {
    if (places[slot] === 0) {
      places[slot] = TAKEN;
      keys[slot] = stem;
      return slot;
    }
    if (keys[slot] === stem) return slot;
  }
}
