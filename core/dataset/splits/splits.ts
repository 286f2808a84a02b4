import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { SPLITS } from '../document.ts';
import type { Split } from '../document.ts';
import type { SplitPlan, SplitRatio } from './split-plan.ts';

/** What a split is decided by. */
export interface SplitArticle {
  /** Its path in the project, parted by "/". */
  readonly file: string;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  readonly outlet: string;
}

export interface AssignedSplits {
  readonly splits: ReadonlyMap<string, Split>;
  /** Articles that went with their near-duplicates to another side than their outlet or folder. Sorted. */
  readonly moved: readonly { readonly file: string; readonly from: Split; readonly to: Split }[];
  /** Articles for which the plan has no answer: no date of publication, no folder of a split. They go to train. Sorted. */
  readonly undecided: readonly string[];
}

/**
 * Puts every article into exactly one split, whatever their order, and near-duplicates together: `groups` are those that
 * findNearDuplicates found.
 *
 * By ratio, a group's place is a hash of the seed and the path of one of its articles, and nothing else: an article that is
 * added, renamed or taken out moves no other, so that what was once tested on never comes into training. The price is that
 * the shares hold on average only; shuffling would meet them exactly and move articles with every addition.
 */
export function assignSplits(
  articles: readonly SplitArticle[],
  groups: readonly (readonly string[])[],
  plan: SplitPlan,
): AssignedSplits {
  const byFile = new Map([...articles].sort(compareFiles).map((article) => [article.file, article]));
  const units = unitsOf(byFile, groups);
  switch (plan.by) {
    case 'ratio':
      return together(units, (unit) => at(plan.ratio, placeOf(plan.seed, standsFor(unit, plan.seed))));
    case 'date':
      return byDate(units, plan);
    case 'outlet': {
      const sideOf = sidesOfOutlets(articles, plan.ratio, plan.seed);
      return byMajority(units, ({ outlet }) => sideOf.get(outlet) ?? null);
    }
    case 'folder':
      return byMajority(units, ({ file }) => plan.splitOf(file));
  }
}

/** Articles that must not be parted, sorted by path. */
type Unit = readonly SplitArticle[];

const compareFiles = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

/** The groups, and each article that is in none by itself; sorted by their first. */
function unitsOf(byFile: ReadonlyMap<string, SplitArticle>, groups: readonly (readonly string[])[]): Unit[] {
  const grouped = new Set(groups.flat());
  const units = groups.map((group) => group.flatMap((file) => byFile.get(file) ?? []).sort(compareFiles));
  for (const article of byFile.values()) if (!grouped.has(article.file)) units.push([article]);
  return units
    .filter((unit) => unit.length > 0)
    .sort((a, b) => compareFiles(a[0] as SplitArticle, b[0] as SplitArticle));
}

function together(units: readonly Unit[], splitOf: (unit: Unit) => Split): AssignedSplits {
  const splits = new Map<string, Split>();
  for (const unit of units) {
    const split = splitOf(unit);
    for (const { file } of unit) splits.set(file, split);
  }
  return { splits, moved: [], undecided: [] };
}

/** A number from 0 up to 1: the first 48 bits of the SHA-256 of the seed, a NUL and the text. */
function placeOf(seed: string, text: string): number {
  const hash = sha256(utf8ToBytes(`${seed}\0${text}`));
  return hash.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}

/** The split at a place from 0 to 1 on a line on which each has its share. */
function at(ratio: SplitRatio, place: number): Split {
  const sharing = SPLITS.filter((split) => ratio[split] > 0);
  let end = 0;
  // Sums of shares may fall short of 1 by a rounding: what lies behind goes to the last.
  return sharing.find((split) => place < (end += ratio[split])) ?? sharing[sharing.length - 1] ?? 'train';
}

/**
 * The article that stands for a group: that whose own hash is the smallest, so that one which joins the group seldom changes
 * who that is, and thereby where the group goes.
 */
const standsFor = (unit: Unit, seed: string): string =>
  unit
    .map(({ file }) => ({ file, hash: placeOf(`${seed}\0group`, file) }))
    .reduce((a, b) => (b.hash < a.hash ? b : a)).file;

/** A group is as old as its newest article, so that nothing newer than the cut comes into training. */
function byDate(units: readonly Unit[], plan: SplitPlan & { readonly by: 'date' }): AssignedSplits {
  const dated = units
    .map((unit) => ({
      unit,
      day: unit.reduce((day, { published }) => ((published ?? '') > day ? (published ?? '') : day), ''),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const undecided = dated.filter(({ day }) => day === '').flatMap(({ unit }) => unit.map(({ file }) => file));
  const total = units.reduce((sum, { length }) => sum + length, 0) - undecided.length;
  const splits = new Map<string, Split>();
  let before = 0;
  for (const { unit, day } of dated) {
    let split: Split = 'train';
    if (day !== '') {
      if ('ratio' in plan) split = at(plan.ratio, (before + unit.length / 2) / total);
      else split = day < plan.validation ? 'train' : day < plan.test ? 'validation' : 'test';
      before += unit.length;
    }
    for (const { file } of unit) splits.set(file, split);
  }
  return { splits, moved: [], undecided: undecided.sort() };
}

/**
 * The side of each outlet: test and validation take outlets in the order of a hash of seed and name as far as their share
 * has room, at least one each if there are enough; train has the rest.
 */
function sidesOfOutlets(
  articles: readonly SplitArticle[],
  ratio: SplitRatio,
  seed: string,
): Map<string, Split> {
  const sizes = new Map<string, number>();
  for (const { outlet } of articles) sizes.set(outlet, (sizes.get(outlet) ?? 0) + 1);
  let left = [...sizes]
    .map(([outlet, size]) => ({ outlet, size, place: placeOf(seed, outlet) }))
    .sort((a, b) => a.place - b.place);
  const sides = new Map<string, Split>();
  for (const split of ['test', 'validation'] as const) {
    if (ratio[split] === 0) continue;
    let room = ratio[split] * articles.length;
    const smallest = left.reduce<(typeof left)[number] | null>(
      (a, b) => (a && a.size <= b.size ? a : b),
      null,
    );
    const isEnough = left.length > (ratio.train > 0 ? 1 : 0);
    const taken = left.filter(({ size }) => {
      if (size > room) return false;
      room -= size;
      return true;
    });
    if (taken.length === 0 && smallest && isEnough) taken.push(smallest);
    for (const { outlet } of taken) sides.set(outlet, split);
    left = left.filter((one) => !taken.includes(one));
  }
  for (const { outlet } of left) sides.set(outlet, ratio.train > 0 ? 'train' : 'validation');
  return sides;
}

/** Each group goes where most of its articles belong, the earlier split where as many belong to either. */
function byMajority(
  units: readonly Unit[],
  splitOf: (article: SplitArticle) => Split | null,
): AssignedSplits {
  const splits = new Map<string, Split>();
  const moved: { file: string; from: Split; to: Split }[] = [];
  const undecided: string[] = [];
  for (const unit of units) {
    const own = unit.map((article) => ({ file: article.file, split: splitOf(article) }));
    const votes = SPLITS.map((split) => own.filter((one) => one.split === split).length);
    const to = SPLITS[votes.indexOf(Math.max(...votes))] ?? 'train';
    for (const { file, split } of own) {
      splits.set(file, to);
      if (split === null && votes.every((count) => count === 0)) undecided.push(file);
      else if (split !== null && split !== to) moved.push({ file, from: split, to });
    }
  }
  return { splits, moved: moved.sort(compareFiles), undecided: undecided.sort() };
}
