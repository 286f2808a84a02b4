/**
 * Runs one of the programs of training/, which are TypeScript: `node training/run.mjs PROGRAM [ARGUMENT…]` bundles
 * training/PROGRAM/main.ts with core as it is now, builds the lexicon anew, packs the weights, and calls its `main` with the arguments.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { buildLexicon } from '../scripts/lexicon.mjs';
import { buildWeights } from '../scripts/weights.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const [program = '', ...args] = process.argv.slice(2);
const folder = path.join(ROOT, '.cache', 'training');
const outfile = path.join(folder, `${program}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
await esbuild.build({
  entryPoints: [path.join(ROOT, 'training', program, 'main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
  logLevel: 'warning',
  outfile,
});
await buildLexicon();
await buildWeights();
try {
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = (await main(args, ROOT)) ?? 0;
} finally {
  rmSync(outfile, { force: true });
}
