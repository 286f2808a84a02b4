import path from 'node:path';
import { createLineCounts } from '../core/boilerplate/recurrence/line-counts.ts';
import type { LineCounts, Recurrence } from '../core/boilerplate/recurrence/line-counts.ts';
import { lineKeys } from '../core/boilerplate/recurrence/line-keys.ts';
import { readArticleFile } from './files.ts';
import { startProgress } from './progress.ts';

/** What the other files in a file's own folder say of its lines; `text` is what the file holds. */
export type RecurrenceOf = (file: string, text: string) => Recurrence | undefined;

/**
 * Reads files once to count in how many of its folder each line stands; of each file some numbers are kept, not its
 * text. Files that cannot be read count as none: whoever reads them next tells why.
 */
export async function countRecurrence(
  files: readonly string[],
  encoding: string | undefined,
): Promise<RecurrenceOf> {
  const folders = new Map<string, LineCounts>();
  const progress = startProgress(files.length);
  for (const file of files) {
    progress.step(file);
    const read = await readArticleFile(file, encoding);
    if ('error' in read) continue;
    const folder = path.dirname(file);
    let counts = folders.get(folder);
    if (!counts) folders.set(folder, (counts = createLineCounts()));
    counts.add(lineKeys(read.text));
  }
  progress.end();
  return (file, text) => folders.get(path.dirname(file))?.forFile(lineKeys(text));
}
