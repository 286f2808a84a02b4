import { appendFileSync, closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { open, rename, rm, stat, truncate } from 'node:fs/promises';
import { fileErrorText, UsageError } from '../files.ts';
import type { Outcome } from './article.ts';
import { differenceOf, entryLine, headerLine } from './journal.ts';
import type { JournalEntry, RunIdentity } from './journal.ts';
import { readEntries, readJournal } from './read-journal.ts';

/**
 * Where results are kept until a run is through: OUTPUT.part, with its journal beside it, OUTPUT.part.journal. When all
 * is done it gets its name, so that a file of that name is always whole.
 */
export interface PartFile {
  /** What was done before, in order. */
  readonly done: () => AsyncIterable<JournalEntry>;
  /** How many inputs that were done before had an error. */
  readonly failed: number;
  /** Adds a result, and then to the journal that it is done; at no time is one half of it lost without the other. */
  readonly add: (outcome: Outcome) => void;
  readonly finish: () => Promise<void>;
}

/**
 * Begins the file of a run, or goes on with it where it broke off: what was written behind the last entry of the journal
 * is cut off.
 * @returns null if the run is through already
 * @throws UsageError if there is a part and `resume` is not said, or it is not of this run.
 */
export async function openPartFile(
  output: string,
  run: RunIdentity,
  resume: boolean,
): Promise<PartFile | null> {
  const part = `${output}.part`;
  const journal = `${part}.journal`;
  const whole = await sizeOrNull(output);
  const begun = await sizeOrNull(part);
  if (begun !== null && !resume)
    throw new UsageError(
      `${part}: a run that broke off left this; go on with it by --resume, or delete it and ${journal}`,
    );
  if (begun === null && whole !== null && resume) return null;
  const before = begun === null ? begin(part, journal, run) : await goOn(part, journal, begun, run);
  return append(output, part, journal, before);
}

interface Before {
  readonly entries: number;
  readonly failed: number;
  readonly end: number;
}

/** The journal comes first: where there is a part there is one. */
function begin(part: string, journal: string, run: RunIdentity): Before {
  saying(journal, () => writeFileSync(journal, headerLine(run)));
  saying(part, () => writeFileSync(part, '', { flag: 'wx' }));
  return { entries: 0, failed: 0, end: 0 };
}

async function goOn(part: string, journal: string, size: number, run: RunIdentity): Promise<Before> {
  const anew = `delete ${part} and ${journal} to begin anew`;
  const read = await readJournal(journal, size);
  if (read === null) throw new UsageError(`${part}: there is no journal to go on by; ${anew}`);
  const difference = differenceOf(read.run, run);
  if (difference !== null)
    throw new UsageError(`${part}: this run cannot be gone on with: ${difference}; ${anew}`);
  if (!(await endsLine(part, read.end)))
    throw new UsageError(`${part}: this is not what its journal says; ${anew}`);
  await truncate(part, read.end);
  await truncate(journal, read.bytes);
  return read;
}

function append(output: string, part: string, journal: string, before: Before): PartFile {
  const [results, entries] = [openSync(part, 'a'), openSync(journal, 'a')];
  let { end } = before;
  return {
    done: () => readEntries(journal, before.entries),
    failed: before.failed,
    add({ name, report, digest }) {
      if (report !== null) {
        const bytes = Buffer.from(`${report}\n`);
        saying(part, () => appendFileSync(results, bytes));
        end += bytes.length;
      }
      const entry = entryLine({ input: name, sha256: digest, end, failed: report === null });
      saying(journal, () => appendFileSync(entries, entry));
    },
    async finish() {
      fsyncSync(results);
      closeSync(results);
      closeSync(entries);
      await rename(part, output);
      await rm(journal);
    },
  };
}

/** The size of a file in bytes, null where there is none. */
async function sizeOrNull(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  if (found && !found.isFile())
    throw new UsageError(`${file}: this is no file; without --output the results go to standard output`);
  return found?.size ?? null;
}

/** Whether a line ends where `end` bytes do. */
async function endsLine(file: string, end: number): Promise<boolean> {
  if (end === 0) return true;
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, end - 1);
    return buffer[0] === 10;
  } finally {
    await handle.close();
  }
}

function saying(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new UsageError(`${file}: ${fileErrorText(error)}`);
  }
}
