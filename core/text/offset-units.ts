/** The units in which offsets leave the program. Inside they are UTF-16 code units. */
export const OFFSET_UNITS = ['codepoint', 'utf16', 'byte'] as const;

/** `codepoint`: Unicode code points; `utf16`: UTF-16 code units; `byte`: bytes of the text in UTF-8. */
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/**
 * A function from offsets in UTF-16 code units of `text` to offsets in `unit`. An offset inside a surrogate pair
 * counts as the pair's start. Prepares one table of the text's length, then answers at once.
 */
export function offsetsTo(unit: OffsetUnit, text: string): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset;
  const table = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) as number;
    const width = point > 0xffff ? 2 : 1;
    table.fill(count, i, i + width);
    i += width;
    count += unit === 'codepoint' ? 1 : utf8Length(point);
  }
  table[text.length] = count;
  return (offset) => table[offset] ?? count;
}

/** A function from offsets in `unit` to UTF-16 code units; an offset inside a character counts as its start, one beyond the end as the end. */
export function offsetsFrom(unit: OffsetUnit, text: string): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset;
  const starts: number[] = [];
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) as number;
    const units = unit === 'codepoint' ? 1 : utf8Length(point);
    for (let k = 0; k < units; k++) starts.push(i);
    i += point > 0xffff ? 2 : 1;
  }
  return (offset) => starts[offset] ?? text.length;
}

/** A lone surrogate is written as U+FFFD, three bytes, as TextEncoder does. */
const utf8Length = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
