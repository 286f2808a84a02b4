import type { Weight } from '../../core/entities/tagger/feature-table.ts';
import { createFeatureList } from '../../core/entities/tagger/feature-list.ts';
import type { FeatureList } from '../../core/entities/tagger/feature-list.ts';
import { readingFeatures } from '../../core/entities/tagger/reading.ts';
import type { WordClasses } from '../../core/entities/tagger/word-classes.ts';
import { matchesOfWord } from '../../core/entities/tagger/words.ts';
import { cliticSplits } from '../../core/text/clitics.ts';
import type { TrainingLine } from './lines.ts';
import { createRandom, shuffle } from './random.ts';

/** A word with its readings' features, and which readings are right. */
interface Example {
  readonly readings: readonly Int32Array[];
  readonly right: readonly boolean[];
}

const EPOCHS = 5;
const RATE = 0.2;

/**
 * Learns which particles are written onto a word (core/entities/tagger/reading.ts) from words of which it is known: a
 * log-linear model over a word's readings, by AdaGrad. Two readings that cut at the same place are both right.
 */
export function learnReadings(lines: readonly TrainingLine[], classes: WordClasses): Weight[] {
  const numbers = new Map<number, number>();
  const toNumbers = (list: FeatureList): Int32Array =>
    Int32Array.from(list.hashes.subarray(0, list.length), (hash) => {
      let number = numbers.get(hash);
      if (number === undefined) numbers.set(hash, (number = numbers.size));
      return number;
    });
  const examples: Example[] = [];
  for (const { reading: line, cuts } of lines)
    for (const [i, token] of line.tokens.entries()) {
      const cut = cuts[i] as number;
      if (cut < 0) continue;
      const readings = cliticSplits(token);
      const right = readings.map(({ length }) => length === cut);
      if (readings.length === 1 || !right.includes(true)) continue;
      const matches = matchesOfWord(line, i);
      examples.push({
        right,
        readings: readings.map((reading) => {
          const list = createFeatureList();
          readingFeatures(token, reading, matches, classes, list);
          return toNumbers(list);
        }),
      });
    }
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(0.01);
  const random = createRandom(1);
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const number of order) {
      const { readings, right } = examples[number] as Example;
      const scores = readings.map((features) => features.reduce((sum, f) => sum + (weights[f] as number), 0));
      const best = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - best));
      const all = odds.reduce((sum, odd) => sum + odd, 0);
      const rightOdds = odds.reduce((sum, odd, i) => sum + (right[i] ? odd : 0), 0);
      for (const [i, features] of readings.entries()) {
        const slope = (right[i] ? (odds[i] as number) / rightOdds : 0) - (odds[i] as number) / all;
        if (Math.abs(slope) < 1e-4) continue;
        for (const f of features) {
          (squares[f] as number) += slope * slope;
          (weights[f] as number) += (RATE * slope) / Math.sqrt(squares[f] as number);
        }
      }
    }
  }
  return Array.from(numbers, ([hash, number]) => ({ hash, cell: 0, weight: weights[number] as number }));
}
