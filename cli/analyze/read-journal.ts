import { createReadStream } from 'node:fs';
import { parseEntry, parseHeader } from './journal.ts';
import type { JournalEntry, RunIdentity } from './journal.ts';
import { linesOf } from './lines.ts';

/** How far a journal holds. */
export interface JournalRead {
  readonly run: RunIdentity;
  /** How many entries hold. */
  readonly entries: number;
  /** How many of them had an error. */
  readonly failed: number;
  /** Where the last result ends in the file of results. */
  readonly end: number;
  /** Where the last entry that holds ends in the journal. */
  readonly bytes: number;
}

/** Longer lines, in bytes, are no entries. */
const LONGEST_ENTRY = 2 ** 20;

/**
 * Reads a journal as far as it holds: to the first line that is no whole entry, or whose result does not lie within the
 * `size` bytes that the file of results has. Null where there is no journal, or no header in it.
 */
export async function readJournal(journal: string, size: number): Promise<JournalRead | null> {
  let read: JournalRead | null = null;
  try {
    for await (const { text, bytes } of wholeLines(journal)) {
      if (read === null) {
        const run = parseHeader(text);
        if (run === null) return null;
        read = { run, entries: 0, failed: 0, end: 0, bytes };
        continue;
      }
      const entry = parseEntry(text);
      if (entry === null || entry.end < read.end || entry.end > size) return read;
      read = {
        run: read.run,
        entries: read.entries + 1,
        failed: read.failed + (entry.failed ? 1 : 0),
        end: entry.end,
        bytes: read.bytes + bytes,
      };
    }
  } catch {
    return null;
  }
  return read;
}

/** The first `count` entries of a journal. */
export async function* readEntries(journal: string, count: number): AsyncGenerator<JournalEntry> {
  let left = count + 1;
  for await (const { text } of wholeLines(journal)) {
    if (left-- === 0) return;
    const entry = parseEntry(text);
    if (entry) yield entry;
  }
}

/** The lines that end with "\n", each with its size in bytes. */
async function* wholeLines(file: string): AsyncGenerator<{ text: string; bytes: number }> {
  for await (const { bytes, size } of linesOf(createReadStream(file), LONGEST_ENTRY))
    if (bytes !== null && size > bytes.length) yield { text: Buffer.from(bytes).toString(), bytes: size };
}
