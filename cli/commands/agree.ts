import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { GOLD_ANNOTATOR } from '../../core/annotations/gold.ts';
import type { AnnotationFile } from '../../core/dataset/annotation-file.ts';
import { agreementOf } from '../../core/dataset/agreement/agreement.ts';
import { chooseCompared } from '../../core/dataset/agreement/compared.ts';
import { findDisagreements } from '../../core/dataset/agreement/disagreements.ts';
import { AGREEMENT_LAYERS, isAbout } from '../../core/dataset/agreement/layers.ts';
import { MEASURE_IDS } from '../../core/dataset/agreement/measures.ts';
import type { MeasureId } from '../../core/dataset/agreement/measures.ts';
import { familyLookup, labelsOf } from '../../core/labels/project-labels.ts';
import { describeJudged, judge } from '../agreement-minimum.ts';
import { agreementRecord, describeFound } from '../agreement-report.ts';
import { readAnnotationFiles } from '../annotation-files.ts';
import { describeMeasures } from '../describe-agreement.ts';
import { storedWords } from '../describe-finding.ts';
import { UsageError } from '../files.ts';
import { writeMessage } from '../message.ts';
import { readProject } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface AgreeOptions {
  readonly annotators?: readonly string[];
  readonly layer?: readonly string[];
  readonly labels?: readonly string[];
  readonly min?: number;
  readonly measure: MeasureId;
  readonly disagreements?: boolean;
  readonly json?: boolean;
  readonly format: 'text' | 'github';
  readonly encoding?: string;
}

const LAYER_IDS = AGREEMENT_LAYERS.map(({ id }) => id);

