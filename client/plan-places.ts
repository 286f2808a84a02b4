import type { PlannedPlace } from '../server/protocol.ts';
import { firstWords, lastWords } from './context.ts';

/** With more places than this a change is looked at by article first. */
export const MOST_PLACES = 200;

/** The places of one article. */
export interface ArticlePlaces {
  /** The article's path in the project. */
  readonly path: string;
  readonly places: readonly PlannedPlace[];
}

/** Places by article, in the order in which they come. */
export function byArticle(places: readonly PlannedPlace[]): ArticlePlaces[] {
  const articles = new Map<string, PlannedPlace[]>();
  for (const place of places) {
    const known = articles.get(place.path);
    if (known) known.push(place);
    else articles.set(place.path, [place]);
  }
  return [...articles].map(([path, itsPlaces]) => ({ path, places: itsPlaces }));
}

/** A place in its line, the words in guillemets. */
export const inContext = ({
  before,
  words,
  behind,
}: Pick<PlannedPlace, 'before' | 'words' | 'behind'>): string =>
  `${lastWords(before)}«${words.trim().replaceAll(/\s+/g, ' ')}»${firstWords(behind)}`;

/**
 * What is chosen after articles were ticked: an article that stays ticked keeps what was chosen of it, one that is
 * ticked anew brings all its places, one that is ticked no longer loses them.
 */
export function afterTicking(
  articles: readonly ArticlePlaces[],
  chosen: ReadonlySet<string>,
  ticked: ReadonlySet<string>,
): Set<string> {
  const left = articles.flatMap(({ path, places }) => {
    if (!ticked.has(path)) return [];
    const kept = places.filter(({ id }) => chosen.has(id));
    return kept.length > 0 ? kept : places;
  });
  return new Set(left.map(({ id }) => id));
}
