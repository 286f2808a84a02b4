/**
 * Word classes by the exchange algorithm: words that stand between the same classes of words come into one class.
 * Martin, Liermann, Ney, "Algorithms for bigram and trigram word clustering", Speech Communication 24 (1998).
 */

/** For each word the words beside it and how often: rows `starts[w]` to `starts[w + 1]` of the other two. */
interface Neighbours {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly counts: Int32Array;
}

/** The bigrams of a text: what follows each word, and what stands before it. */
export interface Bigrams {
  readonly after: Neighbours;
  readonly before: Neighbours;
}

/** Counts the bigrams of a text of word numbers below `size`; a negative number parts what stands round it. */
export function countBigrams(text: Int32Array, size: number): Bigrams {
  const pairs = new Float64Array(text.length);
  let n = 0;
  for (let i = 1; i < text.length; i++) {
    const [left, right] = [text[i - 1] as number, text[i] as number];
    if (left >= 0 && right >= 0) pairs[n++] = left * size + right;
  }
  const after = countPairs(pairs.subarray(0, n), size);
  for (let i = 0; i < n; i++) {
    const pair = pairs[i] as number;
    const left = Math.floor(pair / size);
    pairs[i] = (pair - left * size) * size + left;
  }
  return { after, before: countPairs(pairs.subarray(0, n), size) };
}

function countPairs(pairs: Float64Array, size: number): Neighbours {
  pairs.sort();
  const starts = new Int32Array(size + 1);
  const words: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < pairs.length;) {
    const pair = pairs[i] as number;
    const from = i;
    while (pairs[i] === pair) i++;
    const first = Math.floor(pair / size);
    words.push(pair - first * size);
    counts.push(i - from);
    starts[first + 1] = words.length;
  }
  for (let w = 1; w <= size; w++) starts[w] = Math.max(starts[w] as number, starts[w - 1] as number);
  return { starts, words: Int32Array.from(words), counts: Int32Array.from(counts) };
}

/** f(n) = n ln n, from a table where n is small. */
const TABLE = Float64Array.from({ length: 1 << 17 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)));
const nLogN = (n: number): number => (n < TABLE.length ? (TABLE[n] as number) : n * Math.log(n));

/**
 * Improves classes: again and again each word, the most frequent (the lowest number) first, goes to that class under
 * which the text is likeliest. Nothing is random: the same words and starting classes give the same classes.
 * @param bigrams of the words
 * @param start the class of each word to begin with, below `size`
 * @param size how many classes there are
 * @param rounds how often to go through all words, at most
 * @param siblings where given, how many classes in a row, from a multiple of it, a word may move among: the classes
 *   are then parts of coarser ones, which stay as they are
 * @returns the class of each word
 */
