/** The files of the machine, or those that the client reads and writes on the server's behalf. */
export interface FileAccess {
  /** The bytes of a file; null where there is none. Rejects if there is one that cannot be read. */
  readonly read: (uri: string) => Promise<Uint8Array | null>;
  /** What is another one whenever a file has changed; null where there is none, or nobody can tell without reading it. */
  readonly stamp: (uri: string) => Promise<string | null>;
  /**
   * Writes a whole file such that a crash leaves the old or the new content, never half: a temporary file beside it
   * is written, read back, then renamed. Missing folders are made. Rejects with the old file untouched.
   */
  readonly writeAtomically: (uri: string, content: Uint8Array) => Promise<void>;
  /**
   * As writeAtomically, if at the moment of the renaming the file holds what it is told to hold, null for no file.
   * Resolves to whether it did; if not, it is untouched. Of several programs that replace one file at once so, one at
   * a time gets its turn, as far as the machine lets them know of one another.
   */
  readonly replace: (uri: string, content: Uint8Array, held: Uint8Array | null) => Promise<boolean>;
  /**
   * Adds lines, each with "\n" at its end, behind those that a file has; where its last one was left unfinished they
   * begin on a new line. Missing folders are made. What several programs add at once stays whole, in any order.
   */
  readonly append: (uri: string, lines: Uint8Array) => Promise<void>;
  /** Whether links on the way from a folder to a file below it, which need not be there yet, lead out of that folder. */
  readonly leadsOut: (folder: string, uri: string) => Promise<boolean>;
  /** The URIs of every file below a folder, hidden folders and node_modules left out; none if there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/** Why a file could not be read or written, in words a person can act on; the machine's own message goes behind. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether two contents are the same; null is that of no file. */
export const sameBytes = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every((byte, i) => byte === other[i]);

/**
 * Rejects where links lead from a project's folder to somewhere else: a project may be anybody's, and nothing outside it
 * is written.
 */
export async function mustStayIn(files: FileAccess, folder: string, uri: string): Promise<void> {
  if (await files.leadsOut(folder, uri))
    throw new Error("A link on the way to this file leads out of the project's folder.");
}

/** Files by the scheme of their URI; `otherwise` has those of every other scheme. */
export function filesByScheme(
  schemes: Readonly<Record<string, FileAccess>>,
  otherwise: FileAccess,
): FileAccess {
  const of = (uri: string): FileAccess => schemes[uri.slice(0, uri.indexOf(':'))] ?? otherwise;
  return {
    read: (uri) => of(uri).read(uri),
    stamp: (uri) => of(uri).stamp(uri),
    writeAtomically: (uri, content) => of(uri).writeAtomically(uri, content),
    replace: (uri, content, held) => of(uri).replace(uri, content, held),
    append: (uri, lines) => of(uri).append(uri, lines),
    leadsOut: (folder, uri) => of(uri).leadsOut(folder, uri),
    list: (folder) => of(folder).list(folder),
  };
}

/** The text that bytes hold in UTF-8. Rejects what is none, instead of putting replacement characters in its place. */
export const decodeUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** A text in UTF-8. */
export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * An article's text: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is no part of the text, as in an
 * editor. Throws on bytes that are no text in these encodings.
 */
export function decodeArticle(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
