import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { RecurringCounts } from '../../core/boilerplate/recurrence/recurring-counts.ts';
import { complain, EXIT, failWith } from '../commands/command.ts';
import { fileErrorText, readStandardInput } from '../files.ts';
import { readProject } from '../project-folder.ts';
import type { ArticleInput } from './article.ts';
import { linesOf } from './lines.ts';

/** A file that was named, or that lies in a folder that was. */
export interface NamedFile {
  readonly file: string;
  readonly inFolder: boolean;
}

/** The files that are named, and the articles in the folders that are, in the order given. */
export async function expandFolders(named: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const name of named) {
    if (name === '-' || !(await statOf(name))?.isDirectory()) {
      files.push({ file: name, inFolder: false });
      continue;
    }
    const { articles } = await readProject(name);
    for (const article of articles) files.push({ file: path.join(name, article), inFolder: true });
  }
  return files;
}

const statOf = (name: string) => stat(name).catch(() => null);

/** The articles of files of plain text, one a file. */
export async function* textInputs(
  files: readonly NamedFile[],
  recurringOf: (file: string) => RecurringCounts | undefined,
): AsyncGenerator<ArticleInput> {
  for (const { file, inFolder } of files) {
    if (file === '-') yield { name: file, file, isRecord: false, bytes: await readStandardInput() };
    else yield { name: file, file, isRecord: false, recurring: inFolder ? recurringOf(file) : undefined };
  }
}

/** Longer lines, in bytes, hold no article: a file without "\n" is no JSON Lines. */
const LONGEST_LINE = 2 ** 26;

/** The bytes of all of the files, or null where standard input is among them. */
export async function sizeOf(files: readonly string[]): Promise<number | null> {
  if (files.includes('-')) return null;
  const stats = await Promise.all(files.map(statOf));
  return stats.reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

/** The articles of files of JSON Lines, one a line. A file or line that cannot be read is told on stderr, the others go on. */
export async function* recordInputs(files: readonly string[]): AsyncGenerator<ArticleInput> {
  for (const file of files) {
    try {
      const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 2 ** 18 });
      for await (const { line, bytes } of linesOf(stream as AsyncIterable<Uint8Array>, LONGEST_LINE)) {
        const name = `${file}:${line}`;
        if (bytes === null) refuse(name, `the line is longer than ${LONGEST_LINE / 2 ** 20} MB`);
        else {
          const content = line === 1 ? withoutMark(bytes) : bytes;
          if (!isBlank(content)) yield { name, file, isRecord: true, bytes: content };
        }
      }
    } catch (error) {
      refuse(file, fileErrorText(error));
    }
  }
}

function refuse(name: string, why: string): void {
  complain(name, why);
  failWith(EXIT.found);
}

/**
 * The first line without a byte order mark of UTF-8.
 * @throws Error if it has that of UTF-16.
 */
function withoutMark(line: Uint8Array): Uint8Array {
  const [first, second, third] = line;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new Error('this is UTF-16, and JSON Lines are UTF-8; convert it first');
  return first === 0xef && second === 0xbb && third === 0xbf ? line.subarray(3) : line;
}

/** Whether there is nothing but blanks, as JSON has them. */
const isBlank = (line: Uint8Array): boolean =>
  line.every((byte) => byte === 32 || byte === 9 || byte === 13 || byte === 10);
