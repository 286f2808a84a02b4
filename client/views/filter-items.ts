import type { ArticleItem } from '../../server/protocol.ts';
import { comparePlaces, type Stretch } from '../items.ts';

/** The states that the list of annotations tells apart; `weak`: a mark that the engine is not sure of. */
export const SHOWN_STATES = ['mark', 'weak', 'accepted', 'rejected', 'orphan'] as const;

export type ShownState = (typeof SHOWN_STATES)[number];

/** What an item may have beside its label. */
export const TRAITS = ['problem', 'note'] as const;

export type Trait = (typeof TRAITS)[number];

/** Which items a list shows. */
export interface ItemFilter {
  readonly states: readonly ShownState[];
  /** All of these; none: whether or not. */
  readonly traits: readonly Trait[];
  /** "entity/PER"; none: all labels. */
  readonly labels: readonly string[];
}

/** What a person has to do with in most articles: weak suggestions and what was thrown out are looked for on purpose. */
export const USUAL_FILTER: ItemFilter = { states: ['mark', 'accepted', 'orphan'], traits: [], labels: [] };

export const shownStateOf = ({ state, weak }: ArticleItem): ShownState =>
  state === 'mark' && weak ? 'weak' : state;

/** Names the label of an item in a filter. */
export const labelKey = ({ family, label }: Pick<ArticleItem, 'family' | 'label'>): string =>
  `${family}/${label}`;

/** Whether two filters show the same; order does not count. */
export const sameFilter = (a: ItemFilter, b: ItemFilter): boolean =>
  (['states', 'traits', 'labels'] as const).every(
    (part) => a[part].toSorted().join('\n') === b[part].toSorted().join('\n'),
  );

/**
 * The items that a filter lets through: orphans first, which stand nowhere, then by place.
 * @param problems where the article's problems are
 */
export function filterItems(
  items: readonly ArticleItem[],
  { states, traits, labels }: ItemFilter,
  problems: readonly Stretch[],
): ArticleItem[] {
  const has: Readonly<Record<Trait, (item: ArticleItem) => boolean>> = {
    note: ({ note }) => note !== '',
    problem: ({ range }) => problems.some((problem) => overlaps(problem, range)),
  };
  return items
    .filter(
      (item) =>
        states.includes(shownStateOf(item)) &&
        (labels.length === 0 || labels.includes(labelKey(item))) &&
        traits.every((trait) => has[trait](item)),
    )
    .sort((a, b) => Number(a.state !== 'orphan') - Number(b.state !== 'orphan'));
}

const overlaps = (a: Stretch, b: Stretch): boolean =>
  comparePlaces(a.start, b.end) < 0 && comparePlaces(b.start, a.end) < 0;
