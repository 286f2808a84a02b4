import type { ArticleItem } from '../server/protocol.ts';
import { encloses, itemAt, samePlace, type Focus, type Stretch } from './items.ts';
import { nearestTo } from './nearest.ts';

/** Labels of entities that speak, those that do so most first. */
const SPEAKERS: readonly string[] = ['PER', 'ORG', 'OCC', 'NORP', 'GPE'];

/** A country stands for its government now and then; persons and bodies speak all the time. */
const placesLast = (a: ArticleItem, b: ArticleItem): number =>
  Number(SPEAKERS.indexOf(a.label) > 2) - Number(SPEAKERS.indexOf(b.label) > 2);

/**
 * The quotation whose speaker is meant: the one at the caret; where words are selected, these are the speaker, and the
 * quotation is the nearest that does not hold them.
 */
export function quotationFor(
  items: readonly ArticleItem[],
  selection: Stretch,
  focus: Focus | null = null,
): ArticleItem | undefined {
  const quotations = items.filter(
    ({ family, state }) => family === 'quotation' && (state === 'mark' || state === 'accepted'),
  );
  if (samePlace(selection.start, selection.end)) return itemAt(quotations, selection.start, focus);
  const [nearest] = quotations
    .filter((quotation) => !encloses(quotation.range, selection))
    .toSorted(nearestTo(selection));
  return nearest;
}

/**
 * The entities that may be a quotation's speaker, each person or body once, by its mention that is nearest to the
 * quotation; the nearest first, countries and nationalities behind the others.
 * @param wordsOf the text of a stretch
 */
export function speakerChoices(
  items: readonly ArticleItem[],
  quotation: ArticleItem,
  wordsOf: (stretch: Stretch) => string,
): ArticleItem[] {
  const nearestFirst = items
    .filter(
      ({ family, label, state, range }) =>
        family === 'entity' &&
        SPEAKERS.includes(label) &&
        (state === 'mark' || state === 'accepted') &&
        !encloses(quotation.range, range),
    )
    .toSorted(nearestTo(quotation.range));
  const byName = new Map<string, ArticleItem>();
  for (const item of nearestFirst) {
    const name = `${item.label} ${item.canonical ?? wordsOf(item.range)}`;
    if (!byName.has(name)) byName.set(name, item);
  }
  return [...byName.values()].toSorted(placesLast);
}
