import path from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { ARTICLE_STATUSES } from '../../core/annotations/status.ts';
import { SPLIT_WAYS } from '../../core/dataset/splits/split-plan.ts';
import { MARK_FAMILIES } from '../../core/labels/marks.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { makeDataset } from '../export/make.ts';
import { rebuild, writeLock } from '../export/rebuild.ts';
import { formatOf, settle } from '../export/settings.ts';
import type { AskedOptions } from '../export/settings.ts';
import { tell } from '../export/tell.ts';
import { keepOutOfProject, refuseFolderOnStandardOutput, writeFiles, writeTo } from '../export/write.ts';
import { UsageError } from '../files.ts';
import { readProjectFolder } from '../project-folder.ts';
import { encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface ExportOptions extends AskedOptions {
  readonly strict?: boolean;
  readonly losses?: string;
  readonly output?: string;
  readonly lock?: string;
  readonly locked?: string;
}

/** `hashiya export [FOLDER]`: a project's annotations as a dataset that was read back and compared. */
export const exportDataset: AddCommand = (program) => {
  program
    .command('export')
    .summary('write the annotations of a project as a dataset')
    .description(
      'Writes the annotations of a project as a dataset, reads it back, and tells every span that it lost or changed.',
    )
    .argument(
      '[folder]',
      'the project: the folder with the articles, and with hashiya.json if there is one (default: the current one)',
    )
    .addOption(
      new Option('-f, --format <format>', "format of the dataset (default: the project's)").choices(
        FORMATS.map(({ id }) => id),
      ),
    )
    .addOption(
      new Option(
        '-a, --annotator <name>',
        'whose annotations, where several people annotated; given again, those of the next one where the first has none',
      ).argParser((name, before: readonly string[] | undefined) => [...(before ?? []), name]),
    )
    .addOption(listOption('--families <list>', `which families of labels: ${MARK_FAMILIES.join(', ')}`))
    .addOption(listOption('--labels <list>', 'which labels, parted by commas'))
    .addOption(listOption('--status <list>', `articles of which status: ${ARTICLE_STATUSES.join(', ')}`))
    .option('--marks', 'take in what the engine suggests and nobody has decided on, as silver')
    .option('--no-marks', 'take annotations alone')
    .option('--boilerplate', 'keep lines that are not the articles’ own')
    .option('--no-boilerplate', 'leave them out of the text; spans are carried along')
    .option('--sentences', 'make each sentence a document; what runs over several is told')
    .option('--no-sentences', 'make each article a document')
    .option('--split <shares>', 'train/validation/test as 80/10/10, or train/test as 80/20')
    .addOption(new Option('--split-by <way>', 'what decides where an article goes').choices(SPLIT_WAYS))
    .addOption(
      listOption(
        '--split-dates <days>',
        'by date: the days with which validation and test begin, or test alone',
      ),
    )
    .option('--seed <text>', 'by ratio or outlet: another one splits otherwise')
    .option('--lock <path>', 'write what the dataset was made of, so that it can be made again')
    .option('--locked <path>', 'make the dataset of this lock file again, byte for byte, or say what changed')
    .option('--strict', `end with status ${EXIT.found} if any span is lost or changed`)
    .option('--losses <path>', 'write every span that was lost or changed, one JSON object a line')
    .addOption(encodingOption())
    .option('-o, --output <path>', 'where to; "-" is standard output (default: "-")')
    .addHelpText(
      'after',
      `\nA split dataset is a folder: a file or a folder for each of train, validation and test. Near-duplicates never part.\n\nFormats:\n${FORMATS.map(describeFormat).join('\n')}`,
    )
    .action(run);
};

const WIDEST = Math.max(...FORMATS.map(({ id }) => id.length));

const describeFormat = ({ id, title, description }: DatasetFormat): string =>
  `  ${id.padEnd(WIDEST)}  ${title.en}. ${description.en}`;

const listOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((list) => list.split(',').map((one) => one.trim()));

async function run(folder: string | undefined, options: ExportOptions, command: Command): Promise<void> {
  if (options.locked !== undefined) {
    refuseBesideLocked(command);
    await rebuild(options.locked, folder, options.output);
    return;
  }
  const output = options.output ?? '-';
  if (options.lock !== undefined && output === '-')
    throw new UsageError('a lock names the files of a dataset: say with -o where they go');
  const project = await readProjectFolder(folder ?? '.');
  const settled = settle(project, options, path.basename(path.resolve(folder ?? '.')));
  const format = formatOf(settled.format);
  refuseFolderOnStandardOutput(format, settled, output);
  const made = await makeDataset(project, settled);
  keepOutOfProject(made.dataset, project, output);
  await writeFiles(made.dataset, output);
  if (options.losses !== undefined)
    await writeTo(options.losses, made.dataset.losses.map((loss) => `${JSON.stringify(loss)}\n`).join(''));
  // What was asked for beside the dataset may lie in its folder.
  const beside = [options.lock, options.losses].flatMap((file) => file ?? []);
  tell(made, settled, format, output, { folder: project.folder, beside });
  if (options.lock !== undefined) await writeLock(options.lock, made, folder ?? '.', output);
  if (options.strict && made.dataset.losses.length > 0) failWith(EXIT.found);
}

/** The lock says it all: an option beside it would be overruled in silence. */
function refuseBesideLocked(command: Command): void {
  const given = command.options
    .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
    .map(({ long }) => long ?? '')
    .filter((long) => long !== '--locked' && long !== '--output');
  if (given.length > 0)
    throw new UsageError(`the lock file says all but --output; leave out ${given.join(', ')}`);
}
