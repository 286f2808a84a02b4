import { Option } from 'commander';
import { checkRulesOf } from '../../core/dataset/check-file.ts';
import { checkAnnotations } from '../../core/dataset/check.ts';
import type { ProjectProblem } from '../../core/labels/project-problem.ts';
import { PROJECT_FILE } from '../../core/labels/project.ts';
import { readAnnotationFiles } from '../annotation-files.ts';
import { counted } from '../counted.ts';
import { describeFinding } from '../describe-finding.ts';
import { exportProblem } from '../export/settings.ts';
import { MESSAGE_FORMATS, writeMessage } from '../message.ts';
import type { Message, MessageFormat } from '../message.ts';
import { readProject } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

/** `hashiya check [FOLDER]`: whether a project's files are sound. */
export const check: AddCommand = (program) => {
  program
    .command('check')
    .summary('check the annotations of a project')
    .description(
      'Checks the project file and every annotation: files that cannot be read, labels, attributes and relations that the scheme does not have or allow, what is required and missing, anchors that lost their words, overlaps, what annotators disagree on, names under two labels.',
    )
    .argument(
      '[folder]',
      'the project: the folder with the articles, and with hashiya.json if there is one',
      '.',
    )
    .option('--strict', 'let warnings count as errors')
    .addOption(
      new Option(
        '--format <format>',
        'how findings are printed: as lines for people and editors, as annotations of a GitHub Actions run, or as one JSON object a line',
      )
        .choices(MESSAGE_FORMATS)
        .default('text'),
    )
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
Prints a line for each finding, "file:line: error: …" or "file:line: warning: …". Paths are those from the current
folder.
Exit status: ${EXIT.fine} nothing but warnings, ${EXIT.found} errors, ${EXIT.usage} nothing could be checked.`,
    )
    .action(run);
};

interface CheckOptions {
  readonly strict?: boolean;
  readonly format: MessageFormat;
  readonly encoding?: string;
}

async function run(folder: string, options: CheckOptions): Promise<void> {
  const project = await readProject(folder);
  const files = await readAnnotationFiles(project, options.encoding);
  const findings = checkAnnotations(files, checkRulesOf(project.project));
  const messages = [
    ...project.problems.map((problem) => describeProblem(project, problem)),
    ...describeExport(project),
    ...findings.map(describeFinding),
  ];
  for (const message of messages) process.stdout.write(`${writeMessage(options.format, folder, message)}\n`);
  const errors = messages.filter(({ severity }) => severity === 'error').length;
  const annotations = files.reduce((sum, { stored }) => sum + stored.annotations.length, 0);
  process.stderr.write(
    `${counted(annotations, 'annotation')} in ${counted(files.length, 'file')}: ${counted(errors, 'error')}, ${counted(messages.length - errors, 'warning')}.\n`,
  );
  if (errors > 0 || (options.strict && messages.length > 0)) failWith(EXIT.found);
}

/** What an export would refuse, told before one is made. */
function describeExport(project: ProjectFolder): Message[] {
  const text = exportProblem(project);
  return text === null
    ? []
    : [
        {
          file: PROJECT_FILE,
          line: 0,
          column: 0,
          severity: 'error',
          code: 'project',
          text: `"export": ${text}`,
        },
      ];
}

/** What is wrong with the project file, in words. */
function describeProblem({ content }: ProjectFolder, { severity, message, start }: ProjectProblem): Message {
  const before = (content ?? '').slice(0, start).split('\n');
  return {
    file: PROJECT_FILE,
    line: before.length,
    column: (before[before.length - 1]?.length ?? 0) + 1,
    severity,
    code: 'project',
    text: message.en,
  };
}
