import { parseTable, serialiseTable } from '../../core/entities/tagger/feature-table.ts';
import type { Weight } from '../../core/entities/tagger/feature-table.ts';
import { serialiseTagger } from '../../core/entities/tagger/tagger.ts';
import type { FeatureGroup } from '../../core/entities/tagger/templates.ts';
import { parseClasses, serialiseClasses } from '../../core/entities/tagger/word-classes.ts';
import type { WordClassTable } from '../clusters/word-classes.ts';
import { CORPORA } from './corpora.ts';
import { indexFeatures } from './feature-index.ts';
import type { FeatureIndex } from './feature-index.ts';
import { continueFrom, createModel, learnCrf, weightsOf } from './learn.ts';
import type { Learning, Model } from './learn.ts';
import type { TrainingLine } from './lines.ts';
import { learnReadings } from './readings.ts';

export interface Fitting {
  /** How to learn from the corpora of other guidelines, first, and then from our own. */
  readonly corpora: Learning;
  readonly own: Learning;
  /** How much a line of a source counts, 1 where nothing is said. */
  readonly trust: Readonly<Record<string, number>>;
  /** A feature must be met so often to be kept. */
  readonly minimum: number;
  /** Weights smaller than this are left out. */
  readonly prune: number;
  /** Weights beyond this are cut down to it, so that a byte tells the others apart. */
  readonly largest: number;
  readonly without: ReadonlySet<FeatureGroup>;
  /** What the raw news tells of words. */
  readonly classes: WordClassTable;
}

/** What was worked out by folds of houses on the articles that are worked on. */
export const FITTING: Fitting = {
  corpora: { rounds: 3, rate: 0.1, decay: 0.005, hiding: 0.1, seed: 1 },
  own: { rounds: 10, rate: 0.05, decay: 0.005, hiding: 0.1, seed: 2 },
  trust: { cleananercorp: 1, aqmar: 1, wikifane: 0.3, wojood: 0.5 },
  minimum: 3,
  prune: 0.05,
  largest: 4,
  without: new Set(),
  classes: { words: [], columns: [], values: new Uint8Array(0) },
};

/** Lines made ready, with what was learnt from the corpora of other guidelines: the ground for any number of taggers. */
export interface Ground {
  readonly index: FeatureIndex;
  readonly readings: readonly Weight[];
  readonly classes: Uint8Array;
  readonly model: Model;
}

type Tell = (message: string) => void;

const OTHER_GUIDELINES: ReadonlySet<string> = new Set(CORPORA.map(({ name }) => name));

/**
 * Works out the features of lines and learns from those of other guidelines.
 * @param lines all that any of the taggers will learn from
 */
export function layGround(
  lines: readonly TrainingLine[],
  fitting: Fitting,
  tell: Tell = () => undefined,
): Ground {
  const bytes = serialiseClasses(fitting.classes.words, fitting.classes.columns, fitting.classes.values);
  const classes = parseClasses(bytes);
  const readings = learnReadings(lines, classes);
  const table = parseTable(serialiseTable(readings, fitting.largest));
  const index = indexFeatures(lines, table, classes, fitting.minimum, fitting.without);
  tell(`${lines.length} lines, ${index.count} features`);
  const model = createModel(index.count);
  const trust = ({ source }: TrainingLine): number =>
    OTHER_GUIDELINES.has(source) ? (fitting.trust[source] ?? 1) : 0;
  learnCrf(index, model, trust, fitting.corpora, (round, loss) =>
    tell(`corpora, round ${round + 1}: loss ${loss.toFixed(4)}`),
  );
  return { index, readings, classes: bytes, model };
}

/**
 * Learns a tagger on a ground.
 * @param chosen which of our own lines to learn from
 * @returns the bytes of the tagger's section of the weights
 */
export function fitOn(
  ground: Ground,
  chosen: (line: TrainingLine) => boolean,
  fitting: Fitting,
  tell: Tell = () => undefined,
): Uint8Array {
  const model = continueFrom(ground.model);
  const trust = (line: TrainingLine): number =>
    !OTHER_GUIDELINES.has(line.source) && chosen(line) ? (fitting.trust[line.source] ?? 1) : 0;
  learnCrf(ground.index, model, trust, fitting.own, (round, loss) =>
    tell(`round ${round + 1}: loss ${loss.toFixed(4)}`),
  );
  const bytes = sectionOf(ground, model, fitting);
  tell(`the tagger's section has ${(bytes.length / 1e6).toFixed(2)} MB`);
  return bytes;
}

/** The bytes of the tagger's section of the weights, for a model over a ground. */
function sectionOf(
  { index, readings, classes }: Ground,
  model: Model,
  { prune, largest }: Fitting,
): Uint8Array {
  const { words, lines } = weightsOf(index, model, prune);
  return serialiseTagger({
    words: serialiseTable(words, largest),
    lines: serialiseTable(lines, largest),
    readings: serialiseTable(readings, largest),
    classes,
  });
}