export function exchange(
  { after, before }: Bigrams,
  start: Int32Array,
  size: number,
  rounds: number,
  siblings = size,
): Int32Array {
  const classes = start.slice();
  const pairs = new Int32Array(size * size);
  const turned = new Int32Array(size * size);
  const lefts = new Int32Array(size);
  const rights = new Int32Array(size);
  for (let w = 0; w < classes.length; w++) {
    const own = classes[w] as number;
    for (let i = after.starts[w] as number; i < (after.starts[w + 1] as number); i++) {
      const other = classes[after.words[i] as number] as number;
      const count = after.counts[i] as number;
      pairs[own * size + other] = (pairs[own * size + other] as number) + count;
      turned[other * size + own] = (turned[other * size + own] as number) + count;
      lefts[own] = (lefts[own] as number) + count;
      rights[other] = (rights[other] as number) + count;
    }
  }

  const afterByClass = new Int32Array(size);
  const beforeByClass = new Int32Array(size);
  const gains = new Float64Array(siblings);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let w = 0; w < classes.length; w++) {
      const own = classes[w] as number;
      let itself = 0;
      let asLeft = 0;
      let asRight = 0;
      const seenAfter: number[] = [];
      const seenBefore: number[] = [];
      for (let i = after.starts[w] as number; i < (after.starts[w + 1] as number); i++) {
        const v = after.words[i] as number;
        const count = after.counts[i] as number;
        asLeft += count;
        if (v === w) {
          itself = count;
          continue;
        }
        const other = classes[v] as number;
        if (afterByClass[other] === 0) seenAfter.push(other);
        afterByClass[other] = (afterByClass[other] as number) + count;
      }
      for (let i = before.starts[w] as number; i < (before.starts[w + 1] as number); i++) {
        const v = before.words[i] as number;
        const count = before.counts[i] as number;
        asRight += count;
        if (v === w) continue;
        const other = classes[v] as number;
        if (beforeByClass[other] === 0) seenBefore.push(other);
        beforeByClass[other] = (beforeByClass[other] as number) + count;
      }
      if (asLeft === 0 && asRight === 0) continue;

      const shift = (to: number, sign: 1 | -1): void => {
        for (const other of seenAfter) {
          const count = sign * (afterByClass[other] as number);
          pairs[to * size + other] = (pairs[to * size + other] as number) + count;
          turned[other * size + to] = (turned[other * size + to] as number) + count;
        }
        for (const other of seenBefore) {
          const count = sign * (beforeByClass[other] as number);
          pairs[other * size + to] = (pairs[other * size + to] as number) + count;
          turned[to * size + other] = (turned[to * size + other] as number) + count;
        }
        pairs[to * size + to] = (pairs[to * size + to] as number) + sign * itself;
        turned[to * size + to] = pairs[to * size + to] as number;
        lefts[to] = (lefts[to] as number) + sign * asLeft;
        rights[to] = (rights[to] as number) + sign * asRight;
      };
      shift(own, -1);

      const base = own - (own % siblings);
      for (let k = 0; k < siblings; k++) {
        const [left, right] = [lefts[base + k] as number, rights[base + k] as number];
        gains[k] = nLogN(left) - nLogN(left + asLeft) + nLogN(right) - nLogN(right + asRight);
      }
      addGains(gains, turned, base, seenAfter, afterByClass, size);
      addGains(gains, pairs, base, seenBefore, beforeByClass, size);
      // What was added for the pairs of the class with itself counted each side alone.
      for (let k = 0; k < siblings; k++) {
        const to = base + k;
        const [a, b] = [afterByClass[to] as number, beforeByClass[to] as number];
        if ((a > 0 && b > 0) || itself > 0) {
          const n = pairs[to * size + to] as number;
          gains[k] =
            (gains[k] as number) + nLogN(n + a + b + itself) - nLogN(n + a) - nLogN(n + b) + nLogN(n);
        }
      }
      let best = own - base;
      for (let k = 0; k < siblings; k++) if ((gains[k] as number) > (gains[best] as number) + 1e-9) best = k;
      shift(base + best, 1);
      if (base + best !== own) moved++;
      classes[w] = base + best;
      for (const other of seenAfter) afterByClass[other] = 0;
      for (const other of seenBefore) beforeByClass[other] = 0;
    }
    if (moved < classes.length / 1000) break;
  }
  return classes;
}

/** Adds to `gains`, for each class from `base`, what the counts beside classes `seen` would add to the likelihood. */
function addGains(
  gains: Float64Array,
  matrix: Int32Array,
  base: number,
  seen: readonly number[],
  counts: Int32Array,
  size: number,
): void {
  const width = gains.length;
  for (const other of seen) {
    const count = counts[other] as number;
    const row = other * size + base;
    for (let k = 0; k < width; k++) {
      const n = matrix[row + k] as number;
      const sum = n + count;
      gains[k] =
        (gains[k] as number) +
        (sum < 131072 ? (TABLE[sum] as number) - (TABLE[n] as number) : sum * Math.log(sum) - nLogN(n));
    }
  }
}
