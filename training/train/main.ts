/**
 * `npm run train`: learns the tagger and the judge of its and the rules' candidates from the annotated articles and the
 * corpora in ../shared and from training/annotations, writes them to training/weights, and says how good they are on
 * houses that they have not learnt from; then the model of other articles' lines, from raw news (training/boilerplate).
 * The same data give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { SCORER_SECTION } from '../../core/entities/scorer/model.ts';
import { TAGGER_SECTION } from '../../core/entities/tagger/tagger.ts';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { main as learnLines } from '../boilerplate/main.ts';
import { readCorpus, scoreCorpus } from '../evaluate/corpus.ts';
import { recordResults } from '../evaluate/record.ts';
import { printRow } from '../evaluate/tables.ts';
import { readDocuments } from '../merge/documents.ts';
import { rowsOfTrials } from '../merge/report.ts';
import { trainFoldTaggers, trainScorer } from '../merge/train.ts';
import { linesOfDocuments, readCorpora, readFitting, readKept } from '../tagger/data.ts';
import { fitOn, layGround } from '../tagger/fit.ts';
import { runAblation } from './ablation.ts';

const HELP = `Learns the weights of the tagger and of the scorer into training/weights, and those of other articles' lines into
core/boilerplate/foreign/weights.ts.

npm run train
npm run train -- --ablation

  --ablation  learn nothing that ships; print what each group of features and each source of data is worth, and write it
              into docs/training.md`;

/** So many sentences of a corpus are read as one article. */
const SENTENCES = 10;

/**
 * @param root the project's folder
 * @returns the exit status: 2 for arguments that cannot be followed
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const [option] = args;
  if (args.length > 1 || (option !== undefined && option !== '--ablation')) {
    console.error(HELP);
    return 2;
  }
  const lexicon = parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin')));
  if (option === '--ablation') await runAblation(root, lexicon, console.log);
  else {
    await train(root, lexicon);
    console.log('# lines of other articles, on made pages');
    return learnLines([], root);
  }
  return 0;
}

async function train(root: string, lexicon: Lexicon): Promise<void> {
  const fitting = await readFitting(root);
  const documents = readDocuments(root);
  const lines = [...linesOfDocuments(documents, lexicon), ...readCorpora(root, lexicon)];
  const ground = layGround(lines, fitting, console.log);
  // What the scorer learns of the tagger's word it learns where the tagger has not learnt.
  const taggers = trainFoldTaggers(ground, fitting, documents, console.log);
  const scorer = trainScorer(documents, taggers, lexicon, 'both', console.log, (trials) => {
    const rows = (['dev', 'held-out'] as const).map(
      (set) => [`${set}, by folds`, rowsOfTrials(trials.filter((trial) => trial.set === set))] as const,
    );
    recordResults(root, new Map(rows));
  });
  console.log('all houses');
  const sections = new Map([
    [TAGGER_SECTION, fitOn(ground, () => true, fitting, console.log)],
    [SCORER_SECTION, scorer],
  ]);
  const folder = path.join(root, 'training/weights');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of sections) writeFileSync(path.join(folder, `${name}.bin`), bytes);

  const engine = createAnalyser(lexicon, sections);
  for (const [name, content] of readKept(root)) {
    console.log(`# what is kept of ${name}`);
    for (const row of scoreCorpus(readCorpus(content, SENTENCES), (text) => engine.analyse(text).entities))
      console.log(printRow(row));
  }
}