/** `hashiya agree [FOLDER]`: how far annotators agree, and where they do not. */
export const agree: AddCommand = (program) => {
  program
    .command('agree')
    .summary('measure how far annotators agree')
    .description(
      'Compares what several annotators made of the same articles: F1 of spans, Cohen’s and Fleiss’ kappa, Krippendorff’s alpha, by label, and every place that they decided otherwise.',
    )
    .argument(
      '[folder]',
      'the project: the folder with the articles, and with hashiya.json if there is one',
      '.',
    )
    .addOption(
      new Option(
        '-a, --annotators <names>',
        `whom to compare, parted by commas, or given again for each (default: all who annotated, but not "${GOLD_ANNOTATOR}")`,
      ).argParser((names, before: readonly string[] | undefined) => [...(before ?? []), ...readList(names)]),
    )
    .addOption(
      new Option(
        '--layer <layers>',
        `what to compare, parted by commas: ${LAYER_IDS.join(', ')} (default: all)`,
      ).argParser(readLayers),
    )
    .addOption(
      new Option('--labels <labels>', 'look at these labels alone, parted by commas').argParser(readList),
    )
    .addOption(
      new Option(
        '--min <figure>',
        `end with status ${EXIT.found} if agreement is below this, from -1 to 1`,
      ).argParser(readFigure),
    )
    .addOption(
      new Option('--measure <measure>', 'the measure that --min is about').choices(MEASURE_IDS).default('f1'),
    )
    .option('--disagreements', 'list every place that was decided otherwise, as file:line')
    .addOption(new Option('--json', 'print all figures as one JSON object').conflicts('format'))
    .addOption(
      new Option(
        '--format <format>',
        'github: tell disagreements, and what is below --min, as annotations of a GitHub Actions run',
      )
        .choices(['text', 'github'])
        .default('text'),
    )
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
Measures:
${describeMeasures()}

--min is about the layers that --layer names; without it about entities, or the first layer there is. A figure that is
undefined, because nobody annotated the same twice or nothing varies, is not below it, and is told on stderr.
Exit status: ${EXIT.fine} fine, ${EXIT.found} below --min or a file cannot be read, ${EXIT.usage} wrong options, no such folder.`,
    )
    .action(run);
};

const readList = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

function readLayers(text: string): string[] {
  const layers = readList(text);
  const unknown = layers.find((layer) => !LAYER_IDS.some((id) => id === layer));
  if (layers.length === 0 || unknown !== undefined)
    throw new InvalidArgumentError(`There are ${LAYER_IDS.join(', ')}.`);
  return layers;
}

function readFigure(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= -1 && value <= 1))
    throw new InvalidArgumentError('A number from -1 to 1, such as 0.8.');
  return value;
}

async function run(folder: string, options: AgreeOptions): Promise<void> {
  const project = await readProject(folder);
  const annotators = chooseAnnotators(project, options.annotators);
  const layers = AGREEMENT_LAYERS.filter(({ id }) => options.layer?.includes(id) ?? true);
  const labels = knownLabels(project, options.labels ?? []);
  const files = await readAnnotationFiles(project, options.encoding);
  tellUnreadLines(folder, files, annotators);
  const { articles, leftOut } = chooseCompared(files, {
    annotators,
    families: [...new Set(layers.map(({ family }) => family))],
    familyOf: familyLookup(project.project),
  });
  const agreement = agreementOf(articles, annotators, layers, labels);
  const disagreements = articles.flatMap((article) =>
    findDisagreements(article.text, article.versions)
      .filter((disagreement) => layers.some((layer) => isAbout(layer, disagreement, labels)))
      .map((disagreement) => ({ article, disagreement })),
  );
  const judged =
    options.min === undefined ? [] : judge(agreement, options.min, options.measure, options.layer ?? null);
  const isListing = options.disagreements === true;
  const found = { annotators, articles, agreement, disagreements, leftOut };
  if (options.json)
    process.stdout.write(
      `${JSON.stringify(agreementRecord(found, options.min === undefined ? null : judged, isListing))}\n`,
    );
  else process.stdout.write(describeFound(found, isListing ? options.format : null, folder));
  for (const one of judged) {
    const text = describeJudged(one);
    if (text === null) continue;
    process.stderr.write(`hashiya: ${text}\n`);
    if (one.reached) continue;
    const place = { file: '', line: 0, column: 0 };
    if (options.format === 'github')
      process.stdout.write(
        `${writeMessage('github', folder, { ...place, severity: 'error', code: 'agreement', text })}\n`,
      );
    failWith(EXIT.found);
  }
}

/** Lines that cannot be read count for nothing in the figures: that is told, and the program ends with status 1. */
function tellUnreadLines(
  folder: string,
  files: readonly AnnotationFile[],
  annotators: readonly string[],
): void {
  for (const { path: store, annotator, stored } of files)
    for (const problem of annotators.includes(annotator) ? stored.problems : []) {
      complain(`${path.join(folder, store)}:${problem.line}`, storedWords(problem));
      failWith(EXIT.found);
    }
}

/** Those asked for, else all who annotated but gold, which is nobody's own work. */
function chooseAnnotators({ stores }: ProjectFolder, asked: readonly string[] | undefined): string[] {
  const known = [...new Set(stores.map(({ annotator }) => annotator))].sort();
  const unknown = asked?.find((annotator) => !known.includes(annotator));
  if (unknown !== undefined)
    throw new UsageError(
      `there are no annotations by "${unknown}"; there are some by ${known.join(', ') || 'nobody'}`,
    );
  const annotators = asked ? [...new Set(asked)] : known.filter((annotator) => annotator !== GOLD_ANNOTATOR);
  if (asked && annotators.length < 2) throw new UsageError('agreement takes two annotators or more');
  return annotators;
}

function knownLabels({ project }: ProjectFolder, asked: readonly string[]): readonly string[] {
  const known = labelsOf(project).map(({ id }) => id);
  const unknown = asked.find((label) => !known.includes(label));
  if (unknown !== undefined)
    throw new UsageError(`the project has no label "${unknown}"; there are ${known.join(', ')}`);
  return asked;
}
