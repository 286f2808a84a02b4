import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { buildLexicon } from '../scripts/lexicon.mjs';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles core as it is now, with the lexicon built anew, and loads both.
 * @param {Record<string, string>} names what is wanted of core: the file, from core/, that exports each name
 * @returns {Promise<Record<string, any>>} the names, and `lexicon`
 */
export async function loadCore(names) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'hashiya-core-'));
  try {
    await buildLexicon();
    const wanted = { parseLexicon: 'lexicon/lexicon.ts', ...names };
    const contents = Object.entries(wanted).map(
      ([name, file]) => `export { ${name} } from './core/${file}';`,
    );
    const outfile = path.join(work, 'core.mjs');
    await esbuild.build({
      stdin: { contents: contents.join('\n'), resolveDir: ROOT },
      bundle: true,
      minify: true,
      format: 'esm',
      outfile,
    });
    const core = await import(pathToFileURL(outfile).href);
    return { ...core, lexicon: core.parseLexicon(readFileSync(path.join(ROOT, 'dist/lexicon.bin'))) };
  } finally {
    rmSync(work, { recursive: true });
  }
}
