import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Analyser } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { lineKeys } from '../../core/boilerplate/recurrence/line-keys.ts';
import { recurrenceFor } from '../../core/boilerplate/recurrence/recurring-counts.ts';
import type { RecurringCounts } from '../../core/boilerplate/recurrence/recurring-counts.ts';
import type { OffsetUnit } from '../../core/text/offset-units.ts';
import { decode } from '../decode.ts';
import type { Decoded } from '../decode.ts';
import { fileErrorText } from '../files.ts';
import { readRecord } from './record.ts';
import { shiftReport } from './shift-report.ts';

/** What is asked of every article of a run. */
export interface ReportOptions {
  readonly offsets: OffsetUnit;
  readonly weak: boolean;
  /** Of files without a byte order mark. */
  readonly encoding: string | undefined;
  /** Of JSON Lines: the field that has the article. */
  readonly textField: string;
}

/** One article that is to be analysed. It crosses threads: plain data alone. */
export interface ArticleInput {
  /** What messages call it: the file, or the file with the number of the line. */
  readonly name: string;
  readonly file: string;
  /** What is in it, where it is not to be read from `file`. */
  readonly bytes?: Uint8Array;
  /** Whether it is a line of JSON Lines rather than plain text. */
  readonly isRecord: boolean;
  /** What recurs in its folder. */
  readonly recurring?: RecurringCounts | undefined;
}

/** What became of an input. */
export interface Outcome {
  readonly name: string;
  /** The report as one line of JSON, without "\n"; null where there is an error. */
  readonly report: string | null;
  readonly error: string | null;
  /** sha-256 of the input's bytes, in hexadecimal; null where they could not be read. */
  readonly digest: string | null;
  /** How many bytes the input has. */
  readonly size: number;
}

/** The bytes of an input. Never rejects: what went wrong is said in words. */
export async function readInput({ file, bytes }: ArticleInput): Promise<Uint8Array | { error: string }> {
  try {
    return bytes ?? (await readFile(file));
  } catch (error) {
    return { error: fileErrorText(error) };
  }
}

/** Analyses an article. Never rejects. */
export async function analyseInput(
  engine: Analyser,
  input: ArticleInput,
  options: ReportOptions,
): Promise<Outcome> {
  const { name } = input;
  const bytes = await readInput(input);
  if ('error' in bytes) return { name, report: null, ...bytes, digest: null, size: 0 };
  const digest = digestOf(bytes);
  const done = input.isRecord
    ? reportRecord(engine, bytes, input, options)
    : reportText(engine, bytes, input, options);
  return { name, report: null, error: null, ...done, digest, size: bytes.length };
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Report = { readonly report: string } | { readonly error: string };

function reportText(
  engine: Analyser,
  bytes: Uint8Array,
  input: ArticleInput,
  options: ReportOptions,
): Report {
  const read = decode(bytes, options.encoding);
  return 'error' in read ? read : { report: report(engine, read, input.file, input.recurring, options) };
}

/** The report has the record's other fields under "meta". */
function reportRecord(
  engine: Analyser,
  bytes: Uint8Array,
  input: ArticleInput,
  options: ReportOptions,
): Report {
  const record = readRecord(bytes, options.textField);
  if ('error' in record) return record;
  const bom = record.text.startsWith('\ufeff');
  const text = bom ? record.text.slice(1) : record.text;
  const json = report(engine, { text, bom }, record.file ?? input.file, undefined, options);
  return { report: `${json.slice(0, -1)},"meta":${record.meta}}` };
}

function report(
  engine: Analyser,
  { text, bom }: Exclude<Decoded, { readonly error: string }>,
  file: string,
  recurring: RecurringCounts | undefined,
  { offsets, weak }: ReportOptions,
): string {
  const analysis = engine.analyse(text, recurring && recurrenceFor(recurring, lineKeys(text)));
  const reported = reportAnalysis(analysis, file, offsets, weak);
  return JSON.stringify(bom ? shiftReport(reported, offsets === 'byte' ? 3 : 1) : reported);
}

/** The lines of a file, to be counted with those of its folder. */
export interface CountedFile {
  /** The keys of its lines; null where the file cannot be read: whoever reads it next tells why. */
  readonly keys: ReadonlySet<number> | null;
  readonly digest: string | null;
  readonly size: number;
}

/** Reads a file for its lines. Never rejects. */
export async function countInput(file: string, encoding: string | undefined): Promise<CountedFile> {
  const bytes = await readInput({ name: file, file, isRecord: false });
  if ('error' in bytes) return { keys: null, digest: null, size: 0 };
  const read = decode(bytes, encoding);
  return {
    keys: 'error' in read ? null : lineKeys(read.text),
    digest: digestOf(bytes),
    size: bytes.length,
  };
}
