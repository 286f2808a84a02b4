import path from 'node:path';
import { Option } from 'commander';
import { buildDocument } from '../../core/dataset/build-document.ts';
import type { BuiltDocument } from '../../core/dataset/build-document.ts';
import { LOSS_REASONS } from '../../core/dataset/document.ts';
import type { Loss } from '../../core/dataset/document.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import { formatById, FORMATS } from '../../core/formats/formats.ts';
import { describeLoss } from '../../core/formats/losses.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';
import type { ProvenDataset } from '../../core/formats/write-dataset.ts';
import { counted } from '../counted.ts';
import { storedWords } from '../describe-finding.ts';
import { loadEngine } from '../engine.ts';
import { fileErrorText, readArticleFile, UsageError, writeFileWhole } from '../files.ts';
import { startProgress } from '../progress.ts';
import { chooseAnnotator, readProjectFolder, readStore } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { countRecurrence } from '../recurrence.ts';
import { VERSION } from '../version.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface ExportOptions {
  readonly format?: string;
  readonly marks?: boolean;
  readonly boilerplate?: boolean;
  readonly annotator?: string;
  readonly strict?: boolean;
  readonly encoding?: string;
  readonly losses?: string;
  readonly output?: string;
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
      'the project: the folder with the articles, and with hashiya.json if there is one',
      '.',
    )
    .addOption(
      new Option('-f, --format <format>', "format of the dataset (default: the project's)").choices(
        FORMATS.map(({ id }) => id),
      ),
    )
    .option('--marks', 'take in what the engine suggests and nobody has decided on, as silver')
    .option('--no-marks', 'take annotations alone')
    .option('--boilerplate', 'keep lines that are not the articles’ own')
    .option('--no-boilerplate', 'leave them out of the text; spans are carried along')
    .option('-a, --annotator <name>', 'whose annotations, where several people annotated')
    .option('--strict', `end with status ${EXIT.found} if any span is lost or changed`)
    .option('--losses <path>', 'write every span that was lost or changed, one JSON object a line')
    .addOption(encodingOption())
    .option('-o, --output <path>', 'where to; "-" is standard output', '-')
    .addHelpText('after', `\nFormats:\n${FORMATS.map(describeFormat).join('\n')}`)
    .action(run);
};

const describeFormat = ({ id, title, description }: DatasetFormat): string =>
  `  ${id.padEnd(14)}${title.en}. ${description.en}`;

async function run(folder: string, options: ExportOptions): Promise<void> {
  const project = await readProjectFolder(folder);
  const { export: defaults } = project.project;
  const id = options.format ?? defaults.format;
  const format = formatById(id);
  if (!format)
    throw new UsageError(
      `hashiya.json asks for the format "${id}"; there are ${FORMATS.map((one) => one.id).join(', ')}`,
    );
  const chosen = {
    marks: options.marks ?? defaults.marks,
    boilerplate: options.boilerplate ?? defaults.boilerplate,
  };
  const annotator = chooseAnnotator(project, options.annotator);
  if (annotator === null && !chosen.marks)
    throw new UsageError(
      `${folder}: nobody has annotated here yet; --marks exports what the engine suggests, as silver`,
    );
  const { built, skipped } = await buildDocuments(project, annotator, chosen, options.encoding);
  const dataset = writeDataset(format, built, `hashiya ${VERSION}`);
  await write(dataset, format, options.output ?? '-');
  if (options.losses !== undefined)
    await writeTo(options.losses, dataset.losses.map((loss) => `${JSON.stringify(loss)}\n`).join(''));
  tell(dataset, format, skipped, options.output ?? '-');
  if (options.strict && dataset.losses.length > 0) failWith(EXIT.found);
}

