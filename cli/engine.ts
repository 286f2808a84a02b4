import { readFileSync } from 'node:fs';
import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser } from '../core/analysis/analysis.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';
import { UsageError } from './files.ts';

/**
 * The engine, with the lexicon that lies beside the program.
 * @throws UsageError if it is missing or of another version.
 */
export function loadEngine(): Analyser {
  const url = new URL('lexicon.bin', import.meta.url);
  try {
    return createAnalyser(parseLexicon(readFileSync(url)));
  } catch (error) {
    throw new UsageError(
      `the lexicon beside the program cannot be read (${error instanceof Error ? error.message : String(error)}); install or build it again`,
    );
  }
}
