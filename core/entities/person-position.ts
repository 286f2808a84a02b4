import type { ListId } from '../lexicon/lists.ts';
import type { LineView } from './line-view.ts';
import { valueIn } from './line-view.ts';
import { titleBefore } from './title.ts';

/* Words that are parts of persons' names by where they stand. */

/**
 * Whether an ordinary word begins a name by where it stands: before a foreign name behind a verb of saying and a title
 * ("قال الجنرال بات رايدر"), or with an unknown word between a comma and what is said ("قالت المتحدثة، أنيا فولكرس، إن").
 */
export function isNameByPlace(view: LineView, i: number): boolean {
  const folded = view.tokens[i]?.folded ?? '';
  if (
    view.isFrequent(i) ||
    folded.length < 3 ||
    /^(?:ال|[يتسول])|.{3}(?:ته|ها|هم|نا)$/.test(folded) ||
    !view.follows(i)
  )
    return false;
  const isForeign = view.find(i + 1, 'foreign-name', true) !== null;
  if (!(isForeign || view.isUnknown(i + 1)) || view.tokens[i + 1]?.folded.startsWith('ال')) return false;
  return isEnclosed(view, i) || (isForeign && titleBefore(view, i) !== null && isSpoken(view, i));
}

/** Whether token `i` and the next stand between a comma and what is said: "قالت المتحدثة، أنيا فولكرس، إن". */
export const isEnclosed = (view: LineView, i: number): boolean =>
  view.tokens[i - 1]?.text === '،' &&
  view.tokens[i + 2]?.text === '،' &&
  CLAUSE_OPENINGS.has(view.tokens[i + 3]?.text ?? '');

/** How many tokens may stand between a verb of saying and the name: "قال كبير مهندسي المشروع X". */
const SAID_BEFORE = 5;

/** Whether a verb of saying stands some words before token `i`, no mark between. */
export function isSpoken(view: LineView, i: number): boolean {
  for (let at = i - 1; at >= 0 && i - at <= SAID_BEFORE; at--) {
    if (view.tokens[at]?.kind !== 'word') return false;
    const cue = view.find(at, 'cue');
    if (cue && cue.last < i && /^(?:say|state) verb/.test(valueIn(cue, 'cue') ?? '')) return true;
  }
  return false;
}

/** Whether token `i` is on none but the long list of towns. */
export const isTownAlone = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .every(
      ({ proclitics, entries }) =>
        proclitics !== '' || entries.every(({ list }) => list === 'city' || list === 'foreign-name'),
    );

/**
 * Whether a word behind a first name is the second name by where it stands, ordinary as it may be: before an unknown
 * word ("ينس أولي كاسلوند"), or before the clause that the person says ("قال براين رايلي إن").
 */
export function isPartByPlace(view: LineView, i: number): boolean {
  const folded = view.tokens[i]?.folded ?? '';
  if (view.isFrequent(i) || folded.length < 3 || /^(?:ال|[يتبلوفسكن])/.test(folded) || /[اه]$/.test(folded))
    return false;
  if (view.at(i).some(({ entries }) => entries.some(({ list }) => TELLING_TIME.has(list)))) return false;
  const next = view.tokens[i + 1];
  if (!next) return false;
  const behind = next.text === '،' ? view.tokens[i + 2] : next;
  return (view.follows(i) && view.isUnknown(i + 1)) || CLAUSE_OPENINGS.has(behind?.text ?? '');
}

const TELLING_TIME: ReadonlySet<ListId> = new Set<ListId>([
  'time-word',
  'time-unit',
  'weekday',
  'month',
  'named-day',
]);

const CLAUSE_OPENINGS = new Set(['إن', 'أن', 'ان', 'إنه', 'إنها', 'بأن', 'الذي', 'التي', ':']);
