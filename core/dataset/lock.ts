import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { SPLITS } from './document.ts';
import type { Split } from './document.ts';
import type { LeftOutBecause, Selection } from './selection.ts';
import type { SplitOptions } from './splits/split-options.ts';

/** The version of the lock file's form. */
const LOCK_VERSION = 1;

/** All that a dataset is made by, beside the articles and their annotations. Plain JSON. */
export interface DatasetOptions extends Selection {
  readonly format: string;
  /** What people call the dataset. */
  readonly name: string;
  /** Encoding of files that do not tell theirs; null for UTF-8. */
  readonly encoding: string | null;
  readonly split: SplitOptions | null;
}

/** A file that a dataset is made of or consists of. Paths are parted by "/"; hashes are SHA-256 in hexadecimal, as
 * `sha256sum` prints them; of annotation files without a byte order mark. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
}

/** An article of the project when the dataset was made. */
export interface LockedArticle {
  readonly file: string;
  /** Of the text in UTF-8 without a byte order mark, as the headers of annotation files have it. */
  readonly sha256: string;
  /** The annotation file that was used. */
  readonly annotations: HashedFile | null;
  /** The file of imported marks that was used, likewise. */
  readonly marks: HashedFile | null;
  readonly split: Split | null;
  /** Why it is not in the dataset; null where it is. It counts all the same: lines that recur tell boilerplate. */
  readonly leftOut: LeftOutBecause | null;
}

/** What a dataset was made of, by what, and what came out: enough to make it again, byte for byte. No clock time. */
export interface DatasetLock {
  /** The program and its version. */
  readonly tool: string;
  /** SHA-256 of the lexicon and the weights: the engine tells boilerplate, tokens, near-duplicates and silver. */
  readonly engine: string;
  /** SHA-256 of the project's labels with titles, meanings and colours. */
  readonly labels: string;
  readonly options: DatasetOptions;
  /** The project's folder, and where the dataset was written, relative to the folder of the lock file. */
  readonly project: string;
  readonly output: string;
  readonly articles: readonly LockedArticle[];
  readonly counts: Readonly<Record<string, number>>;
  /** What it consists of, relative to the output; "" where that is one file. */
  readonly files: readonly HashedFile[];
}

/** SHA-256 in hexadecimal, of bytes or of a text in UTF-8. */
export const hashOfContent = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));

/** The lock file's content: the same lock always gives the same bytes, one article a few lines, for small differences. */
export const serialiseLock = (lock: DatasetLock): string =>
  `${JSON.stringify({ 'hashiya:lock': LOCK_VERSION, ...lock }, null, 2)}\n`;

/** Reads a lock file, or says why it is none. */
export function parseLock(content: string): { readonly lock: DatasetLock } | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return { error: `this is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (!isRecord(value) || typeof value['hashiya:lock'] !== 'number')
    return { error: 'this is no lock file of a dataset' };
  if (value['hashiya:lock'] > LOCK_VERSION)
    return { error: 'a later version of hashiya wrote this lock file; use that one' };
  const wrong = Object.entries(SHAPE).flatMap(([name, isRight]) => (isRight(value[name]) ? [] : [name]));
  if (wrong.length > 0) return { error: `the lock file is damaged: ${wrong.join(', ')}` };
  const lock = Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'hashiya:lock'));
  return { lock: lock as unknown as DatasetLock };
}

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isNull: Check = (value) => value === null;
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const record =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const HASHED = record({ path: isText, sha256: isText });

const SHAPE: Readonly<Record<keyof DatasetLock, Check>> = {
  tool: isText,
  engine: isText,
  labels: isText,
  project: isText,
  output: isText,
  options: record({
    format: isText,
    name: isText,
    encoding: either(isNull, isText),
    annotators: isTexts,
    families: isTexts,
    labels: isTexts,
    status: isTexts,
    marks: isFlag,
    boilerplate: isFlag,
    sentences: isFlag,
    split: either(
      isNull,
      record({
        by: isText,
        ratio: isText,
        dates: isTexts,
        seed: isText,
        folders: record(Object.fromEntries(SPLITS.map((split) => [split, isTexts]))),
      }),
    ),
  }),
  articles: list(
    record({
      file: isText,
      sha256: isText,
      annotations: either(isNull, HASHED),
      marks: either(isNull, HASHED),
      split: either(isNull, isText),
      leftOut: either(isNull, isText),
    }),
  ),
  counts: (value) => isRecord(value) && Object.values(value).every((count) => typeof count === 'number'),
  files: list(HASHED),
};
