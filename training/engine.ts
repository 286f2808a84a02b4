import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser } from '../core/analysis/analysis.ts';
import { parseWeights } from '../core/entities/weights.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';

/** The engine as it ships, from the lexicon and the weights in dist/ of the project's folder `root`. */
export function loadEngine(root: string): Analyser {
  const read = (file: string): Uint8Array => readFileSync(path.join(root, 'dist', file));
  return createAnalyser(parseLexicon(read('lexicon.bin')), parseWeights(read('weights.bin')));
}
