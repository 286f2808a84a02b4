/**
 * The journal of a run: what has been done of it, beside the file that its results go into. JSON Lines: the run, then an
 * entry for each input in order, written behind its result. A journal that breaks off anywhere holds to its last whole entry.
 */

/** What the results of a run depend on but for the inputs themselves. */
export interface RunIdentity {
  /** The program's version. */
  readonly hashiya: string;
  /** sha-256 of the lexicon and the weights. */
  readonly engine: string;
  /** sha-256 over all files in folders, whose lines were counted; null where none were. */
  readonly folders: string | null;
  readonly options: Readonly<Record<string, string | boolean | null>>;
}

/** An input that is done. */
export interface JournalEntry {
  readonly input: string;
  /** Of its bytes, in hexadecimal; null where they could not be read. */
  readonly sha256: string | null;
  /** Where its result ends in the file of results, in bytes; where the one before ends if it has none. */
  readonly end: number;
  /** Whether it has no result, for an error that was told. */
  readonly failed: boolean;
}

export const headerLine = (run: RunIdentity): string => `${JSON.stringify({ run })}\n`;

export const entryLine = ({ input, sha256, end, failed }: JournalEntry): string =>
  `${JSON.stringify({ input, sha256, end, ...(failed && { failed }) })}\n`;

/** Reads a journal's first line; null if it is none. */
export function parseHeader(line: string): RunIdentity | null {
  const { run } = parseObject(line);
  const isRun =
    typeof run === 'object' && run !== null && 'hashiya' in run && 'engine' in run && 'options' in run;
  return isRun ? (run as RunIdentity) : null;
}

/** Reads an entry; null if the line is none, as a line that was not written to its end. */
export function parseEntry(line: string): JournalEntry | null {
  const { input, sha256 = null, end, failed = false } = parseObject(line);
  if (typeof input !== 'string' || !Number.isSafeInteger(end)) return null;
  return { input, sha256: sha256 as string | null, end: end as number, failed: failed === true };
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Why a run cannot be gone on with as another, in words; null if it can. */
export function differenceOf(before: RunIdentity, now: RunIdentity): string | null {
  if (before.hashiya !== now.hashiya) return `it was begun with version ${before.hashiya} of this program`;
  if (before.engine !== now.engine) return 'it was begun with another lexicon or other weights';
  const names = new Set([...Object.keys(before.options), ...Object.keys(now.options)]);
  for (const name of names) {
    const [then, today] = [before.options[name] ?? null, now.options[name] ?? null];
    if (then !== today)
      return `it was begun with other options (${name}: ${String(then)} then, ${String(today)} now)`;
  }
  if (before.folders !== now.folders)
    return 'files in the folders were added, removed or changed since, and what recurs in them tells of all';
  return null;
}
