import type { LineShape } from '../lines/shape.ts';

/** Bits of what a stem stands in. */
const IN_TITLE = 1;
const IN_OPENING = 2;

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

/** A hash table by stem, with open addressing; kept from one text to the next so that none is built anew. */
let keys = new Int32Array(1024);
let texts = new Int32Array(1024);
let lineCounts = new Int32Array(1024);
let firstLines = new Int32Array(1024);
let places = new Uint8Array(1024);
let text = 0;

/** Enters the stems of a text's lines and of its title; measureShares then answers for these lines. */
export function enterStems(title: LineShape | null, lines: readonly LineShape[]): void {
  let stems = title?.stems.length ?? 0;
  for (const line of lines) stems += line.stems.length;
  if (2 * stems > keys.length) grow(2 * stems);
  text++;
  if (title) for (const stem of title.stems) places[slotOf(stem)] = IN_TITLE | IN_OPENING;
  for (let i = 0; i < lines.length; i++)
    for (const stem of (lines[i] as LineShape).stems) {
      const slot = slotOf(stem);
      if (lineCounts[slot] === 0) firstLines[slot] = i;
      lineCounts[slot] = (lineCounts[slot] as number) + 1;
      if (i < LINES_OF_OPENING) places[slot] = (places[slot] as number) | IN_OPENING;
    }
}

/** Writes into `shares` what line `i` of the lines that were entered last shares with the others. */
export function measureShares(line: LineShape, i: number, shares: Shares): void {
  let title = 0;
  let opening = 0;
  let above = 0;
  let elsewhere = 0;
  const { stems } = line;
  for (const stem of stems) {
    const slot = slotOf(stem);
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

function grow(atLeast: number): void {
  const size = 2 ** Math.ceil(Math.log2(atLeast));
  keys = new Int32Array(size);
  texts = new Int32Array(size);
  lineCounts = new Int32Array(size);
  firstLines = new Int32Array(size);
  places = new Uint8Array(size);
  text = 0;
}

/** The slot of a stem in the table, emptied if it held a stem of an earlier text. */
function slotOf(stem: number): number {
  const last = keys.length - 1;
  let slot = Math.imul(stem, 0x9e3779b1) >>> 7;
  for (slot &= last; ; slot = (slot + 1) & last) {
    if (texts[slot] !== text) {
      texts[slot] = text;
      keys[slot] = stem;
      lineCounts[slot] = 0;
      firstLines[slot] = 0;
      places[slot] = 0;
      return slot;
    }
    if (keys[slot] === stem) return slot;
  }
}
