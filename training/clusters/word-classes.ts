import { CONTEXT_KINDS } from './contexts.ts';

/** What raw news tells of words: the input of a look-up from a word to small whole numbers. */
export interface WordClassTable {
  /** Folded words, the most frequent first. Particles that stand by themselves are written "و+", "ب+". */
  readonly words: readonly string[];
  /** The names of the columns, as in `COLUMNS`. */
  readonly columns: readonly string[];
  /** Row by row, a number below 256 for each column. */
  readonly values: Uint8Array;
}

/**
 * The columns: how often the word stands in the collection (the logarithm to base 2, rounded down), its class among
 * 64, among 256, which fourth of that class of 256 it belongs to, and how name-like its company is (contexts.ts).
 */
export const COLUMNS: readonly string[] = [
  'frequency',
  'class64',
  'class256',
  'quarter',
  ...CONTEXT_KINDS.map((kind) => `context ${kind}`),
];

/** Writes a table as lines of fields parted by tabs, the names of the columns first; ends with a newline. */
export function writeWordClasses({ words, columns, values }: WordClassTable): string {
  const rows = words.map((word, i) =>
    [word, ...values.subarray(i * columns.length, (i + 1) * columns.length)].join('\t'),
  );
  return [['word', ...columns].join('\t'), ...rows, ''].join('\n');
}

/**
 * Reads what `writeWordClasses` wrote.
 * @throws Error where the columns are others, as after a change of the project: the table is to be made anew
 */
export function readWordClasses(text: string): WordClassTable {
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const [, ...columns] = head.split('\t');
  if (columns.join() !== COLUMNS.join())
    throw new Error(`The table of word classes has the columns ${columns.join(', ')}; make it anew.`);
  const words: string[] = [];
  const values = new Uint8Array(rows.length * columns.length);
  rows.forEach((row, i) => {
    const fields = row.split('\t');
    if (fields.length !== columns.length + 1)
      throw new Error(`Row ${i + 2} of the table of word classes has ${fields.length} fields; make it anew.`);
    words.push(fields[0] as string);
    for (let k = 0; k < columns.length; k++) values[i * columns.length + k] = Number(fields[k + 1]);
  });
  return { words, columns, values };
}
