import { TAG } from './schemes.ts';

/** A row of a column file, its comments and blank lines left out. */
export interface Row {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Which columns of a file are read. */
export interface Columns {
  readonly token: number;
  /** -1 where the file has no tags. */
  readonly tag: number;
}

/** The cells of a row: parted by tabs where there is one, so that a token may have blanks; else by blanks. */
export const cellsOf = (row: string): string[] =>
  row.includes('\t') ? row.split('\t').map((cell) => cell.trim()) : row.trim().split(/ +/);

/**
 * Finds out which columns of a file hold tokens and tags. The token is the first, or the second where the first counts
 * (as in GermEval's and Universal NER's files). Tags are in the last column that holds nothing else, as in CoNLL-2003,
 * whose chunks are tags too; in files that count, in the first one, as what follows are nested entities or notes.
 */
export function columnsOf(sentences: readonly (readonly Row[])[]): Columns {
  const rows = sentences.flat();
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width = 1] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [];
  const usual = rows.filter(({ cells }) => cells.length === width);
  const counts =
    width > 2 && sentences.every((sentence) => sentence.every(({ cells }, i) => cells[0] === String(i + 1)));
  const token = counts ? 1 : 0;
  const candidates = Array.from({ length: width - token - 1 }, (_, i) => token + 1 + i);
  const share = (column: number): number =>
    usual.filter(({ cells }) => TAG.test(cells[column] ?? '')).length / Math.max(1, usual.length);
  const whole = candidates.filter((column) => share(column) === 1);
  if (whole.length > 0) return { token, tag: (counts ? whole[0] : whole[whole.length - 1]) ?? -1 };
  // A few tags that are none are told one by one; a column that is mostly something else holds no tags.
  return { token, tag: candidates.findLast((column) => share(column) > 0.5) ?? width - 1 };
}
