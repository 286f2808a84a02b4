import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { loadEngine } from '../engine.ts';
import { readGoldFolder } from '../gold.ts';
import type { GoldArticle } from '../gold.ts';
import { readSet, SETS } from './articles.ts';
import type { SetName } from './articles.ts';
import { calibrate, judge, printCalibration } from './calibration.ts';
import { inCodePoints } from './code-points.ts';
import { readCorpus, scoreCorpus } from './corpus.ts';
import { printError } from './errors.ts';
import { recordResults } from './record.ts';
import { score } from './score.ts';
import type { Row, ScoredArticle, Scores } from './score.ts';
import { printRow, printScores } from './tables.ts';

const HELP = `Evaluates the engine on annotated articles.

npm run evaluate -- [SET…] [--errors] [--calibration] [--record]
npm run evaluate -- --gold FOLDER --articles FOLDER [--errors] [--calibration]
npm run evaluate -- --corpus FILE.conll [--sentences N]

SET is samples, seeds, dev or held-out; by default all that are on this machine. The last three lie in ../shared,
outside the project. dev and held-out differ by outlet; the errors of held-out are not listed, since what is worked out
on them would make its figures worthless.

  --gold FOLDER      NAME.gold files to evaluate, instead of a set
  --articles FOLDER  where their NAME.txt lie (default: the same folder)
  --errors           list what was missed and what was found falsely
  --calibration      of the entities marked with some confidence, the share that is right; weak suggestions included
  --record           write the main figures into docs/results.md, under the version in package.json
  --corpus FILE      persons, places and organisations in a corpus in columns, by range of tokens
  --sentences N      how many of its sentences to read as one article (default: 10)`;

/**
 * The program behind `npm run evaluate`; `root` is the project's folder.
 * @returns the exit status: 2 for arguments that cannot be followed
 */
export function main(args: readonly string[], root: string): number {
  const options = read(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const engine = loadEngine(root);
  if (values.corpus !== undefined) {
    const texts = readCorpus(readFileSync(values.corpus, 'utf8'), Number(values.sentences));
    console.log(`# ${path.basename(values.corpus)}`);
    for (const row of scoreCorpus(texts, (text) => engine.analyse(text).entities)) console.log(printRow(row));
    return 0;
  }
  const results = new Map<string, Scores>();
  for (const [set, articles] of articlesOf(values, positionals as SetName[], root)) {
    if (!articles) {
      if (positionals.length > 0) console.log(`# ${set}: not on this machine`);
      continue;
    }
    const analysed = articles.map((gold) => ({ gold, analysis: engine.analyse(gold.text) }));
    const scored = analysed.map(({ gold, analysis }) => inCodePoints(gold, analysis));
    const scores = score(scored);
    results.set(set, scores);
    console.log(`# ${set}: ${articles.length} articles`);
    if (values.errors && set !== 'held-out') printErrors(scores, scored);
    console.log(printScores(scores));
    if (values.calibration) {
      const judged = analysed.flatMap(({ gold, analysis }) =>
        judge(gold, reportAnalysis(analysis, gold.name, 'utf16', true).entities),
      );
      console.log(printCalibration(calibrate(judged)));
    }
  }
  if (values.record) console.log(`Recorded in ${recordResults(root, rowsOf(results))}.`);
  return 0;
}

const rowsOf = (results: ReadonlyMap<string, Scores>): Map<string, readonly Row[]> =>
  new Map(Array.from(results, ([set, { tables }]) => [set, tables.flatMap(({ rows }) => rows)]));

const OPTIONS = {
  gold: { type: 'string' },
  articles: { type: 'string' },
  errors: { type: 'boolean' },
  calibration: { type: 'boolean' },
  record: { type: 'boolean' },
  corpus: { type: 'string' },
  sentences: { type: 'string', default: '10' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The arguments, or what is wrong with them. */
function read(args: readonly string[]) {
  try {
    const options = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const unknown = options.positionals.find((set) => !(SETS as readonly string[]).includes(set));
    if (unknown !== undefined) return `There is no set "${unknown}".`;
    if (!(Number(options.values.sentences) >= 1)) return '--sentences takes a number from 1 on.';
    if (options.values.errors && options.positionals.includes('held-out'))
      return 'The errors of held-out are not listed; its totals are, without --errors.';
    return options;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function* articlesOf(
  { gold, articles }: { gold?: string; articles?: string },
  sets: readonly SetName[],
  root: string,
): Generator<[string, GoldArticle[] | null]> {
  if (gold !== undefined) yield [path.basename(gold), readGoldFolder(gold, articles ?? gold)];
  else for (const set of sets.length > 0 ? sets : SETS) yield [set, readSet(set, root)];
}

function printErrors({ errors }: Scores, articles: readonly ScoredArticle[]): void {
  const characters = new Map(articles.map(({ gold }) => [gold.name, [...gold.text]]));
  for (const error of errors) console.log(printError(error, characters.get(error.article) ?? []));
}
