import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess } from '../files.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The files of this machine, by file: URI. */
export const machineFiles: FileAccess = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },

  async writeAtomically(uri, content) {
    const file = fileURLToPath(uri);
    await mkdir(path.dirname(file), { recursive: true });
    const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
    try {
      const handle = await open(temporary, 'wx');
      try {
        await handle.writeFile(content);
        // Without it a power cut could leave a renamed but empty file.
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (!(await readFile(temporary)).equals(content))
        throw new Error(`${temporary} does not hold what was written to it.`);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  },

  async list(folder) {
    const root = fileURLToPath(folder);
    const found: string[] = [];
    const walk = async (at: string): Promise<void> => {
      const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const full = path.join(at, entry.name);
        if (entry.isDirectory()) await walk(full);
        else if (entry.isFile()) found.push(pathToFileURL(full).href);
      }
    };
    await walk(root);
    return found;
  },
};
