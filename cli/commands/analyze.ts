import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { OFFSET_UNITS } from '../../core/text/offset-units.ts';
import type { OffsetUnit } from '../../core/text/offset-units.ts';
import { runAnalysis } from '../analyze/run.ts';
import { encodingOption, EXIT } from './command.ts';
import type { AddCommand } from './command.ts';

interface AnalyzeOptions {
  readonly offsets: OffsetUnit;
  readonly encoding?: string;
  readonly weak?: boolean;
  readonly recurrence: boolean;
  readonly jsonl?: boolean;
  readonly textField?: string;
  readonly jobs: number;
  readonly output?: string;
  readonly resume?: boolean;
}

/** `hashiya analyze FILE…`: what the engine finds, one JSON object a line per article. */
export const analyze: AddCommand = (program) => {
  program
    .command('analyze')
    .summary('print what the engine finds in articles')
    .description(
      'Prints one JSON object a line per article: the class of each line, boilerplate, entities and quotations.',
    )
    .argument(
      '[file...]',
      'articles as plain text, or folders of them (those that hashiya.json includes, or *.txt); "-" is standard input',
    )
    .addOption(
      new Option('--offsets <unit>', 'unit of all offsets, end exclusive')
        .choices(OFFSET_UNITS)
        .default('codepoint'),
    )
    .option('--weak', 'list entities that are hardly to be relied on too, flagged as "weak"')
    .option('--no-recurrence', 'look at each file of a folder by itself')
    .addOption(encodingOption())
    .addOption(
      new Option(
        '--jsonl',
        'the files are JSON Lines, an article a line; without a file, standard input',
      ).conflicts('encoding'),
    )
    .addOption(
      new Option(
        '--text-field <name>',
        'with --jsonl: the field that has the article (default: text)',
      ).implies({
        jsonl: true,
      }),
    )
    .addOption(
      new Option('-j, --jobs <number>', 'on how many threads; the order of the output stays')
        .argParser(parseJobs)
        .default(1),
    )
    .option('-o, --output <path>', 'where to; "-" is standard output (default: "-")')
    .option('--resume', 'with --output: go on with a run that broke off, or begin')
    .addHelpText(
      'after',
      `
Offsets count from the start of the file's text as it stands: "\\r\\n" counts two, a byte order mark of UTF-8 counts as
the character that it is (that of UTF-16 is no part of the text). With --offsets byte they count bytes of the text in
UTF-8, whatever the file's own encoding. With --jsonl they count from the start of the field's string.

Given a folder, every file is read twice: a line that stands in many files of its folder is boilerplate, even if no list
knows it. Files that are named one by one, and JSON Lines, are looked at by themselves.

A file or line that cannot be read is told on stderr and the others are still analysed; the exit status is then ${EXIT.found}.`,
    )
    .action(run);
};

function parseJobs(given: string): number {
  const jobs = Number(given);
  if (!/^\d{1,3}$/.test(given) || jobs < 1)
    throw new InvalidArgumentError(
      `Give a number from 1 on; this machine has ${availableParallelism()} cores.`,
    );
  return jobs;
}

async function run(named: readonly string[], options: AnalyzeOptions, command: Command): Promise<void> {
  const jsonl = options.jsonl ?? false;
  if (named.length === 0 && !jsonl) command.error("error: missing required argument 'file'");
  const output = options.output === '-' ? undefined : options.output;
  if (options.resume && output === undefined)
    command.error('error: --resume goes on with a file; say which with --output');
  await runAnalysis(named.length > 0 ? named : ['-'], {
    offsets: options.offsets,
    weak: options.weak ?? false,
    encoding: options.encoding,
    textField: options.textField ?? 'text',
    jsonl,
    recurrence: options.recurrence,
    jobs: options.jobs,
    output,
    resume: options.resume ?? false,
  });
}
