/**
 * Compiles the lists in lexicon/ to the bytes that core/lexicon/lexicon.ts reads.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Loads core's compiler, which is TypeScript, as a module.
 * @returns {Promise<{ compileLexicon: typeof import('../core/lexicon/compile.ts').compileLexicon,
 *   serialiseLexicon: typeof import('../core/lexicon/lexicon.ts').serialiseLexicon }>}
 */
async function loadCompiler() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { compileLexicon } from './core/lexicon/compile.ts';
        export { serialiseLexicon } from './core/lexicon/lexicon.ts';`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
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
  await writeFile(path.join(ROOT, 'dist/lexicon.bin'), bytes);
  return { names: lexicon.groupOf.length, bytes: bytes.length };
}
