import { parseTable, serialiseTable } from '../../core/entities/tagger/feature-table.ts';
import type { FeatureGroup } from '../../core/entities/tagger/templates.ts';
import { indexFeatures } from './feature-index.ts';
import { learnCrf } from './learn.ts';
import type { Learning } from './learn.ts';
import { learnReadings } from './readings.ts';
import type { TrainingLine } from './lines.ts';

export interface Fitting extends Learning {
  /** A feature must be met so often to be kept. */
  readonly minimum: number;
  /** Weights smaller than this are left out. */
  readonly prune: number;
  /** Weights beyond this are cut down to it, so that a byte tells the others apart. */
  readonly largest: number;
  readonly without: ReadonlySet<FeatureGroup>;
}

/** What was worked out by folds of houses on the articles that are worked on. */
export const FITTING: Fitting = {
  epochs: 10,
  rate: 0.1,
  decay: 0.005,
  hiding: 0.1,
  trust: { cleananercorp: 0.3, aqmar: 0.3, wikifane: 0.1, wojood: 0.2 },
  seed: 1,
  minimum: 2,
  prune: 0.02,
  largest: 4,
  without: new Set(),
};

/** Learns a tagger from lines. @returns the bytes of its section of the weights */
export function fitTagger(
  lines: readonly TrainingLine[],
  fitting: Fitting,
  tell: (message: string) => void = () => undefined,
): Uint8Array {
  const readings = learnReadings(lines);
  const index = indexFeatures(
    lines,
    parseTable(serialiseTable(readings, fitting.largest)),
    fitting.minimum,
    fitting.without,
  );
  tell(`${lines.length} lines, ${index.hashes.length} features`);
  const learnt = learnCrf(index, fitting, (epoch, loss) =>
    tell(`round ${epoch + 1}: loss ${loss.toFixed(4)}`),
  );
  const kept = learnt.filter(({ weight }) => Math.abs(weight) >= fitting.prune);
  const bytes = serialiseTable([...readings, ...kept], fitting.largest);
  tell(`${kept.length} of ${learnt.length} weights kept, ${(bytes.length / 1e6).toFixed(2)} MB`);
  return bytes;
}
