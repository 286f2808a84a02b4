/** Packs what was learnt, training/weights/*.bin, into the container that core/entities/weights.ts reads. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadTypeScript, ROOT, writeToDist } from './lib/dist.mjs';

/**
 * Writes dist/weights.bin, a section for each file, named as the file is.
 * @returns {Promise<{ sections: string[], bytes: number }>}
 */
export async function buildWeights() {
  const folder = path.join(ROOT, 'training/weights');
  const sections = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.bin')).sort())
    sections.set(path.basename(file, '.bin'), await readFile(path.join(folder, file)));
  const { serialiseWeights } = await loadTypeScript(
    `export { serialiseWeights } from './core/entities/weights.ts';`,
  );
  const bytes = serialiseWeights(sections);
  await writeToDist('weights.bin', bytes);
  return { sections: [...sections.keys()], bytes: bytes.length };
}
