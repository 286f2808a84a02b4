import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { readSet } from '../../training/evaluate/articles.ts';
import { inCodePoints } from '../../training/evaluate/code-points.ts';
import { f1, rowOf, score } from '../../training/evaluate/score.ts';
import { lexicon, weights } from './lexicon.ts';

const seeds = readSet('seeds', path.resolve(import.meta.dirname, '../..'));
if (!seeds) console.warn('Skipped: no annotated articles at ../shared/gold.');

/** What the engine must reach on real articles that were annotated by hand: exact spans and labels. */
const FLOORS: readonly [figure: string, floor: number][] = [
  ['entities', 0.8],
  ['names (PER ORG GPE LOC)', 0.85],
  ['marked quotations', 0.95],
  ['  speakers of direct', 0.85],
  ['indirect', 0.6],
  ['boilerplate lines', 0.95],
  ['line classes', 0.92],
];

describe.skipIf(!seeds)('the analysis of real articles', () => {
  const analyser = createAnalyser(lexicon, weights);
  const scores = score((seeds ?? []).map((gold) => inCodePoints(gold, analyser.analyse(gold.text))));

  it.each(FLOORS)('%s ≥ %f', (figure, floor) => {
    const row = rowOf(scores, figure);
    expect(
      row && f1(row),
      `${figure}; \`npm run evaluate -- seeds --errors\` shows what was missed`,
    ).toBeGreaterThanOrEqual(floor);
  });
});
