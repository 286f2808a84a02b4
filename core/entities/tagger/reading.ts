import type { LexiconMatch } from '../../lexicon/matches.ts';
import { cliticSplits } from '../../text/clitics.ts';
import type { CliticSplit } from '../../text/clitics.ts';
import type { Token } from '../../text/tokens.ts';
import type { FeatureTable } from './feature-table.ts';
import { addAllWeights } from './feature-table.ts';
import { addFeature, addFeatureOnce, createFeatureList } from './feature-list.ts';
import type { FeatureList } from './feature-list.ts';
import { mix, mixText } from './hash.ts';
import { READING } from './templates.ts';
import { placeOfWord } from './word-classes.ts';
import type { WordClasses } from './word-classes.ts';

/**
 * The reading of a word as particles and word proper ("وزارة" or و + "زارة") is chosen once per word, by a log-linear
 * model over its readings; where a name begins with the word, it begins behind these particles.
 */
export function chooseReading(
  token: Token,
  matches: readonly LexiconMatch[],
  table: FeatureTable,
  classes: WordClasses,
): CliticSplit {
  const readings = cliticSplits(token);
  let best = readings[0] as CliticSplit;
  if (readings.length === 1) return best;
  let highest = -Infinity;
  for (const reading of readings) {
    scratch.length = 0;
    readingFeatures(token, reading, matches, classes, scratch);
    score[0] = 0;
    addAllWeights(table, scratch, score);
    if (score[0] > highest) [best, highest] = [reading, score[0]];
  }
  return best;
}

const scratch = createFeatureList();
/** The one cell that features of readings have. */
const score = new Int32Array(1);

/**
 * Adds what speaks for or against one reading of a word.
 * @param matches those of the word by itself, under every reading
 */
export function readingFeatures(
  token: Token,
  reading: CliticSplit,
  matches: readonly LexiconMatch[],
  classes: WordClasses,
  out: FeatureList,
): void {
  const { proclitics, stem } = reading;
  const seed = mixText(READING.seed, proclitics);
  addFeature(out, READING, seed);
  addFeature(out, READING, mixText(mix(seed, 1), token.folded));
  addFeature(out, READING, mixText(mix(seed, 2), stem, 0, 2));
  addFeature(out, READING, mixText(mix(seed, 3), stem, 0, 3));
  addFeature(out, READING, mixText(mix(seed, 4), stem, Math.max(0, stem.length - 2)));
  addFeature(out, READING, mix(mix(seed, 5), Math.min(stem.length, 7)));
  // A stem that stands by itself elsewhere speaks for the reading, whatever the particles.
  addFeature(out, READING, mixText(mix(READING.seed, 6), stem));
  let listed = false;
  const { length } = out;
  for (const match of matches) {
    if (match.proclitics !== proclitics || match.stem !== stem) continue;
    listed = true;
    for (const { list, value } of match.entries) {
      addFeatureOnce(
        out,
        READING,
        mixText(mixText(mix(seed, 7), list), value === 'weak' ? value : ''),
        length,
      );
      addFeatureOnce(out, READING, mixText(mix(READING.seed, 8), list), length);
    }
  }
  addFeature(out, READING, mix(mix(seed, 9), listed ? 1 : 0));
  // The first column is how often a word is seen: that of the word as it stands against that without particles.
  const width = classes.columns.length;
  const frequency = (word: string): number => {
    const place = placeOfWord(classes, word);
    return place < 0 ? 0 : 1 + (classes.values[place * width] as number);
  };
  const difference = frequency(stem) - frequency(token.folded);
  addFeature(out, READING, mix(mix(seed, 10), Math.max(-4, Math.min(4, difference))));
  addFeature(out, READING, mix(mix(READING.seed, 11), Math.max(-4, Math.min(4, difference))));
}
