import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { inCodePoints } from '../../training/evaluate/code-points.ts';
import { readSet } from '../../training/evaluate/articles.ts';
import { f1, score } from '../../training/evaluate/score.ts';
import { lexicon, weights } from './lexicon.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const scorer = path.join(ROOT, '../shared/gold/score.py');
const available = existsSync(scorer) && spawnSync('python3', ['--version']).status === 0;
if (!available) console.warn('Skipped: no annotated articles at ../shared/gold, or no python3 for score.py.');

const FOLDERS = {
  seeds: { gold: '../shared/gold', articles: '../shared/seeds' },
  dev: { gold: '../shared/gold/train', articles: '../shared/gold/train' },
} as const;

describe.skipIf(!available)('the evaluation and the reference script', () => {
  it.each(['seeds', 'dev'] as const)('say the same of %s, in every row', (set) => {
    const analyser = createAnalyser(lexicon, weights);
    const articles = readSet(set, ROOT) ?? [];
    const analyses = articles.map((gold) => ({ gold, analysis: analyser.analyse(gold.text) }));
    const scores = score(analyses.map(({ gold, analysis }) => inCodePoints(gold, analysis)));
    const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-evaluate-'));
    try {
      mkdirSync(path.join(work, 'gold'));
      for (const { gold } of analyses)
        writeFileSync(
          path.join(work, 'gold', `${gold.name}.gold`),
          readFileSync(path.join(ROOT, FOLDERS[set].gold, `${gold.name}.gold`)),
        );
      const rows = analyses.map(({ gold, analysis }) => JSON.stringify(reportAnalysis(analysis, gold.name)));
      writeFileSync(path.join(work, 'found.jsonl'), rows.join('\n'));
      const run = (...flags: string[]): string =>
        spawnSync(
          'python3',
          [
            '-B',
            scorer,
            path.join(work, 'found.jsonl'),
            '--gold',
            path.join(work, 'gold'),
            '--articles',
            path.join(ROOT, FOLDERS[set].articles),
            ...flags,
          ],
          { encoding: 'utf8' },
        ).stdout;
      const ours = scores.tables.flatMap((table) => table.rows);
      const theirs = run().split('\n');
      for (const { name, right, found, gold } of ours) {
        const counts = found === null ? `${right}/${gold}` : `(gold ${gold}, found ${found}, right ${right})`;
        const row = theirs.find((line) => line.startsWith(name.padEnd(33)));
        expect(row, `${set}: ${name}`).toContain(counts);
      }
      const figures = JSON.parse(run('--json')) as Record<string, number>;
      expect(Object.keys(figures).sort()).toEqual(ours.map(({ name }) => name).sort());
      for (const row of ours) expect(f1(row), `${set}: ${row.name}`).toBeCloseTo(figures[row.name] ?? -1, 3);
      expect(theirs.slice(-scores.confusions.slice(0, 12).length - 1, -1).map((line) => line.trim())).toEqual(
        scores.confusions
          .slice(0, 12)
          .map(({ gold, found, times }) => `${gold} taken for ${found}: ${times}`),
      );
    } finally {
      rmSync(work, { recursive: true });
    }
  });
});
