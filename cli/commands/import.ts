import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { GOLD_ANNOTATOR } from '../../core/annotations/gold.ts';
import type { ReadDocument } from '../../core/formats/format.ts';
import { formatById, FORMATS } from '../../core/formats/formats.ts';
import { IMPORTED, lossOf } from '../../core/importing/import-document.ts';
import type { ImportLoss, ImportRules } from '../../core/importing/import-document.ts';
import { matchArticles } from '../../core/importing/match.ts';
import type { KnownArticle } from '../../core/importing/match.ts';
import { PROJECT_FILE } from '../../core/labels/project.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import { readArticleFile, UsageError, writeFileWhole } from '../files.ts';
import { newArticle } from '../importing/new-article.ts';
import type { ImportOptions, Sums } from '../importing/options.ts';
import { readDataset } from '../importing/read-dataset.ts';
import { take } from '../importing/take.ts';
import { tell } from '../importing/tell.ts';
import { startProgress } from '../progress.ts';
import { readProjectFolder } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

/** `hashiya import DATASET`: a dataset's spans as annotations or marks of a project. */
export const importDataset: AddCommand = (program) => {
  program
    .command('import')
    .summary('take a dataset into a project, as annotations or as marks')
    .description(
      'Finds the articles of a dataset in a project and places its spans in them by their words; tells every span that could not be placed.',
    )
    .argument('<dataset>', 'the file or folder of the dataset')
    .requiredOption('-f, --format <format>', `what it is: ${FORMATS.map(({ id }) => id).join(', ')}`)
    .option('-p, --project <folder>', 'the project that it is taken into', '.')
    .option('-a, --annotator <name>', 'take the spans as annotations of this annotator')
    .option('--marks', 'take them as marks, to be accepted or rejected one by one')
    .option('--silver', 'take spans too that nobody had decided on, as annotations')
    .addOption(
      new Option('-r, --rename <old=new>', 'a label of the dataset and the project’s for it; may be repeated')
        .argParser(renaming)
        .default(new Map(), 'none'),
    )
    .option('--articles <folder>', 'write texts of which the project has no article into this folder of it')
    .option('--dry-run', 'write nothing, only tell what would be')
    .option('--strict', `end with status ${EXIT.found} if any span could not be taken`)
    .option('--losses <path>', 'write every span that could not be taken, one JSON object a line')
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
An article is found by its path, else by its file name, else by its lines. What the annotator has decided already stays
as it is, so that importing twice changes nothing.`,
    )
    .action(run);
};

function renaming(pair: string, before: ReadonlyMap<string, string>): Map<string, string> {
  const [from, to] = pair.split('=');
  if (!from || !to) throw new InvalidArgumentError('Write it as PERSON=PER.');
  return new Map([...before, [from, to]]);
}

async function run(dataset: string, options: ImportOptions): Promise<void> {
  const format = formatById(options.format);
  if (!format)
    throw new UsageError(
      `there is no format "${options.format}"; there are ${FORMATS.map(({ id }) => id).join(', ')}`,
    );
  if ((options.annotator === undefined) === !options.marks)
    throw new UsageError('say either whose annotations these shall be, with --annotator, or --marks');
  if (options.annotator?.trim() === '') throw new UsageError('an annotator has a name: --annotator NAME');
  const project = await readProjectFolder(options.project);
  const documents = await readDataset(dataset, format, project);
  const known = await readArticles(project, options.encoding);
  const losses: ImportLoss[] = [];
  const sums: Sums = { articles: 0, taken: 0, known: 0, written: 0 };
  const rules: ImportRules = {
    annotator: options.annotator ?? '',
    now: new Date().toISOString(),
    newId: randomUUID,
    source: IMPORTED + format.id,
    familyOf: familyLookup(project.project),
    rename: options.rename,
    silver: options.silver === true || options.marks === true,
  };
  const matched = new Map<KnownArticle, ReadDocument[]>();
  for (const [i, article] of matchArticles(documents, known).entries()) {
    const document = documents[i] as ReadDocument;
    const target = article ?? (await newArticle(document, i, project, options));
    if (target) {
      matched.set(target, [...(matched.get(target) ?? []), document]);
      if (!article) sums.written++;
    } else
      for (const span of document.spans)
        losses.push(lossOf(document.file ?? `document ${i + 1}`, document.text, span, 'not-found'));
  }
  const progress = startProgress(matched.size);
  for (const [article, parts] of matched) {
    progress.step(article.path);
    await take(article, parts, project.folder, rules, options, sums, losses);
  }
  progress.end();
  if (options.losses !== undefined)
    await writeFileWhole(options.losses, losses.map((loss) => `${JSON.stringify(loss)}\n`).join(''));
  tell(sums, losses, options);
  const { annotators } = project.project;
  if (options.annotator !== undefined && annotators.length > 0 && !mayAnnotate(options.annotator, annotators))
    complain(
      path.join(project.folder, PROJECT_FILE),
      `"${options.annotator}" is not among the "annotators"; \`hashiya check\` takes that for an error`,
    );
  if (options.strict && losses.length > 0) failWith(EXIT.found);
}

const mayAnnotate = (annotator: string, annotators: readonly string[]): boolean =>
  annotator === GOLD_ANNOTATOR || annotators.includes(annotator);

async function readArticles(
  { folder, articles }: ProjectFolder,
  encoding: string | undefined,
): Promise<KnownArticle[]> {
  const known: KnownArticle[] = [];
  for (const article of articles) {
    const read = await readArticleFile(path.join(folder, article), encoding);
    if ('error' in read) {
      complain(path.join(folder, article), read.error);
      failWith(EXIT.found);
    } else known.push({ path: article, text: read.text });
  }
  return known;
}
