import { complain, EXIT, failWith } from '../commands/command.ts';
import { engineDigest, readEngineData } from '../engine.ts';
import type { EngineData } from '../engine.ts';
import { onInterrupt } from '../interrupt.ts';
import { NO_PROGRESS, startProgress } from '../progress.ts';
import { countRecurrenceWith } from '../recurrence.ts';
import { VERSION } from '../version.ts';
import type { ArticleInput, ReportOptions } from './article.ts';
import { expandFolders, recordInputs, sizeOf, textInputs } from './inputs.ts';
import { openPartFile } from './part-file.ts';
import type { PartFile } from './part-file.ts';
import { filedResults, printedResults } from './results.ts';
import { notDone } from './resume.ts';
import { startWorkers } from './workers.ts';
import type { Workers } from './workers.ts';

/** What a run of `hashiya analyze` is to do. */
export interface RunOptions extends ReportOptions {
  /** Whether the files are JSON Lines. */
  readonly jsonl: boolean;
  /** Whether what recurs in folders is counted. */
  readonly recurrence: boolean;
  readonly jobs: number;
  /** Where to; standard output if not given. */
  readonly output: string | undefined;
  readonly resume: boolean;
}

/**
 * Analyses articles and writes a report of each, in their order.
 * @param named files, folders, or "-" for standard input
 * @throws UsageError if nothing can be done, or a run that broke off cannot be gone on with.
 */
export async function runAnalysis(named: readonly string[], options: RunOptions): Promise<void> {
  const data = readEngineData();
  const workers = await startWorkers(options.jobs, data);
  try {
    const work = await prepare(named, options, workers);
    const part = options.output === undefined ? null : await openPart(options.output, options, data, work);
    if (part !== 'through') await analyseAll(work, part, options, workers);
  } finally {
    await workers.end();
  }
}

/** The inputs of a run, and what is known of all of them. */
interface Work {
  readonly inputs: AsyncIterable<ArticleInput>;
  /** How many, null if nobody knows. */
  readonly count: number | null;
  readonly bytes: number | null;
  /** Of all files in folders. */
  readonly digest: string | null;
}

async function prepare(named: readonly string[], options: RunOptions, workers: Workers): Promise<Work> {
  if (options.jsonl)
    return { inputs: recordInputs(named), count: null, bytes: await sizeOf(named), digest: null };
  const files = await expandFolders(named);
  const inFolders = new Set(files.flatMap(({ file, inFolder }) => (inFolder ? [file] : [])));
  const counted = options.recurrence ? [...inFolders] : [];
  const { recurringOf, digest } = await countRecurrenceWith(workers, counted, options.encoding);
  return { inputs: textInputs(files, recurringOf), count: files.length, bytes: null, digest };
}

async function openPart(
  output: string,
  options: RunOptions,
  data: EngineData,
  { digest }: Work,
): Promise<PartFile | 'through'> {
  const { offsets, weak, encoding = null, jsonl, recurrence } = options;
  const textField = jsonl ? options.textField : null;
  const run = {
    hashiya: VERSION,
    engine: engineDigest(data),
    folders: digest,
    options: { offsets, weak, encoding, jsonl, textField, recurrence },
  };
  const part = await openPartFile(output, run, options.resume);
  if (part === null) complain(output, 'this run is through already; delete the file to begin anew');
  return part ?? 'through';
}

async function analyseAll(
  { inputs, count, bytes }: Work,
  part: PartFile | null,
  options: RunOptions,
  workers: Workers,
): Promise<void> {
  const results =
    part && options.output !== undefined ? filedResults(part, options.output) : printedResults();
  const progress = part === null && process.stdout.isTTY ? NO_PROGRESS : startProgress(count, bytes);
  const takeBack = onInterrupt(() => {
    progress.end();
    if (options.output !== undefined)
      complain(options.output, `stopped before the end; --resume goes on with it`);
  });
  // A newline belongs to each record that came as a line.
  const sizeIn = (name: string, size: number): [string, number] => [name, options.jsonl ? size + 1 : size];
  const left = part
    ? notDone(inputs, part.done(), ({ name }, size) => progress.skip(...sizeIn(name, size)))
    : inputs;
  const report = {
    offsets: options.offsets,
    weak: options.weak,
    encoding: options.encoding,
    textField: options.textField,
  };
  try {
    for await (const outcome of workers.inOrder(left, (input) => workers.analyse(input, report))) {
      progress.step(...sizeIn(outcome.name, outcome.size));
      if (outcome.error !== null) {
        complain(outcome.name, outcome.error);
        failWith(EXIT.found);
      }
      await results.add(outcome);
    }
    progress.end();
    await results.finish();
  } finally {
    takeBack();
  }
}
