import type { Columns } from './columns.ts';

/**
 * CoNLL-2012 (Pradhan et al. 2012; OntoNotes): the word is in the fourth column, entities are in the eleventh, as
 * brackets: "(PERSON*", "*", "*)", "(GPE)". Each document stands between "#begin document" and "#end document".
 */
export const COLUMNS_2012: Columns = { token: 3, tag: 10 };

export const isConll2012 = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('#begin document'));

/** The brackets of a sentence as IOB2 tags; what is no bracket stays, and what is missing is undefined. */
export function bracketTags(cells: readonly (string | undefined)[]): (string | undefined)[] {
  let open: string | null = null;
  return cells.map((cell) => {
    const [, label, end] = /^(?:\(([^()*\s]+))?\*?(\))?$/.exec(cell ?? '(') ?? [];
    if (cell === undefined || cell === '' || (cell !== '*' && label === undefined && end === undefined))
      return cell;
    const tag: string = label === undefined ? (open === null ? 'O' : `I-${open}`) : `B-${label}`;
    if (label !== undefined) open = label;
    if (end !== undefined) open = null;
    return tag;
  });
}
