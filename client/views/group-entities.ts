import type { ArticleItem } from '../../server/protocol.ts';
import { comparePlaces } from '../items.ts';

/** How entities of one label follow each other: the most mentioned first, or as the article names them. */
export type EntityOrder = 'number' | 'place';

/** The mentions of one entity. */
export interface EntityGroup {
  readonly label: string;
  /** Its full name; where it has none, the words of its first mention. */
  readonly name: string;
  /** Ordered by place; at least one. */
  readonly mentions: readonly ArticleItem[];
}

/**
 * The entities of an article with their mentions. What is only weakly suggested, or an orphan, is none.
 * @param items ordered by start
 * @param labels ids of the scheme's labels in their order; labels that are not among them come last
 * @param wordsOf the words of an item in the text
 * @param withRejected whether mentions that were rejected are among them
 */
export function groupEntities(
  items: readonly ArticleItem[],
  labels: readonly string[],
  wordsOf: (item: ArticleItem) => string,
  order: EntityOrder,
  withRejected = false,
): EntityGroup[] {
  const groups = new Map<string, { label: string; name: string; mentions: ArticleItem[] }>();
  for (const item of items) {
    if (item.family !== 'entity' || item.weak || item.state === 'orphan') continue;
    if (item.state === 'rejected' && !withRejected) continue;
    const name = item.canonical ?? wordsOf(item);
    const key = JSON.stringify([item.label, name]);
    const group = groups.get(key) ?? { label: item.label, name, mentions: [] };
    group.mentions.push(item);
    groups.set(key, group);
  }
  const rank = ({ label }: EntityGroup) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
  const byPlace = (a: EntityGroup, b: EntityGroup) => comparePlaces(startOf(a), startOf(b));
  const byNumber = (a: EntityGroup, b: EntityGroup) => b.mentions.length - a.mentions.length;
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || (order === 'number' ? byNumber(a, b) : 0) || byPlace(a, b),
  );
}

const startOf = ({ mentions }: EntityGroup) => mentions[0]?.range.start ?? { line: 0, character: 0 };
