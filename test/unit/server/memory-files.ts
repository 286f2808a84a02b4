import { sameBytes } from '../../../server/files.ts';
import type { FileAccess } from '../../../server/files.ts';

/** Files that live in memory, for tests; `failure` stands for a full disk or a folder that is read-only. */
export interface MemoryFiles extends FileAccess {
  read: FileAccess['read'];
  writeAtomically: FileAccess['writeAtomically'];
  replace: FileAccess['replace'];
  append: FileAccess['append'];
  readonly contents: Map<string, string>;
  failure: Error | null;
  writes: number;
}

/** One spelling of a URI, encoded or not; one that cannot be decoded stays as it is. */
function spelt(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri;
  }
}

/** Files in memory with these contents, by URI. */
export function memoryFiles(contents: Readonly<Record<string, string>> = {}): MemoryFiles {
  const held = new Map(Object.entries(contents));
  return {
    contents: held,
    failure: null,
    writes: 0,
    read: (uri) => {
      const content = held.get(spelt(uri));
      return Promise.resolve(content === undefined ? null : new TextEncoder().encode(content));
    },
    stamp: (uri) => Promise.resolve(held.get(spelt(uri)) ?? null),
    writeAtomically(uri, content) {
      if (this.failure) return Promise.reject(this.failure);
      this.writes++;
      held.set(spelt(uri), new TextDecoder().decode(content));
      return Promise.resolve();
    },
    async replace(uri, content, held) {
      if (!sameBytes(await this.read(uri), held)) return false;
      await this.writeAtomically(uri, content);
      return true;
    },
    append(uri, lines) {
      if (this.failure) return Promise.reject(this.failure);
      const old = held.get(spelt(uri)) ?? '';
      const added = new TextDecoder().decode(lines);
      held.set(spelt(uri), old === '' || old.endsWith('\n') ? old + added : `${old}\n${added}`);
      return Promise.resolve();
    },
    leadsOut: () => Promise.resolve(false),
    list: (folder) => Promise.resolve([...held.keys()].filter((uri) => uri.startsWith(`${spelt(folder)}/`))),
  };
}
