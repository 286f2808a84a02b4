import { createHash } from 'node:crypto';
import path from 'node:path';
import { createLineCounts } from '../core/boilerplate/recurrence/line-counts.ts';
import type { LineCounts, Recurrence } from '../core/boilerplate/recurrence/line-counts.ts';
import { lineKeys } from '../core/boilerplate/recurrence/line-keys.ts';
import { recurringCounts } from '../core/boilerplate/recurrence/recurring-counts.ts';
import type { RecurringCounts } from '../core/boilerplate/recurrence/recurring-counts.ts';
import { countInput } from './analyze/article.ts';
import type { CountedFile } from './analyze/article.ts';
import type { Workers } from './analyze/workers.ts';
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
  const { folders } = await countLines(files, oneByOne(files, encoding));
  return (file, text) => folders.get(path.dirname(file))?.forFile(lineKeys(text));
}

async function* oneByOne(
  files: readonly string[],
  encoding: string | undefined,
): AsyncGenerator<CountedFile> {
  for (const file of files) yield await countInput(file, encoding);
}

/** What recurs in folders, for threads to share. */
export interface SharedRecurrence {
  readonly recurringOf: (file: string) => RecurringCounts | undefined;
  /** sha-256 over the names and the contents of all files, in hexadecimal; null where there are none. */
  readonly digest: string | null;
}

/** The same as countRecurrence, counted by some workers for others. */
export async function countRecurrenceWith(
  workers: Workers,
  files: readonly string[],
  encoding: string | undefined,
): Promise<SharedRecurrence> {
  if (files.length === 0) return { recurringOf: () => undefined, digest: null };
  const counting = workers.inOrder(files, (file) => workers.count(file, encoding));
  const { folders, digest } = await countLines(files, counting);
  const shared = new Map<string, RecurringCounts>();
  for (const [folder, counts] of folders) {
    shared.set(
      folder,
      recurringCounts(counts, (bytes) => new SharedArrayBuffer(bytes)),
    );
    folders.delete(folder);
  }
  return { recurringOf: (file) => shared.get(path.dirname(file)), digest };
}

/** Adds up the lines of files, by folder; `counting` has what was counted in each, in their order. */
async function countLines(
  files: readonly string[],
  counting: AsyncIterable<CountedFile>,
): Promise<{ folders: Map<string, LineCounts>; digest: string }> {
  const folders = new Map<string, LineCounts>();
  const hash = createHash('sha256');
  const progress = startProgress(files.length);
  let next = 0;
  for await (const { keys, digest, size } of counting) {
    const file = files[next++] as string;
    progress.step(file, size);
    hash.update(`${digest ?? '-'} ${file}\0`);
    if (keys === null) continue;
    const folder = path.dirname(file);
    let counts = folders.get(folder);
    if (!counts) folders.set(folder, (counts = createLineCounts()));
    counts.add(keys);
  }
  progress.end();
  return { folders, digest: hash.digest('hex') };
}
