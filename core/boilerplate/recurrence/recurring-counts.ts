import type { LineCounts, Recurrence } from './line-counts.ts';

/** The lines that stand in more than one file of a folder, as flat arrays that threads can share. */
export interface RecurringCounts {
  /** How many files the folder has. */
  readonly files: number;
  /** The lines' keys (line-keys.ts), ascending. */
  readonly keys: Float64Array;
  /** By index into `keys`: in how many files. */
  readonly counts: Uint32Array;
}

/**
 * What was counted, without the lines that stand in one file alone: most of them, and of no use.
 * @param memory gives room for the arrays, in bytes: shared memory where threads are to read them
 */
export function recurringCounts(
  counted: LineCounts,
  memory: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): RecurringCounts {
  const recurring = counted.entries().filter(([, count]) => count > 1);
  recurring.sort(([a], [b]) => a - b);
  const keys = new Float64Array(memory(recurring.length * Float64Array.BYTES_PER_ELEMENT));
  const counts = new Uint32Array(memory(recurring.length * Uint32Array.BYTES_PER_ELEMENT));
  for (const [i, [key, count]] of recurring.entries()) {
    keys[i] = key;
    counts[i] = count;
  }
  return { files: counted.files(), keys, counts };
}

/** What the other files of the folder say of the lines of one of them, `own`, which itself is not counted. */
export function recurrenceFor(
  { files, keys, counts }: RecurringCounts,
  own: ReadonlySet<number>,
): Recurrence {
  return {
    files: files - 1,
    filesWith(key) {
      const count = counts[indexOf(keys, key)];
      return count === undefined ? 0 : count - (own.has(key) ? 1 : 0);
    },
  };
}

/** Where a number stands among ascending ones, or -1. */
function indexOf(ascending: Float64Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted ? low : -1;
}
