/** Packs what was learnt, training/weights/*.bin, into the container that core/entities/weights.ts reads. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Loads core's writer, which is TypeScript, as a module.
 * @returns {Promise<typeof import('../core/entities/weights.ts')>}
 */
async function loadWriter() {
  const outfile = path.join(ROOT, `.cache/weights-writer-${process.pid}-${performance.now()}.mjs`);
  await esbuild.build({
    entryPoints: [path.join(ROOT, 'core/entities/weights.ts')],
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
 * Writes dist/weights.bin, a section for each file, named as the file is.
 * @returns {Promise<{ sections: string[], bytes: number }>}
 */
export async function buildWeights() {
  const folder = path.join(ROOT, 'training/weights');
  const sections = new Map();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.bin')).sort())
    sections.set(path.basename(file, '.bin'), await readFile(path.join(folder, file)));
  const { serialiseWeights } = await loadWriter();
  const bytes = serialiseWeights(sections);
  await mkdir(path.join(ROOT, 'dist'), { recursive: true });
  // Renamed into place, so that a program that starts meanwhile never reads half of it.
  const temporary = path.join(ROOT, `dist/weights-${process.pid}.tmp`);
  await writeFile(temporary, bytes);
  await rename(temporary, path.join(ROOT, 'dist/weights.bin'));
  return { sections: [...sections.keys()], bytes: bytes.length };
}
