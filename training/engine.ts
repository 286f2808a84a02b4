import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser } from '../core/analysis/analysis.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';

/** The engine as it ships, from the lexicon in dist/ of the project's folder `root`. */
export const loadEngine = (root: string): Analyser =>
  createAnalyser(parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin'))));
