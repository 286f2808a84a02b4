/** URIs as the client writes them, and paths within a folder. */
import { URI, Utils } from 'vscode-uri';

/** One spelling for all spellings of a URI, to compare by. */
export const sameSpelling = (uri: string): string => URI.parse(uri).toString();

/** The URI of a path within a folder; the path is parted by "/" and not encoded. */
export const within = (folder: string, path: string): string =>
  Utils.joinPath(URI.parse(folder), path).toString();

/** The folder that holds a file or folder; the root holds itself. */
export const folderOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

/** The last part of a URI's path, not encoded. */
export const nameOf = (uri: string): string => Utils.basename(URI.parse(uri));

/**
 * The path of a file below a folder, parted by "/" and not encoded; null if it is not below it, or if it has parts such
 * as "..", be they encoded, by which what is made of the path would lead elsewhere.
 */
export function pathWithin(folder: string, uri: string): string | null {
  const [outer, inner] = [URI.parse(folder), URI.parse(uri)];
  const start = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  const below =
    outer.scheme === inner.scheme && outer.authority === inner.authority && inner.path.startsWith(start);
  const path = inner.path.slice(start.length);
  return below && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path) ? path : null;
}

/** Whether files beside this one can be read and written: not where it is not saved yet. */
export const hasFolder = (uri: string): boolean => URI.parse(uri).scheme !== 'untitled';
