import { lstat, mkdir, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sameBytes } from '../files.ts';
import type { FileAccess } from '../files.ts';
import { alone, writeThenRename } from './atomic-write.ts';

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

  async stamp(uri) {
    try {
      // The time of the last change of any kind, too: that of the content can be set back.
      const { mtimeNs, ctimeNs, size, ino } = await stat(fileURLToPath(uri), { bigint: true });
      return `${mtimeNs} ${ctimeNs} ${size} ${ino}`;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },

  async writeAtomically(uri, content) {
    await writeThenRename(fileURLToPath(uri), content, () => Promise.resolve(true));
  },

  async replace(uri, content, held) {
    const file = fileURLToPath(uri);
    await mkdir(path.dirname(file), { recursive: true });
    return alone(file, () =>
      writeThenRename(file, content, async () => sameBytes(await machineFiles.read(uri), held)),
    );
  },

  async append(uri, lines) {
    const file = fileURLToPath(uri);
    const handle = await open(file, 'a+').catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      await mkdir(path.dirname(file), { recursive: true });
      return open(file, 'a+');
    });
    try {
      const { size } = await handle.stat();
      const last = size === 0 ? '\n' : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
      // In one call, which the system does not mix with that of another program.
      const bytes = last === '\n' ? lines : Buffer.concat([Buffer.from('\n'), lines]);
      const { bytesWritten } = await handle.write(bytes);
      if (bytesWritten !== bytes.length) throw new Error(`${file}: only a part of a line could be written.`);
    } finally {
      await handle.close();
    }
  },

  async leadsOut(folder, uri) {
    const root = await realpath(fileURLToPath(folder));
    let at = fileURLToPath(uri);
    for (;;) {
      const real = await realpath(at).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (real !== null)
        return real !== root && !real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
      // What is not there yet will be made where the folder above it is, and what another program has made meanwhile lies
      // there, but a link whose end is missing leads anywhere.
      if ((await lstat(at).catch(() => null))?.isSymbolicLink()) return true;
      at = path.dirname(at);
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
