import { Option } from 'commander';
import { reportAnalysis } from '../../core/analysis/report.ts';
import type { AnalysisReport } from '../../core/analysis/report.ts';
import { OFFSET_UNITS } from '../../core/text/offset-units.ts';
import type { OffsetUnit } from '../../core/text/offset-units.ts';
import { loadEngine } from '../engine.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

/** `hashiya analyze FILE…`: what the engine finds, one JSON object a line per file. */
export const analyze: AddCommand = (program) => {
  program
    .command('analyze')
    .summary('print what the engine finds in articles')
    .description(
      'Prints one JSON object a line per file: the class of each line, boilerplate, entities and quotations.',
    )
    .argument('<file...>', 'articles as plain text; "-" is standard input')
    .addOption(
      new Option('--offsets <unit>', 'unit of all offsets, end exclusive')
        .choices(OFFSET_UNITS)
        .default('codepoint'),
    )
    .option('--weak', 'list entities that are hardly to be relied on too, flagged as "weak"')
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
Offsets count from the start of the file's text as it stands: "\\r\\n" counts two, a byte order mark of UTF-8 counts as
the character that it is (that of UTF-16 is no part of the text). With --offsets byte they count bytes of the text in
UTF-8, whatever the file's own encoding.

A file that cannot be read is told on stderr and the others are still analysed; the exit status is then ${EXIT.found}.`,
    )
    .action(async (files: string[], options: { offsets: OffsetUnit; weak?: boolean; encoding?: string }) => {
      const engine = loadEngine();
      const progress = startProgress(files.length);
      for (const file of files) {
        progress.step(file);
        const read = await readArticleFile(file, options.encoding);
        if ('error' in read) {
          complain(file, read.error);
          failWith(EXIT.found);
          continue;
        }
        const report = reportAnalysis(engine.analyse(read.text), file, options.offsets, options.weak);
        const written = read.bom ? shiftReport(report, options.offsets === 'byte' ? 3 : 1) : report;
        process.stdout.write(JSON.stringify(written) + '\n');
      }
      progress.end();
    });
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
