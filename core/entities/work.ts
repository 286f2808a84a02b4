import type { EntityLabel } from '../labels/entity-labels.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf } from './complement.ts';
import { valueIn, viewLine } from './line-view.ts';

/** A recogniser of names that a list has, or that words of the list `<list>-head` introduce. */
function recogniserOf(
  name: string,
  label: EntityLabel,
  list: ListId,
  headList: ListId,
  most: number,
): Recogniser {
  return {
    name,
    find(line) {
      const view = viewLine(line);
      const found: EntityCandidate[] = [];
      for (let i = 0; i < view.tokens.length; i++) {
        for (const match of view.at(i)) {
          if (match.proclitics !== '' && match.last === i && view.isOrdinary(i)) continue;
          const value = valueIn(match, list);
          if (value !== null)
            found.push({
              start: match.start,
              end: match.end,
              label,
              value: null,
              confidence: value === 'weak' ? 0.45 : 0.9,
              source: `list/${name}`,
            });
          const way = valueIn(match, headList);
          if (way === null) continue;
          const { last, named, words } = complementOf(view, match.last, most, false);
          if (words === 0 || (way === 'named' && !named)) continue;
          found.push({
            start: match.start,
            end: view.tokens[last]?.end ?? match.end,
            label,
            value: null,
            confidence: named ? 0.75 : 0.65,
            source: `rule/${name}`,
          });
        }
      }
      return found;
    },
  };
}

/** Wars, championships, festivals, summits. */
export const event = recogniserOf('event', 'EVENT', 'event', 'event-head', 6);

/** Products, weapons, vehicles, apps, prizes, works of art. */
export const product = recogniserOf('product', 'PRODUCT', 'product', 'product-head', 3);

/** Laws, treaties, agreements. */
export const law = recogniserOf('law', 'LAW', 'law', 'law-head', 6);
