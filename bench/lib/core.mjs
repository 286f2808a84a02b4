import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { buildLexicon } from '../../scripts/lexicon.mjs';
import { buildWeights } from '../../scripts/weights.mjs';

export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * Bundles core as it is now into a folder, for {@link importCore} in this process or in others, with the lexicon built
 * anew and the weights.
 * @param {Record<string, string>} names what is wanted of core: the file, from core/, that exports each name
 * @param {string} folder
 * @returns {Promise<string>} the bundle's file
 */
export async function bundleCore(names, folder) {
  await buildLexicon();
  await buildWeights();
  const wanted = {
    parseLexicon: 'lexicon/lexicon.ts',
    parseWeights: 'entities/weights.ts',
    ...names,
  };
  const contents = Object.entries(wanted).map(([name, file]) => `export { ${name} } from './core/${file}';`);
  const outfile = path.join(folder, 'core.mjs');
  await esbuild.build({
    stdin: { contents: contents.join('\n'), resolveDir: ROOT },
    bundle: true,
    minify: true,
    format: 'esm',
    outfile,
  });
  return outfile;
}

/**
 * Loads a bundle of core.
 * @returns {Promise<Record<string, any>>} the names that were wanted, `lexicon` and `weights`
 */
export async function importCore(/** @type {string} */ bundle) {
  const core = await import(pathToFileURL(bundle).href);
  const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, 'dist', file));
  return {
    ...core,
    lexicon: core.parseLexicon(read('lexicon.bin')),
    weights: core.parseWeights(read('weights.bin')),
  };
}

/**
 * Bundles core as it is now and loads it.
 * @param {Record<string, string>} names what is wanted of core: the file, from core/, that exports each name
 * @returns {Promise<Record<string, any>>} the names, `lexicon` and `weights`
 */
export async function loadCore(names) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-core-'));
  try {
    return await importCore(await bundleCore(names, work));
  } finally {
    rmSync(work, { recursive: true });
  }
}
