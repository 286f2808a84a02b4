import path from 'node:path';
import { checkAnnotations } from '../../core/dataset/check.ts';
import type { CheckedFile } from '../../core/dataset/check.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import { PROJECT_FILE } from '../../core/labels/project.ts';
import { counted } from '../counted.ts';
import { describeFinding } from '../describe-finding.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { readProjectFolder, readStore } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

/** `hashiya check [FOLDER]`: whether a project's files are sound. */
export const check: AddCommand = (program) => {
  program
    .command('check')
    .summary('check the annotations of a project')
    .description(
      'Checks the project file and every annotation: files that cannot be read, labels of no scheme, anchors that lost their words, overlaps, what annotators disagree on, names under two labels.',
    )
    .argument(
      '[folder]',
      'the project: the folder with the articles, and with hashiya.json if there is one',
      '.',
    )
    .option('--strict', 'let warnings count as errors')
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
Prints a line for each finding, "file:line: error: …" or "file:line: warning: …".
Exit status: ${EXIT.fine} nothing but warnings, ${EXIT.found} errors, ${EXIT.usage} nothing could be checked.`,
    )
    .action(run);
};

async function run(
  folder: string,
  options: { readonly strict?: boolean; readonly encoding?: string },
): Promise<void> {
  const project = await readProjectFolder(folder);
  const lines = project.problems.map(({ severity, message, start }) => ({
    severity,
    line: `${PROJECT_FILE}:${lineAndColumn(project.content ?? '', start)}: ${severity}: ${message.en}`,
  }));
  const files = await readFiles(project, options.encoding);
  const findings = checkAnnotations(files, {
    familyOf: familyLookup(project.project),
    annotators: project.project.annotators,
  });
  lines.push(...findings.map((finding) => ({ severity: finding.severity, line: describeFinding(finding) })));
  for (const { line } of lines) process.stdout.write(`${line}\n`);
  const errors = lines.filter(({ severity }) => severity === 'error').length;
  const annotations = files.reduce((sum, { stored }) => sum + stored.annotations.length, 0);
  process.stderr.write(
    `${counted(annotations, 'annotation')} in ${counted(files.length, 'file')}: ${counted(errors, 'error')}, ${counted(lines.length - errors, 'warning')}.\n`,
  );
  if (errors > 0 || (options.strict && lines.length > 0)) failWith(EXIT.found);
}

async function readFiles(
  { folder, stores }: ProjectFolder,
  encoding: string | undefined,
): Promise<CheckedFile[]> {
  const progress = startProgress(stores.length);
  const files: CheckedFile[] = [];
  for (const store of stores) {
    progress.step(store.path);
    const read = await readArticleFile(path.join(folder, store.article), encoding);
    if ('error' in read && read.error !== 'there is no such file') {
      complain(store.article, read.error);
      failWith(EXIT.found);
      continue;
    }
    const text = 'error' in read ? null : read.text;
    const stored = await readStore(folder, store.path, text ?? '');
    if ('error' in stored) {
      complain(store.path, stored.error);
      failWith(EXIT.found);
    } else files.push({ ...store, text, stored });
  }
  progress.end();
  return files;
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before[before.length - 1]?.length ?? 0) + 1}`;
}
