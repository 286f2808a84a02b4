import { readFileSync } from 'node:fs';
import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser } from '../core/analysis/analysis.ts';
import { parseWeights } from '../core/entities/weights.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';
import { UsageError } from './files.ts';

/**
 * The engine, with the lexicon and the weights that lie beside the program.
 * @throws UsageError if one is missing or of another version.
 */
export function loadEngine(): Analyser {
  const read = (file: string): Uint8Array => readFileSync(new URL(file, import.meta.url));
  try {
    return createAnalyser(parseLexicon(read('lexicon.bin')), parseWeights(read('weights.bin')));
  } catch (error) {
    throw new UsageError(
      `lexicon.bin and weights.bin beside the program cannot be read (${error instanceof Error ? error.message : String(error)}); install or build them again`,
    );
  }
}
