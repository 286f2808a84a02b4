/**
 * Compiles the lists in lexicon/ to the bytes that core/lexicon/lexicon.ts reads.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Loads core's compiler, which is TypeScript, as a module.
 * @returns {Promise<{ compileLexicon: typeof import('../core/lexicon/compile.ts').compileLexicon,
 *   serialiseLexicon: typeof import('../core/lexicon/lexicon.ts').serialiseLexicon }>}
 */
async function loadCompiler() {
  const outfile = path.join(ROOT, `.cache/lexicon-compiler-${process.pid}-${performance.now()}.mjs`);
  await esbuild.build({
    stdin: {
      contents: `export { compileLexicon } from './core/lexicon/compile.ts';
        export { serialiseLexicon } from './core/lexicon/lexicon.ts';`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    outfile,
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

/**
 * Reads every lexicon/*.tsv, compiles them and writes dist/lexicon.bin.
 * @returns {Promise<{ names: number, bytes: number }>}
 */
export async function buildLexicon() {
  const folder = path.join(ROOT, 'lexicon');
  const files = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort())
    files.set(path.basename(file, '.tsv'), await readFile(path.join(folder, file), 'utf8'));
  const { compileLexicon, serialiseLexicon } = await loadCompiler();
  const lexicon = compileLexicon(files);
  const bytes = serialiseLexicon(lexicon);
  await mkdir(path.join(ROOT, 'dist'), { recursive: true });
  // Renamed into place, so that a program that starts meanwhile never reads half a lexicon.
  const temporary = path.join(ROOT, `dist/lexicon-${process.pid}.tmp`);
  await writeFile(temporary, bytes);
  await rename(temporary, path.join(ROOT, 'dist/lexicon.bin'));
  return { names: lexicon.groupOf.length, bytes: bytes.length };
}
