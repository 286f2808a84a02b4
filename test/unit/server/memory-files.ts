import type { FileAccess } from '../../../server/files.ts';

/** Files that live in memory, for tests; `failure` stands for a full disk or a folder that is read-only. */
export interface MemoryFiles extends FileAccess {
  readonly contents: Map<string, string>;
  failure: Error | null;
  writes: number;
}

/** Files in memory with these contents, by URI. */
export function memoryFiles(contents: Readonly<Record<string, string>> = {}): MemoryFiles {
  const held = new Map(Object.entries(contents));
  return {
    contents: held,
    failure: null,
    writes: 0,
    read: (uri) => {
      const content = held.get(decodeURI(uri));
      return Promise.resolve(content === undefined ? null : new TextEncoder().encode(content));
    },
    writeAtomically(uri, content) {
      if (this.failure) return Promise.reject(this.failure);
      this.writes++;
      held.set(decodeURI(uri), new TextDecoder().decode(content));
      return Promise.resolve();
    },
    list: (folder) =>
      Promise.resolve([...held.keys()].filter((uri) => uri.startsWith(`${decodeURI(folder)}/`))),
  };
}
