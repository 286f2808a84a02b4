import type { Bin, Distribution } from './figures.ts';

/** At most as many bins: a histogram with more is read no better. */
const BINS = 16;

/**
 * Describes a set of counts (whole numbers from 0): smallest, largest, mean, median (the mean of the middle two where
 * their number is even), and a histogram whose bins have a width of 1, 2 or 5 times a power of ten.
 * @returns null for no values
 */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = sorted.length >> 1;
  return {
    count: sorted.length,
    min: at(0),
    median: sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    max: at(sorted.length - 1),
    bins: binsOf(sorted),
  };
}

function binsOf(sorted: readonly number[]): Bin[] {
  const [min = 0] = sorted;
  const max = sorted[sorted.length - 1] ?? 0;
  let width = 1;
  for (let step = 0; Math.floor(max / width) - Math.floor(min / width) >= BINS; step++)
    width = ([2, 5, 10][step % 3] as number) * 10 ** Math.floor(step / 3);
  const first = Math.floor(min / width) * width;
  const counts = new Array<number>((Math.floor(max / width) * width - first) / width + 1).fill(0);
  for (const value of sorted) {
    const index = Math.floor((value - first) / width);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((count, index) => ({
    from: first + index * width,
    to: first + (index + 1) * width,
    count,
  }));
}
