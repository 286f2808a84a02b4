import { compareFiles } from './compare-files.ts';
import { comparePairs } from './near-duplicates.ts';
import type { NearDuplicates } from './near-duplicates.ts';
import type { ComparedArticle, OwnSentence } from './own-sentences.ts';
import { createCounts } from './counts.ts';
import { createPostings } from './postings.ts';
import { lightStem } from './stem.ts';

/** Two sentences that say the same in other words. */
interface SharedStatement {
  /** Of the first file and of the second. */
  readonly sentences: readonly [OwnSentence, OwnSentence];
  /** How alike they are, 0 to 1: Jaccard's coefficient over stems, each weighted by how rare it is. */
  readonly similarity: number;
}

/** Two articles that are no near-duplicates, but report the same statement. */
export interface RelatedPair {
  readonly files: readonly [string, string];
  /** The likest pair of sentences first. */
  readonly statements: readonly SharedStatement[];
}

/** From this similarity on two sentences report the same statement. */
const SAME_STATEMENT = 0.25;

/** Fewer stems in common are a name and its titles. */
const FEWEST_SHARED = 8;

/** Stems of a sentence that follow each other this closely make a pair. */
const WINDOW = 3;

/** A pair of stems is telling where no more articles than these have it: three, in a large collection one in 500, at most 20. */
const mostWithPair = (articles: number): number => Math.min(20, Math.max(3, articles / 500));

/** So many telling pairs two sentences must share to be compared. */
const FEWEST_PAIRS = 4;

interface Stemmed {
  readonly article: number;
  readonly sentence: OwnSentence;
  /** Numbers of its stems, each once, sorted. */
  readonly stems: Int32Array;
  /** Numbers of its telling pairs, each once. */
  readonly pairs: Uint32Array;
}

/**
 * Finds pairs of articles that report the same statement: a quotation in two translations, an agency's sentence written
 * over. Sentences are compared by their stems, each weighing log(1 + articles / articles that have it), so that what all
 * articles of the collection speak of counts little; and only those that share pairs of stems close to each other which
 * few articles have, so that neither titles and formulae make a statement, nor everybody is compared with everybody.
 * Articles of one group of near-duplicates are left out. The result does not depend on the order of the articles.
 */
export function findRelated(
  articles: readonly ComparedArticle[],
  { groups }: Pick<NearDuplicates, 'groups'>,
  step: (file: string) => void = () => undefined,
): RelatedPair[] {
  const sorted = [...articles].sort(compareFiles);
  const groupOf = new Map(groups.flatMap((group) => group.map((file) => [file, group])));
  const { sentences, weights } = stemSentences(sorted);
  const postings = createPostings();
  const found = new Map<string, SharedStatement[]>();
  let last = -1;
  for (const [i, own] of sentences.entries()) {
    const { file } = sorted[own.article] as ComparedArticle;
    if (own.article !== last) step(file);
    last = own.article;
    const group = groupOf.get(file);
    const met = new Map<number, number>();
    for (const pair of own.pairs)
      postings.enter(pair, i, (earlier) => met.set(earlier, (met.get(earlier) ?? 0) + 1));
    for (const [earlier, shared] of [...met].sort(([a], [b]) => a - b)) {
      if (shared < FEWEST_PAIRS) continue;
      const other = sentences[earlier] as Stemmed;
      if (other.article === own.article) continue;
      if (group && groupOf.get((sorted[other.article] as ComparedArticle).file) === group) continue;
      const similarity = similarityOf(other.stems, own.stems, weights);
      if (similarity < SAME_STATEMENT) continue;
      const key = `${other.article} ${own.article}`;
      const statement: SharedStatement = { sentences: [other.sentence, own.sentence], similarity };
      const known = found.get(key);
      if (known) known.push(statement);
      else found.set(key, [statement]);
    }
  }
  return [...found]
    .map(([key, statements]): RelatedPair => {
      const [a = 0, b = 0] = key.split(' ').map(Number);
      return {
        files: [(sorted[a] as ComparedArticle).file, (sorted[b] as ComparedArticle).file],
        statements: statements.sort((x, y) => y.similarity - x.similarity),
      };
    })
    .sort(comparePairs);
}

/** The sentences that have enough to compare, and the weight of each stem by its number. */
function stemSentences(articles: readonly ComparedArticle[]): {
  sentences: readonly Stemmed[];
  weights: Float64Array;
} {
  const numbering = createNumbering();
  const [withStem, withPair] = [createCounts(), createCounts()];
  const all: Stemmed[] = [];
  for (const [article, { sentences }] of articles.entries()) {
    const [stems, pairs] = [new Set<number>(), new Set<number>()];
    for (const sentence of sentences) {
      const inOrder = sentence.words.map(numbering.of).filter((stem) => stem >= 0);
      const own = closePairs(inOrder);
      for (const stem of inOrder) stems.add(stem);
      for (const pair of own) pairs.add(pair);
      const distinct = Int32Array.from(new Set(inOrder)).sort();
      if (distinct.length >= FEWEST_SHARED) all.push({ article, sentence, stems: distinct, pairs: own });
    }
    stems.forEach(withStem.add);
    pairs.forEach(withPair.add);
  }
  const weights = Float64Array.from({ length: numbering.size() }, (_, stem) =>
    // What one article alone has tells no more than what two have: that the other has another word.
    Math.log(1 + articles.length / Math.max(2, withStem.of(stem))),
  );
  const most = mostWithPair(articles.length);
  const isTelling = (pair: number): boolean => withPair.of(pair) > 1 && withPair.of(pair) <= most;
  return { sentences: all.map((one) => ({ ...one, pairs: one.pairs.filter(isTelling) })), weights };
}

/** Numbers stems as they come; each word is stemmed once. -1 for stems of one or two letters: particles, pronouns. */
function createNumbering(): { of: (word: string) => number; size: () => number } {
  const byWord = new Map<string, number>();
  const byStem = new Map<string, number>();
  const of = (word: string): number => {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const stem = lightStem(word);
    const number = stem.length < 3 ? -1 : (byStem.get(stem) ?? byStem.size);
    if (number >= 0) byStem.set(stem, number);
    byWord.set(word, number);
    return number;
  };
  return { of, size: () => byStem.size };
}

/** A number for each pair of stems that stand close to each other, in their order, each once. */
function closePairs(stems: readonly number[]): Uint32Array {
  const keys = new Set<number>();
  for (let i = 0; i < stems.length; i++)
    for (let k = i + 1; k <= i + WINDOW && k < stems.length; k++)
      keys.add(pairKey(stems[i] as number, stems[k] as number));
  return Uint32Array.from(keys);
}

const pairKey = (first: number, second: number): number =>
  (Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b)) >>> 0;

/** Jaccard's coefficient over weighted stems; 0 where too few are shared. */
function similarityOf(a: Int32Array, b: Int32Array, weights: Float64Array): number {
  let [shared, all, both] = [0, 0, 0];
  let [i, k] = [0, 0];
  while (i < a.length || k < b.length) {
    const [x, y] = [a[i] ?? Infinity, b[k] ?? Infinity];
    const weight = weights[Math.min(x, y)] as number;
    all += weight;
    if (x === y) {
      shared += weight;
      both++;
    }
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return both < FEWEST_SHARED ? 0 : shared / all;
}
