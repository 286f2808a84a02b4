import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * Loads TypeScript of the project as a module.
 * @param {string} contents what to export, paths from the project's folder
 */
export async function loadTypeScript(contents) {
  const outfile = path.join(ROOT, `.cache/loaded-${process.pid}-${performance.now()}.mjs`);
  await esbuild.build({ stdin: { contents, resolveDir: ROOT }, bundle: true, format: 'esm', outfile });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

/**
 * Writes dist/NAME. It is renamed into place, so that a program that starts meanwhile never reads half of it.
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export async function writeToDist(name, bytes) {
  await mkdir(path.join(ROOT, 'dist'), { recursive: true });
  const temporary = path.join(ROOT, `dist/${name}-${process.pid}.tmp`);
  await writeFile(temporary, bytes);
  await rename(temporary, path.join(ROOT, 'dist', name));
}
