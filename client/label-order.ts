import type { LabelChoice } from '../server/protocol.ts';
import { comparePlaces, FAMILIES, type Family, type Stretch } from './items.ts';

/** All families, the likely one first. */
export const orderFamilies = (likely: Family): Family[] => [
  likely,
  ...FAMILIES.filter((family) => family !== likely),
];

/**
 * The labels of one family: those picked lately first, the newest at the top; the rest as the scheme has them.
 * @param current the label that is to be replaced: it stands last, for it alone is not wanted
 */
export function orderLabels(
  labels: readonly LabelChoice[],
  family: Family,
  recent: readonly string[],
  current?: string,
): LabelChoice[] {
  const rank = ({ id }: LabelChoice) => {
    if (id === current) return recent.length + 1;
    return recent.includes(id) ? recent.indexOf(id) : recent.length;
  };
  return labels.filter((label) => label.family === family).toSorted((a, b) => rank(a) - rank(b));
}

const QUOTED = /^["“”„«»‹›'‘’]|["“”„«»‹›'‘’]$/;

/**
 * The family that a person most likely means by what is selected: whole lines are boilerplate, words in quotation marks
 * are a quotation, else an entity.
 * @param text the words selected
 * @param line the line that the selection starts in, as text
 * @param around the letter before the selection and the letter behind it
 */
export function likelyFamily(selection: Stretch, text: string, line: string, around: string): Family {
  if (selection.start.line !== selection.end.line) return 'boilerplate';
  if (comparePlaces(selection.start, selection.end) === 0) return 'entity';
  if (QUOTED.test(text) || QUOTED.test(around)) return 'quotation';
  return text.trim() === line.trim() ? 'boilerplate' : 'entity';
}
