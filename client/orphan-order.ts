import type { ArticleItem } from '../server/protocol.ts';

/** A text as it is compared: letters and digits alone, without harakat and tatweel, the kinds of alif as one. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .trim()
    .toLowerCase();

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const letters = [...` ${text} `];
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1];
    if (next !== undefined) pairs.set(letter + next, (pairs.get(letter + next) ?? 0) + 1);
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: the Dice coefficient of their pairs of letters, those at word edges included. */
export function likeness(a: string, b: string): number {
  const [pairsA, pairsB] = [pairsOf(folded(a)), pairsOf(folded(b))];
  let shared = 0;
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0);
  const total = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  return (2 * shared) / (total(pairsA) + total(pairsB));
}

/** Orphans by how much their words are like others, the likest first. */
export const likestFirst = (orphans: readonly ArticleItem[], words: string): ArticleItem[] =>
  orphans
    .map((orphan) => ({ orphan, alike: likeness(orphan.lost ?? '', words) }))
    .toSorted((a, b) => b.alike - a.alike)
    .map(({ orphan }) => orphan);
