import type { DatasetFile } from './format.ts';

/** The text of a dataset's file, without a byte order mark. Bytes that are no UTF-8 become U+FFFD. */
export const textOfFile = (content: DatasetFile['content']): string =>
  typeof content === 'string' ? content.replace(/^\ufeff/, '') : new TextDecoder().decode(content);

/** The text of a dataset's file with everything that it holds: a mark at its start is its first character. */
export const verbatimText = (content: DatasetFile['content']): string =>
  typeof content === 'string' ? content : new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);

/** The path of a document's text as a file of its own: other programs know texts by ".txt". */
export const textPathOf = (file: string): string => (file.endsWith('.txt') ? file : `${file}.txt`);

/** The files of a dataset by their paths, in whatever order a folder was listed. */
export const byPath = (files: readonly DatasetFile[]): DatasetFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
