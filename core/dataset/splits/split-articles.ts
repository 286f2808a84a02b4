import { SPLITS } from '../document.ts';
import type { Split } from '../document.ts';
import { findNearDuplicates } from '../near-duplicates/near-duplicates.ts';
import type { ComparedArticle } from '../near-duplicates/own-sentences.ts';
import { findRelated } from '../near-duplicates/related.ts';
import type { RelatedPair } from '../near-duplicates/related.ts';
import type { SplitPlan } from './split-plan.ts';
import { assignSplits } from './splits.ts';
import type { AssignedSplits, SplitArticle } from './splits.ts';

/** How the articles of a dataset were split. */
export interface SplitArticles extends AssignedSplits {
  readonly counts: Readonly<Record<Split, number>>;
  /** Near-duplicates that were kept together. */
  readonly groups: readonly (readonly string[])[];
  /** Pairs that report the same statement on two sides. */
  readonly across: readonly RelatedPair[];
}

/** Splits articles by a plan, near-duplicates together. `step` hears of each article that is compared, twice. */
export function splitArticles(
  articles: readonly SplitArticle[],
  compared: readonly ComparedArticle[],
  plan: SplitPlan,
  step: (file: string) => void,
): SplitArticles {
  const found = findNearDuplicates(compared, step);
  const assigned = assignSplits(articles, found.groups, plan);
  const { splits } = assigned;
  const across = findRelated(compared, found, step).filter(
    ({ files: [a, b] }) => splits.get(a) !== splits.get(b),
  );
  const countOf = (split: Split): number => [...splits.values()].filter((one) => one === split).length;
  const counts = Object.fromEntries(SPLITS.map((one) => [one, countOf(one)])) as Record<Split, number>;
  return { ...assigned, counts, groups: found.groups, across };
}
