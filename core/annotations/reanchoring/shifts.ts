/** How far parts of a text have moved, as told by what was found in them for certain. UTF-16 code units. */
export interface Shifts {
  /** What began at one offset of the old text begins at another of the new. */
  readonly add: (before: number, after: number) => void;
  /** Where what began at an offset of the old text is to be expected: moved as what was found nearest to it. */
  readonly expected: (before: number) => number;
}

export function createShifts(): Shifts {
  const found: { readonly before: number; readonly after: number }[] = [];
  let isSorted = true;
  return {
    add(before, after) {
      found.push({ before, after });
      isSorted = false;
    },
    expected(before) {
      if (!isSorted) found.sort((a, b) => a.before - b.before);
      isSorted = true;
      let low = 0;
      let high = found.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((found[middle]?.before ?? 0) < before) low = middle + 1;
        else high = middle;
      }
      const [left, right] = [found[low - 1], found[low]];
      const closer =
        left && (!right || before - left.before <= right.before - before) ? left : (right ?? left);
      return closer ? Math.max(0, before + closer.after - closer.before) : before;
    },
  };
}
