import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { withImportedMarks } from '../../core/annotations/imported-marks.ts';
import { marksOfProject } from '../../core/annotations/marks-of-project.ts';
import { statusOf } from '../../core/annotations/status.ts';
import { byPrecedence, countArticle } from '../../core/dataset/statistics/count-article.ts';
import type { Version } from '../../core/dataset/statistics/count-article.ts';
import { projectStatistics } from '../../core/dataset/statistics/statistics.ts';
import type { CountedArticle } from '../../core/dataset/statistics/statistics.ts';
import { atOnce } from '../../core/text/steps.ts';
import { storedWords } from '../describe-finding.ts';
import { describeStatistics } from '../describe-statistics.ts';
import { loadEngine } from '../engine.ts';
import { readArticleFile } from '../files.ts';
import { startProgress } from '../progress.ts';
import { chooseAnnotator, readMarks, readProject, readStore } from '../project-folder.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { countRecurrence } from '../recurrence.ts';
import { complain, encodingOption, EXIT, failWith } from './command.ts';
import type { AddCommand } from './command.ts';

interface StatsOptions {
  readonly annotator?: string;
  readonly json?: boolean;
  readonly top: number;
  readonly encoding?: string;
}

/** `hashiya stats [FOLDER]`: what a project holds, and how far the work on it is. */
export const stats: AddCommand = (program) => {
  program
    .command('stats')
    .summary('count what a project holds and how far the work is')
    .description(
      'Counts labels, names, speakers, lengths and boilerplate of a project’s articles, and what each annotator has done when.',
    )
    .argument(
      '[folder]',
      'the project: the folder with the articles, and with hashiya.json if there is one',
      '.',
    )
    .option('-a, --annotator <name>', 'count the work of one annotator alone')
    .option('--json', 'print every figure as one JSON object')
    .addOption(
      new Option('--top <number>', 'how many names of each label, and how many speakers, a table lists')
        .argParser(readNumber)
        .default(5),
    )
    .addOption(encodingOption())
    .action(run);
};

function readNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number from 0.');
  return Number(text);
}

async function run(folder: string, options: StatsOptions): Promise<void> {
  const project = await readProject(folder);
  const asked = options.annotator === undefined ? null : chooseAnnotator(project, options.annotator);
  const articles = await countArticles(project, asked, options.encoding);
  const statistics = projectStatistics(articles);
  process.stdout.write(
    options.json ? `${JSON.stringify(statistics)}\n` : describeStatistics(statistics, options.top),
  );
}

/** Reads and analyses every article with what was said of it; what cannot be read is told and left out. */
async function countArticles(
  { folder, project, articles, stores }: ProjectFolder,
  asked: string | null,
  encoding: string | undefined,
): Promise<CountedArticle[]> {
  const engine = loadEngine();
  const inProject = marksOfProject(project);
  const order =
    asked === null
      ? byPrecedence(
          stores.map(({ annotator }) => annotator),
          project,
        )
      : [asked];
  const pathOf = new Map(stores.map((store) => [`${store.annotator}\n${store.article}`, store.path]));
  const recurrenceOf = await countRecurrence(
    articles.map((article) => path.join(folder, article)),
    encoding,
  );
  const progress = startProgress(articles.length);
  const counted: CountedArticle[] = [];
  for (const article of articles) {
    progress.step(article);
    const read = await readArticleFile(path.join(folder, article), encoding);
    if ('error' in read) {
      complain(path.join(folder, article), read.error);
      failWith(EXIT.found);
      continue;
    }
    const versions: Version[] = [];
    for (const annotator of order) {
      const store = pathOf.get(`${annotator}\n${article}`);
      if (store === undefined) continue;
      const stored = await readStore(folder, store, read.text);
      if ('error' in stored) {
        complain(path.join(folder, store), stored.error);
        failWith(EXIT.found);
        continue;
      }
      for (const problem of stored.problems) {
        complain(`${path.join(folder, store)}:${problem.line}`, storedWords(problem));
        failWith(EXIT.found);
      }
      versions.push({ annotator, status: statusOf(stored), annotations: stored.annotations });
    }
    const file = path.join(folder, article);
    const found = atOnce(engine.analyseOnceInSteps(read.text, () => recurrenceOf(file, read.text)));
    const analysis = withImportedMarks(found, await readMarks(folder, article, read.text));
    counted.push(countArticle(article, inProject(analysis), versions));
  }
  progress.end();
  return counted;
}
