import { textOfFile } from '../files.ts';
import type { DatasetFile } from '../format.ts';
import { CONLLU_COLUMNS } from './columns.ts';

/** A row of a sentence: its cells by the name of their column. */
export interface Row {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A sentence as it stands in the file. */
export interface Sentence {
  /** The line of its first row. */
  readonly line: number;
  /** What its comments say: "# name = value"; "" where there is no value. */
  readonly comments: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

/** The sentences of a CoNLL-U or CoNLL-U Plus file, document by document, and the columns that it has. */
export interface ConlluFile {
  readonly columns: readonly string[];
  readonly documents: readonly (readonly Sentence[])[];
}

/** Cuts a file into documents, sentences and rows. `tell` is told of rows with too few columns. */
export function readRows(
  content: DatasetFile['content'],
  tell: (line: number, message: string) => void,
): ConlluFile {
  const documents: Sentence[][] = [];
  let columns: readonly string[] = CONLLU_COLUMNS;
  let comments = new Map<string, string>();
  let rows: Row[] = [];
  const close = (): void => {
    if (rows.length > 0) {
      if (documents.length === 0 || comments.has('newdoc')) documents.push([]);
      documents[documents.length - 1]?.push({ line: rows[0]?.line ?? 0, comments, rows });
      comments = new Map();
    }
    rows = [];
  };
  for (const [index, line] of textOfFile(content)
    .split(/\r\n|[\r\n]/)
    .entries()) {
    if (line.trim() === '') close();
    else if (line.startsWith('#') && rows.length === 0 && !line.startsWith('#\t')) {
      const at = line.indexOf('=');
      const name = line.slice(1, at < 0 ? line.length : at).trim();
      const value = at < 0 ? '' : line.slice(at + 1).trim();
      if (name === 'global.columns') columns = value.trim().split(/\s+/);
      else if (/^newdoc(?:\s|$)/.test(name)) comments.set('newdoc', value);
      else if (/^newpar(?:\s|$)/.test(name)) comments.set('newpar', value);
      else comments.set(name, value);
    } else {
      const cells = line.split('\t');
      if (cells.length < columns.length)
        tell(
          index + 1,
          `the row has ${cells.length} columns and not ${columns.length}; what is missing is read as "_"`,
        );
      rows.push({
        line: index + 1,
        cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '_'])),
      });
    }
  }
  close();
  return { columns, documents };
}

/** The attributes of a MISC cell. */
export function readMisc(cell: string | undefined): ReadonlyMap<string, string> {
  const misc = new Map<string, string>();
  if (cell === undefined || cell === '_') return misc;
  for (const part of cell.split('|')) {
    const at = part.indexOf('=');
    if (at > 0) misc.set(part.slice(0, at), part.slice(at + 1));
  }
  return misc;
}