async function buildDocuments(
  { folder, articles, stores }: ProjectFolder,
  annotator: string | null,
  options: { readonly marks: boolean; readonly boilerplate: boolean },
  encoding: string | undefined,
): Promise<{ built: BuiltDocument[]; skipped: number }> {
  const engine = loadEngine();
  const own = new Map(
    stores.filter((store) => store.annotator === annotator).map((store) => [store.article, store.path]),
  );
  const lost = [...own].filter(([article]) => !articles.includes(article));
  for (const [article, store] of lost) {
    complain(store, `the project has no article ${article}; its annotations are not exported`);
    failWith(EXIT.found);
  }
  const recurrenceOf = await countRecurrence(
    articles.map((article) => path.join(folder, article)),
    encoding,
  );
  const progress = startProgress(articles.length);
  const built: BuiltDocument[] = [];
  let skipped = 0;
  for (const article of articles) {
    progress.step(article);
    const store = own.get(article);
    if (store === undefined && !options.marks) {
      skipped++;
      continue;
    }
    const read = await readArticleFile(path.join(folder, article), encoding);
    if ('error' in read) {
      complain(article, read.error);
      failWith(EXIT.found);
      continue;
    }
    const stored = store === undefined ? null : await readStore(folder, store, read.text);
    if (stored && 'error' in stored) {
      complain(store ?? article, stored.error);
      failWith(EXIT.found);
      continue;
    }
    for (const problem of stored?.problems ?? []) {
      complain(`${store ?? ''}:${problem.line}`, storedWords(problem));
      failWith(EXIT.found);
    }
    const analysis = engine.analyse(read.text, recurrenceOf(path.join(folder, article), read.text));
    built.push(buildDocument(article, analysis, stored?.annotations ?? [], options));
  }
  progress.end();
  return { built, skipped };
}

async function write({ files }: ProvenDataset, format: DatasetFormat, output: string): Promise<void> {
  if (output === '-') {
    if (format.suffix === '') throw new UsageError(`${format.id} is a folder of files: say where with -o`);
    for (const { content } of files) process.stdout.write(content);
    return;
  }
  for (const file of files)
    await writeTo(file.path === '' ? output : path.join(output, file.path), file.content);
}

async function writeTo(target: string, content: string): Promise<void> {
  try {
    await writeFileWhole(target, content);
  } catch (error) {
    throw new UsageError(`${target}: ${fileErrorText(error)}`);
  }
}

/** As many losses of one kind are told one by one; thousands would hide everything else. */
const SHOWN = 10;

const byReason = (losses: readonly Loss[]): Loss[][] =>
  LOSS_REASONS.map((reason) => losses.filter((loss) => loss.reason === reason));

/** What was done, on stderr: the dataset itself may be on stdout. */
function tell(dataset: ProvenDataset, format: DatasetFormat, skipped: number, output: string): void {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  for (const losses of byReason(dataset.losses)) {
    for (const loss of losses.slice(0, SHOWN)) say(describeLoss(loss).en);
    if (losses.length > SHOWN)
      say(`… and ${losses.length - SHOWN} more of this kind; --losses writes them all.`);
  }
  for (const { layer, count } of dataset.omitted)
    say(`${format.id} has no ${layer}: ${count} of them left out.`);
  if (dataset.silver > 0 && !format.tellsSilver)
    say(
      `${format.id} cannot tell silver from decided: ${dataset.silver} spans are the engine's suggestions alone.`,
    );
  if (dataset.leftOut > 0)
    say(`${counted(dataset.leftOut, 'annotation')} in boilerplate left out with it; --boilerplate keeps it.`);
  if (skipped > 0) say(`${counted(skipped, 'article')} without annotations left out; --marks takes them in.`);
  const silver = dataset.silver > 0 ? ` (${dataset.silver} silver)` : '';
  const where = output === '-' ? '' : ` to ${output}`;
  const what = `${counted(dataset.articles, 'article')} with ${counted(dataset.spans, 'span')}`;
  say(`Wrote ${what}${silver}${where}; ${dataset.losses.length} lost or changed.`);
}
