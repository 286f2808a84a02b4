import { serialiseScorer } from '../../core/entities/scorer/model.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { fitOn } from '../tagger/fit.ts';
import type { Fitting, Ground } from '../tagger/fit.ts';
import { taggerOf } from '../tagger/measure.ts';
import type { TrainingDocument } from './documents.ts';
import { readDocument } from './examples.ts';
import type { Makers, ReadDocument } from './examples.ts';
import { fitScorer } from './fit.ts';
import type { Trial } from './fit.ts';
import { FOLDS, foldsOf } from './folds.ts';
import { printTrials } from './report.ts';

/** The taggers that the scorer learns with, one for each fold, none of which learnt from its fold. */
export function trainFoldTaggers(
  ground: Ground,
  fitting: Fitting,
  documents: readonly TrainingDocument[],
  tell: (message: string) => void,
): Uint8Array[] {
  const folds = foldsOf(documents);
  return Array.from({ length: FOLDS }, (_, fold) => {
    tell(`fold ${fold + 1} of ${FOLDS}`);
    return fitOn(
      ground,
      ({ house }) => folds.get(house) !== fold,
      fitting,
      () => undefined,
    );
  });
}

/**
 * Learns the scorer from documents and the taggers of their folds.
 * @param tell is told how rules, tagger and both do on houses from which nothing was learnt
 * @param record is handed what was found there
 * @returns the bytes of the scorer's section of the weights
 */
export function trainScorer(
  documents: readonly TrainingDocument[],
  taggers: readonly Uint8Array[],
  lexicon: Lexicon,
  makers: Makers,
  tell: (message: string) => void,
  record: (trials: readonly Trial[]) => void = () => undefined,
): Uint8Array {
  const folds = foldsOf(documents);
  const read: ReadDocument[] = [];
  for (const [fold, bytes] of taggers.entries()) {
    const tagger = taggerOf(bytes);
    for (const document of documents)
      if (folds.get(document.house) === fold)
        read.push(readDocument(document, fold, tagger, lexicon, makers));
  }
  const { model, trials } = fitScorer(read);
  tell(`${makers}: threshold ${model.threshold.toFixed(2)}`);
  for (const set of ['dev', 'held-out', 'news'] as const)
    tell(
      printTrials(
        `${makers} on ${set}, by folds of houses`,
        trials.filter((trial) => trial.set === set),
      ),
    );
  record(trials);
  return serialiseScorer(model);
}
