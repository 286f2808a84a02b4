import type { EntityLabel } from '../labels/entity-labels.ts';
import type { ListId } from '../lexicon/lists.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitsOf } from '../lexicon/traits.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import { quotedName } from './quoted-name.ts';

/** What a kind of name needs to be recognised. */
interface Kind {
  readonly name: string;
  readonly label: EntityLabel;
  readonly list: ListId;
  readonly heads: ListId;
  /** The most words behind a head. */
  readonly most: number;
}

/** A recogniser of names that a list has, or that words of a list of heads introduce. */
function recogniserOf(kind: Kind): Recogniser {
  const starts = traitsOf(kind.list, kind.heads);
  const find: Recogniser['find'] = (line) => {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = view.next(starts, 0); i >= 0; i = view.next(starts, i + 1)) {
      for (const match of view.at(i)) {
        if (match.proclitics !== '' && match.last === i && view.isOrdinary(i)) continue;
        const value = valueIn(match, kind.list);
        if (value !== null)
          found.push({
            start: match.start,
            end:
              kind.label === 'EVENT'
                ? (view.tokens[withYear(view, match.last)]?.end ?? match.end)
                : match.end,
            label: kind.label,
            value: null,
            confidence: match.last > i || match.proclitics === '' ? 0.9 : 0.7,
            source: `list/${kind.name}`,
          });
        const way = valueIn(match, kind.heads);
        const introduced = way === null ? null : introducedBy(view, match, way, kind.most);
        if (introduced)
          found.push({ ...introduced, label: kind.label, value: null, source: `rule/${kind.name}` });
      }
    }
    return found;
  };
  return { name: kind.name, find };
}

/**
 * The name that a head introduces. "": head and description are the name; "named": likewise, with a proper name in it;
 * "name": the head only explains; "quoted": the name stands in quotation marks, as it may behind every head.
 */
function introducedBy(
  view: LineView,
  head: LexiconMatch,
  way: string,
  most: number,
): { start: number; end: number; confidence: number } | null {
  const quoted = quotedName(view, head.last + 1);
  if (quoted)
    return {
      start: view.tokens[quoted.first]?.start ?? 0,
      end: view.tokens[quoted.last]?.end ?? 0,
      confidence: 0.75,
    };
  if (way === 'quoted' || !view.follows(head.last)) return null;
  if (way === 'name') {
    let last = head.last;
    while (view.follows(last) && last < head.last + most && isForeign(view, last + 1)) last++;
    if (last === head.last) return null;
    return {
      start: view.tokens[head.last + 1]?.start ?? 0,
      end: view.tokens[last]?.end ?? 0,
      confidence: 0.6,
    };
  }
  const { last, named, words } = complementOf(view, head.last, most, false, way === 'ranked');
  if (way === 'ranked' && (words < 2 || !RANKS.has(view.tokens[head.last + 1]?.folded ?? ''))) return null;
  const end = withYear(view, last);
  if (end === head.last || (way === 'named' && !named && end === last)) return null;
  if (words === 0 && way !== 'named') return null;
  return {
    start: head.start,
    end: view.tokens[end]?.end ?? head.end,
    confidence: named || end > last ? 0.78 : 0.68,
  };
}

/** The year, or the number, of an event behind its name: "كأس العالم 2022". */
const withYear = (view: LineView, last: number): number =>
  view.follows(last) && /^(?:(?:19|20)\d\d|\d\d)$/.test(view.tokens[last + 1]?.folded ?? '')
    ? last + 1
    : last;

/** Ranks that make the name of an event of a definite noun: "المؤتمر الدولي للطاقة". */
const RANKS = foldedWords(
  'الدولي الدولية العالمي العالمية العربي العربية الوطني الوطنية الإسلامي الإسلامية الأفريقي الأفريقية الآسيوي الآسيوية الأوروبي الأوروبية الخليجي الخليجية',
);

const isForeign = (view: LineView, i: number): boolean => {
  const token = view.tokens[i];
  return (
    token?.kind === 'latin' ||
    token?.kind === 'number' ||
    (view.isUnknown(i) && !token?.folded.startsWith('ال'))
  );
};

/** Wars, championships, festivals, summits. */
export const event = recogniserOf({
  name: 'event',
  label: 'EVENT',
  list: 'event',
  heads: 'event-head',
  most: 6,
});

/** Products, weapons, vehicles, apps, prizes, works of art. */
export const product = recogniserOf({
  name: 'product',
  label: 'PRODUCT',
  list: 'product',
  heads: 'product-head',
  most: 3,
});

/** Laws, treaties, agreements. */
export const law = recogniserOf({ name: 'law', label: 'LAW', list: 'law', heads: 'law-head', most: 6 });
