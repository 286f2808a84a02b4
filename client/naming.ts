import type { ArticleItem } from '../server/protocol.ts';
import { nearestTo } from './nearest.ts';

/**
 * Names that an entity may be meant by: those of the article's other entities, the ones that hold its words first (a
 * short mention and the full name), then those with the same label, each by its nearest mention.
 * @param item an entity, or a quotation whose speaker is meant
 * @param current its name now
 */
export function nameSuggestions(items: readonly ArticleItem[], item: ArticleItem, current: string): string[] {
  const words = (name: string) => name.split(/\s+/);
  const holds = (name: string) => words(current).every((word) => words(name).includes(word));
  const rank = ({ label, canonical }: ArticleItem) =>
    canonical !== null && holds(canonical) ? 0 : item.family === 'quotation' || label === item.label ? 1 : 2;
  const named = items
    .filter(
      ({ family, state, canonical }) =>
        family === 'entity' && (state === 'mark' || state === 'accepted') && canonical !== null,
    )
    .toSorted(nearestTo(item.range))
    .toSorted((a, b) => rank(a) - rank(b))
    .filter((one) => rank(one) < 2)
    .flatMap(({ canonical }) => canonical ?? []);
  return [...new Set(named)].filter((name) => name !== current);
}

/**
 * How many mentions of the article have the name of an item, and quotations that it speaks: what a renaming of all of them
 * changes. Quotations that nobody has decided on take the name when they are accepted.
 */
export const sameName = (items: readonly ArticleItem[], { family, label, canonical }: ArticleItem): number =>
  canonical === null
    ? 1
    : items.filter(
        (other) =>
          other.canonical === canonical &&
          (other.family === 'entity'
            ? (other.state === 'mark' || other.state === 'accepted') &&
              (family === 'quotation' || other.label === label)
            : other.state === 'accepted'),
      ).length;
