import path from 'node:path';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { loadWordClasses } from '../clusters/main.ts';
import type { TrainingDocument } from '../merge/documents.ts';
import { CORPORA, keptOfCorpus, linesOfCorpus } from './corpora.ts';
import { FITTING } from './fit.ts';
import type { Fitting } from './fit.ts';
import { linesOfText } from './articles.ts';
import type { TrainingLine } from './lines.ts';

/** The corpora of other guidelines, from the project's folder. */
const FOLDER = '../shared/data/ner';

/** The lines of documents that are annotated by our own guidelines. */
export const linesOfDocuments = (documents: readonly TrainingDocument[], lexicon: Lexicon): TrainingLine[] =>
  documents.flatMap(({ name, house, set, text, entities }) =>
    linesOfText(
      text,
      entities,
      { source: set === 'news' ? 'annotations' : 'gold', house, document: name },
      lexicon,
    ),
  );

/** The lines of every corpus of other guidelines, but for those that are kept to measure on. */
export const readCorpora = (root: string, lexicon: Lexicon): TrainingLine[] =>
  CORPORA.flatMap((corpus) => linesOfCorpus(corpus, path.join(root, FOLDER), lexicon));

/** What is kept of the corpora to measure on, in columns, by name of the corpus. */
export const readKept = (root: string): ReadonlyMap<string, string> =>
  new Map(
    CORPORA.filter(({ kept }) => kept > 0).map((corpus) => [
      corpus.name,
      keptOfCorpus(corpus, path.join(root, FOLDER)),
    ]),
  );

/** How to learn, with what the raw news tells of words. */
export const readFitting = async (root: string): Promise<Fitting> => ({
  ...FITTING,
  classes: await loadWordClasses(root),
});
