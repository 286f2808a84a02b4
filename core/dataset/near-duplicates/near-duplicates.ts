import { compareFiles } from './compare-files.ts';
import type { ComparedArticle } from './own-sentences.ts';
import { createPostings } from './postings.ts';
import { sharedCount, shinglesOf } from './shingles.ts';

/** Two articles of which one has much of the other, word for word. */
export interface DuplicateLink {
  /** Paths in the project, in order. */
  readonly files: readonly [string, string];
  /** The share of the shorter article's runs of five words that the longer one has too, 0 to 1 (Broder's containment). */
  readonly containment: number;
  /** The share of the runs of both that they have in common, 0 to 1 (Broder's resemblance; Jaccard's coefficient). */
  readonly resemblance: number;
}

export interface NearDuplicates {
  /** The articles that belong together, of two and more; each sorted, and sorted by their first. */
  readonly groups: readonly (readonly string[])[];
  /** Why: the pairs that were found, sorted. */
  readonly links: readonly DuplicateLink[];
}

/**
 * From this containment on an article is a copy of the other, whole, cut short or written over: the share of its runs of
 * five words. In ten thousand articles of fourteen outlets most pairs above told the same story; below, court formulae
 * began to make pairs of unlike ones (docs/datasets.md has the figures).
 */
export const COPIED = 0.4;

/**
 * Finds the articles that are near-duplicates of each other, and the groups that hang together by them. After Broder,
 * On the resemblance and containment of documents (1997): shingles, a list of who has each, the pairs that meet in it, the
 * groups that pairs make; but every shingle is kept and every pair that meets is counted out, so that nothing rests on
 * an estimate or on a seed. Containment decides and not resemblance, as a short notice taken from a long report would give
 * it away too. The result does not depend on the order of the articles; `step` is called with each file in turn.
 */
export function findNearDuplicates(
  articles: readonly ComparedArticle[],
  step: (file: string) => void = () => undefined,
): NearDuplicates {
  const sorted = [...articles].sort(compareFiles);
  const shingles: Float64Array[] = [];
  const postings = createPostings();
  const links: DuplicateLink[] = [];
  const root = sorted.map((_, i) => i);
  for (const [i, { file, sentences }] of sorted.entries()) {
    step(file);
    const own = shinglesOf(sentences.flatMap(({ words }) => words));
    shingles.push(own);
    const met = new Map<number, number>();
    const meet = (earlier: number): unknown => met.set(earlier, (met.get(earlier) ?? 0) + 1);
    let unseen = 0;
    for (const shingle of own) if (!postings.enter(shingle % 0x1_0000_0000, i, meet)) unseen++;
    for (const [other, seen] of [...met].sort(([a], [b]) => a - b)) {
      const theirs = shingles[other] as Float64Array;
      const shorter = Math.min(own.length, theirs.length);
      // They cannot share more than where they met and where not all were met: most need no counting.
      if ((seen + unseen) / shorter < COPIED) continue;
      const shared = sharedCount(own, theirs);
      const containment = shared / shorter;
      if (containment < COPIED) continue;
      const resemblance = shared / (own.length + theirs.length - shared);
      links.push({ files: [(sorted[other] as ComparedArticle).file, file], containment, resemblance });
      root[rootOf(root, i)] = rootOf(root, other);
    }
  }
  return { groups: groupsOf(sorted, root), links: links.sort(comparePairs) };
}

/** Order of pairs: by the first file, then by the second. */
export const comparePairs = (
  a: { readonly files: readonly [string, string] },
  b: { readonly files: readonly [string, string] },
): number => compareStrings(a.files[0], b.files[0]) || compareStrings(a.files[1], b.files[1]);

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The article that stands for the group of another; shortens the way there. */
function rootOf(root: number[], article: number): number {
  let at = article;
  while (root[at] !== at) {
    root[at] = root[root[at] as number] as number;
    at = root[at] as number;
  }
  return at;
}

function groupsOf(sorted: readonly ComparedArticle[], root: number[]): string[][] {
  const byRoot = new Map<number, string[]>();
  for (const [i, { file }] of sorted.entries()) {
    const group = byRoot.get(rootOf(root, i));
    if (group) group.push(file);
    else byRoot.set(rootOf(root, i), [file]);
  }
  return [...byRoot.values()].filter((group) => group.length > 1);
}
