/** Items of an article as an editor shows them, by line and character, when lines before them come, go or change. */

interface Place {
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 code units from the start of the line. */
  readonly character: number;
}

interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** What is needed of an item to move it. */
export interface MovableItem {
  readonly id: string;
  /** "mark": its id ends with its place, "start-end". */
  readonly state: string;
  readonly range: Stretch;
  readonly speaker: Stretch | null;
  readonly cue: Stretch | null;
}

/** What has become of some lines that follow each other. */
export interface ChangedLines<T extends MovableItem> {
  /** The first of them, in the article as it was. */
  readonly from: number;
  /** The line behind the last of them, likewise. */
  readonly to: number;
  /** How many lines stand in their place now. */
  readonly lines: number;
  /** How many UTF-16 code units more there are in them than before. */
  readonly units: number;
  /** All items that begin in them now, ordered by start; lines and ids of the article as it is now. */
  readonly items: readonly T[];
}

/** The id that a mark of this id has where it stands at another span. */
export const markIdAt = (id: string, start: number, end: number): string =>
  `${id.slice(0, id.lastIndexOf(':') + 1)}${start}-${end}`;

function movedMarkId(id: string, units: number): string {
  const [start = 0, end = 0] = id
    .slice(id.lastIndexOf(':') + 1)
    .split('-')
    .map(Number);
  return markIdAt(id, start + units, end + units);
}

const movedPlace = ({ line, character }: Place, lines: number): Place => ({ line: line + lines, character });

const movedStretch = ({ start, end }: Stretch, lines: number): Stretch => ({
  start: movedPlace(start, lines),
  end: movedPlace(end, lines),
});

/** An item that stands so many lines, and so many UTF-16 code units, further down; both may be below 0. */
export function movedItem<T extends MovableItem>(item: T, lines: number, units: number): T {
  if (lines === 0 && units === 0) return item;
  const { id, state, range, speaker, cue } = item;
  return {
    ...item,
    id: state === 'mark' ? movedMarkId(id, units) : id,
    range: movedStretch(range, lines),
    speaker: speaker && movedStretch(speaker, lines),
    cue: cue && movedStretch(cue, lines),
  };
}

/**
 * The items of an article after changes.
 * @param items ordered by start
 * @param changes ordered by line, apart from each other
 */
export function withChangedLines<T extends MovableItem>(
  items: readonly T[],
  changes: readonly ChangedLines<T>[],
): T[] {
  const result: T[] = [];
  let next = 0;
  let [lines, units] = [0, 0];
  const takeBefore = (line: number): void => {
    for (; next < items.length; next++) {
      const item = items[next] as T;
      if (item.range.start.line >= line) return;
      result.push(movedItem(item, lines, units));
    }
  };
  for (const change of changes) {
    takeBefore(change.from);
    while ((items[next]?.range.start.line ?? Infinity) < change.to) next++;
    for (const item of change.items) result.push(item);
    lines += change.lines - (change.to - change.from);
    units += change.units;
  }
  takeBefore(Infinity);
  return result;
}
