/**
 * `node training/run.mjs merge [FOLDER [rules,tagger,both]]`: how rules, tagger and both do on houses from which nothing was learnt. The
 * taggers of the folds are kept in FOLDER (.cache/taggers), so that the scorer can be worked on without learning them anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { linesOfDocuments, readCorpora, readFitting } from '../tagger/data.ts';
import { layGround } from '../tagger/fit.ts';
import { readDocuments } from './documents.ts';
import type { Makers } from './examples.ts';
import { FOLDS } from './folds.ts';
import { trainFoldTaggers, trainScorer } from './train.ts';

/** @param root the project's folder */
export async function main(
  [given, makers = 'rules,tagger,both']: readonly string[],
  root: string,
): Promise<number> {
  const folder = given ?? path.join(root, '.cache/taggers');
  const lexicon = parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin')));
  const documents = readDocuments(root);
  const file = (fold: number): string => path.join(folder, `fold-${fold}.bin`);
  if (!existsSync(file(FOLDS - 1))) {
    mkdirSync(folder, { recursive: true });
    const fitting = await readFitting(root);
    const lines = [...linesOfDocuments(documents, lexicon), ...readCorpora(root, lexicon)];
    const taggers = trainFoldTaggers(layGround(lines, fitting, console.log), fitting, documents, console.log);
    for (const [fold, bytes] of taggers.entries()) writeFileSync(file(fold), bytes);
  }
  const taggers = Array.from({ length: FOLDS }, (_, fold) => readFileSync(file(fold)));
  for (const one of makers.split(',') as Makers[]) trainScorer(documents, taggers, lexicon, one, console.log);
  return 0;
}
