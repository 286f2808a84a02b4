/** How often lines stand in the files of an article's folder: what the outlet puts round every article. */
import { createLineCounts } from '../core/boilerplate/recurrence/line-counts.ts';
import type { LineCounts, Recurrence } from '../core/boilerplate/recurrence/line-counts.ts';
import { lineKeys } from '../core/boilerplate/recurrence/line-keys.ts';
import { toldOfLines } from '../core/boilerplate/recurrence/recurring-lines.ts';
import { articleFilter } from '../core/labels/project-files.ts';
import { decodeArticle } from './files.ts';
import type { Projects } from './projects.ts';
import { breathe } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import { folderOf, hasFolder, pathWithin, sameSpelling } from './uris.ts';

/** How many files of a folder are read, and how large they may be in bytes. */
const MOST_FILES = 2000;
const LARGEST_FILE = 1_000_000;
/** How long the server works before it looks whether something else waits, in milliseconds. */
const SLICE = 10;

export interface FolderRecurrence {
  /**
   * What the other files of an article's folder say of its lines, and from now on `text` is what the article says of
   * theirs. Undefined while they are being read, and where the article lies in no folder that the client works in.
   */
  readonly of: (uri: string, text: string) => Recurrence | undefined;
  /** The files of the article's folder have been read. */
  readonly ready: (uri: string) => Promise<void>;
  /** The same words as long as the other files say the same of the article's lines as they were last known. */
  readonly told: (uri: string) => string;
  /** A file has changed on disk, or the editor shows it no more. */
  readonly fileChanged: (uri: string) => Promise<void>;
}

interface Folder {
  readonly counts: LineCounts;
  readonly keys: Map<string, ReadonlySet<number>>;
  isRead: boolean;
  read: Promise<void>;
}

/**
 * Reads the files of each folder in which an article is looked at, once, and keeps count of their lines.
 * @param folders the folders that the client works in
 * @param changed hears of each folder whose files have been read, when there is more than one
 */
export function createFolderRecurrence(
  runtime: Runtime,
  projects: Projects,
  folders: () => readonly string[],
  changed: (folder: string) => void,
): FolderRecurrence {
  const known = new Map<string, Folder>();

  const put = (folder: Folder, uri: string, keys: ReadonlySet<number> | null): void => {
    const name = sameSpelling(uri);
    const before = folder.keys.get(name);
    if (before) folder.counts.remove(before);
    if (keys) {
      folder.counts.add(keys);
      folder.keys.set(name, keys);
    } else folder.keys.delete(name);
  };

  const keysOfFile = async (uri: string): Promise<ReadonlySet<number> | null> => {
    try {
      const bytes = await runtime.files.read(uri);
      return bytes && bytes.length <= LARGEST_FILE ? lineKeys(decodeArticle(bytes)) : null;
    } catch {
      // A file that cannot be read, or is no text, counts for nothing.
      return null;
    }
  };

  const readAll = async (uri: string, folder: Folder): Promise<void> => {
    const { project, folder: root } = await projects.ofFolder(uri);
    const isArticle = articleFilter(project);
    let since = runtime.elapsed();
    let left = MOST_FILES;
    for (const file of await runtime.files.list(uri)) {
      const path = pathWithin(root, file);
      if (path === null || !isArticle(path) || folderOf(file) !== uri) continue;
      if (left-- === 0) break;
      const keys = await keysOfFile(file);
      // An open article has told of its lines already, and knows them better than the disk.
      if (keys && !folder.keys.has(sameSpelling(file))) put(folder, file, keys);
      if (runtime.elapsed() - since < SLICE) continue;
      await breathe(runtime);
      since = runtime.elapsed();
    }
  };

  const folderAt = (uri: string): Folder | undefined => {
    if (!hasFolder(uri) || !folders().some((one) => pathWithin(one, uri) !== null)) return undefined;
    const name = folderOf(uri);
    let folder = known.get(name);
    if (folder) return folder;
    folder = { counts: createLineCounts(), keys: new Map(), isRead: false, read: Promise.resolve() };
    known.set(name, folder);
    const opened = folder;
    // Not before whoever asks has what it asked for.
    folder.read = Promise.resolve()
      .then(() => readAll(name, opened))
      .catch(() => undefined)
      .then(() => {
        opened.isRead = true;
        if (opened.keys.size > 1) changed(name);
      });
    return folder;
  };

  return {
    of(uri, text) {
      const folder = folderAt(uri);
      if (!folder) return undefined;
      const keys = lineKeys(text);
      put(folder, uri, keys);
      return folder.isRead ? folder.counts.forFile(keys) : undefined;
    },
    ready: (uri) => folderAt(uri)?.read ?? Promise.resolve(),
    told(uri) {
      const folder = hasFolder(uri) ? known.get(folderOf(uri)) : undefined;
      const keys = folder?.keys.get(sameSpelling(uri));
      return folder && keys ? toldOfLines(keys, folder.counts.forFile(keys)) : '';
    },
    async fileChanged(uri) {
      const folder = hasFolder(uri) ? known.get(folderOf(uri)) : undefined;
      if (folder) put(folder, uri, await keysOfFile(uri));
    },
  };
}
