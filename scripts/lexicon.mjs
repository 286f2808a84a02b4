/**
 * Compiles the lists in lexicon/ to the bytes that core/lexicon/lexicon.ts reads.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadTypeScript, ROOT, writeToDist } from './lib/dist.mjs';

/**
 * Reads every lexicon/*.tsv, compiles them and writes dist/lexicon.bin.
 * @returns {Promise<{ names: number, bytes: number }>}
 */
export async function buildLexicon() {
  const folder = path.join(ROOT, 'lexicon');
  const files = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort())
    files.set(path.basename(file, '.tsv'), await readFile(path.join(folder, file), 'utf8'));
  const { compileLexicon, serialiseLexicon } = await loadTypeScript(
    `export { compileLexicon } from './core/lexicon/compile.ts';
     export { serialiseLexicon } from './core/lexicon/lexicon.ts';`,
  );
  const lexicon = compileLexicon(files);
  const bytes = serialiseLexicon(lexicon);
  await writeToDist('lexicon.bin', bytes);
  return { names: lexicon.groupOf.length, bytes: bytes.length };
}
