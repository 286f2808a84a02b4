import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { readSeeds, SEEDS } from './articles.ts';
import { lexicon } from './lexicon.ts';

const scorer = SEEDS && path.join(SEEDS, '../gold/score.py');
const available = scorer !== null && existsSync(scorer) && spawnSync('python3', ['--version']).status === 0;
if (!available)
  console.warn('Skipped: no real articles at ../shared/seeds, or no python3 for ../shared/gold/score.py.');

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

describe.skipIf(!available)('the analysis of real articles', () => {
  const score = (): Record<string, number> => {
    const analyser = createAnalyser(lexicon);
    const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-seeds-'));
    try {
      const found = path.join(work, 'found.jsonl');
      const rows = readSeeds().map(({ name, text }) =>
        JSON.stringify(reportAnalysis(analyser.analyse(text), name)),
      );
      writeFileSync(found, rows.join('\n'));
      const gold = path.join(SEEDS ?? '', '../gold');
      const { stdout, stderr } = spawnSync(
        'python3',
        ['-B', scorer ?? '', found, '--gold', gold, '--articles', SEEDS ?? '', '--json'],
        { encoding: 'utf8' },
      );
      expect(stderr).toBe('');
      return JSON.parse(stdout) as Record<string, number>;
    } finally {
      rmSync(work, { recursive: true });
    }
  };
  const figures = available ? score() : {};

  it.each(FLOORS)('%s ≥ %f', (figure, floor) => {
    expect(
      figures[figure],
      `${figure}; \`npm run score -- seeds --errors\` shows what was missed`,
    ).toBeGreaterThanOrEqual(floor);
  });
});
