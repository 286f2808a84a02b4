/** What a folder's other files say of an article's lines. */
export interface Recurrence {
  /** How many other files there are. */
  readonly files: number;
  /** In how many of them a line with this key stands (line-keys.ts). */
  readonly filesWith: (key: number) => number;
}

/** In how many files of a folder each line stands. */
export interface LineCounts {
  /** A file with these lines is there. */
  readonly add: (keys: ReadonlySet<number>) => void;
  /** A file with these lines, which was added before, is gone or has changed. */
  readonly remove: (keys: ReadonlySet<number>) => void;
  /** What the files say of one of them, whose own lines are `keys`; those lines are not counted. */
  readonly forFile: (keys: ReadonlySet<number>) => Recurrence;
  /** How many files there are. */
  readonly files: () => number;
  /** Each line's key, with the number of files that it stands in. */
  readonly entries: () => [key: number, files: number][];
}

/** Counts of no file yet. A file takes some ten numbers. */
export function createLineCounts(): LineCounts {
  const counts = new Map<number, number>();
  let files = 0;
  return {
    add(keys) {
      files++;
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    remove(keys) {
      files--;
      for (const key of keys) {
        const left = (counts.get(key) ?? 0) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      }
    },
    forFile: (keys) => ({
      files: files - 1,
      filesWith: (key) => (counts.get(key) ?? 0) - (keys.has(key) ? 1 : 0),
    }),
    files: () => files,
    entries: () => Array.from(counts),
  };
}
