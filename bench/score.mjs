/**
 * Scores the engine on annotated articles: `npm run score [-- seeds|dev|held-out] [--errors]`.
 * The annotated articles belong to their publishers and lie outside the project, in ../shared; without them this says
 * so and ends. They are split by outlet: the engine is worked on with `dev`, never looking at `held-out`.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadCore, ROOT } from './core.mjs';

const SHARED = path.join(ROOT, '../shared');
const HELD_OUT = /bbc|okaz|france|hespress|jawhara|misbar|fatabyyano|aljazirah|alyaum|Kul al-Arab/i;

const args = process.argv.slice(2);
const split = args.find((arg) => !arg.startsWith('--')) ?? 'seeds';
if (!existsSync(path.join(SHARED, 'gold'))) {
  console.log('No annotated articles at ../shared/gold: nothing to score.');
  process.exit(0);
}
if (!['seeds', 'dev', 'held-out'].includes(split)) {
  console.error(`Unknown split "${split}": say seeds, dev or held-out.`);
  process.exit(2);
}

const gold = path.join(SHARED, split === 'seeds' ? 'gold' : 'gold/train');
const articles = path.join(SHARED, split === 'seeds' ? 'seeds' : 'gold/train');
const outlets = new Map(
  readFileSync(path.join(SHARED, 'gold/train/PROVENANCE.tsv'), 'utf8')
    .split('\n')
    .map((row) => /** @type {[string, string]} */ (row.split('\t').slice(0, 2))),
);
const names = readdirSync(gold)
  .filter((file) => file.endsWith('.gold'))
  .map((file) => file.slice(0, -'.gold'.length))
  .filter((name) => split === 'seeds' || HELD_OUT.test(outlets.get(name) ?? '') === (split === 'held-out'));

const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-score-'));
const core = await loadCore({ createAnalyser: 'analysis/analysis.ts', reportAnalysis: 'analysis/report.ts' });
const analyser = core.createAnalyser(core.lexicon);
mkdirSync(path.join(work, 'gold'));
const rows = names.map((name) => {
  symlinkSync(path.join(gold, `${name}.gold`), path.join(work, 'gold', `${name}.gold`));
  const text = readFileSync(path.join(articles, `${name}.txt`), 'utf8');
  return JSON.stringify(core.reportAnalysis(analyser.analyse(text), `${name}.txt`));
});
writeFileSync(path.join(work, 'found.jsonl'), rows.join('\n'));
const flags = args.filter((arg) => arg.startsWith('--'));
const { status } = spawnSync(
  'python3',
  [
    path.join(SHARED, 'gold/score.py'),
    path.join(work, 'found.jsonl'),
    '--gold',
    path.join(work, 'gold'),
    '--articles',
    articles,
    ...flags,
  ],
  { stdio: 'inherit' },
);
rmSync(work, { recursive: true });
process.exit(status ?? 1);
