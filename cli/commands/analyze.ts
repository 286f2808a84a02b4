import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { reportAnalysis } from '../../core/analysis/report.ts';
import type { AnalysisReport } from '../../core/analysis/report.ts';
import { OFFSET_UNITS } from '../../core/text/offset-units.ts';
import type { OffsetUnit } from '../../core/text/offset-units.ts';
import { loadEngine } from '../engine.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { readProjectFolder } from '../project-folder.ts';
import { countRecurrence } from '../recurrence.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface AnalyzeOptions {
  readonly offsets: OffsetUnit;
  readonly encoding?: string;
  readonly weak?: boolean;
  readonly recurrence: boolean;
}

/** `hashiya analyze FILE…`: what the engine finds, one JSON object a line per file. */
export const analyze: AddCommand = (program) => {
  program
    .command('analyze')
    .summary('print what the engine finds in articles')
    .description(
      'Prints one JSON object a line per file: the class of each line, boilerplate, entities and quotations.',
    )
    .argument(
      '<file...>',
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
    .addHelpText(
      'after',
      `
Offsets count from the start of the file's text as it stands: "\\r\\n" counts two, a byte order mark of UTF-8 counts as
the character that it is (that of UTF-16 is no part of the text). With --offsets byte they count bytes of the text in
UTF-8, whatever the file's own encoding.

Given a folder, every file is read twice: a line that stands in many files of its folder is boilerplate, even if no list
knows it. Files that are named one by one are looked at by themselves.

A file that cannot be read is told on stderr and the others are still analysed; the exit status is then ${EXIT.found}.`,
    )
    .action(run);
};

async function run(named: readonly string[], options: AnalyzeOptions): Promise<void> {
  const engine = loadEngine();
  const { files, inFolders } = await expandFolders(named);
  const recurrenceOf = options.recurrence ? await countRecurrence(inFolders, options.encoding) : undefined;
  const progress = startProgress(files.length);
  for (const { file, inFolder } of files) {
    progress.step(file);
    const read = await readArticleFile(file, options.encoding);
    if ('error' in read) {
      complain(file, read.error);
      failWith(EXIT.found);
      continue;
    }
    const analysis = engine.analyse(read.text, inFolder ? recurrenceOf?.(file, read.text) : undefined);
    const report = reportAnalysis(analysis, file, options.offsets, options.weak);
    const written = read.bom ? shiftReport(report, options.offsets === 'byte' ? 3 : 1) : report;
    process.stdout.write(JSON.stringify(written) + '\n');
  }
  progress.end();
}

interface NamedFile {
  readonly file: string;
  /** Whether the folder was named that it lies in. */
  readonly inFolder: boolean;
}

/** The files that are named, and the articles in the folders that are, in the order given. */
async function expandFolders(
  named: readonly string[],
): Promise<{ files: NamedFile[]; inFolders: readonly string[] }> {
  const files: NamedFile[] = [];
  for (const name of named) {
    if (name === '-' || !(await isFolder(name))) {
      files.push({ file: name, inFolder: false });
      continue;
    }
    const { articles } = await readProjectFolder(name);
    if (articles.length === 0) {
      complain(name, 'there are no articles in this folder');
      failWith(EXIT.found);
    }
    for (const article of articles) files.push({ file: path.join(name, article), inFolder: true });
  }
  const inFolders = new Set(files.filter(({ inFolder }) => inFolder).map(({ file }) => file));
  return { files, inFolders: [...inFolders] };
}

const isFolder = async (name: string): Promise<boolean> => {
  try {
    return (await stat(name)).isDirectory();
  } catch {
    return false;
  }
};

/** The report with all offsets counted from `by` earlier: a byte order mark that the engine did not see. */
function shiftReport(report: AnalysisReport, by: number): AnalysisReport {
  const shift = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...report,
    boilerplate: report.boilerplate.map(shift),
    entities: report.entities.map(shift),
    quotations: report.quotations.map((quotation) => ({
      ...shift(quotation),
      speaker: quotation.speaker && shift(quotation.speaker),
      cue: quotation.cue && shift(quotation.cue),
    })),
  };
}
