/** The files of the machine, or those that the client reads and writes on the server's behalf. */
export interface FileAccess {
  /** The bytes of a file; null where there is none. Rejects if there is one that cannot be read. */
  readonly read: (uri: string) => Promise<Uint8Array | null>;
  /**
   * Writes a whole file such that a crash leaves the old or the new content, never half: a temporary file beside it
   * is written, read back, then renamed. Missing folders are made. Rejects with the old file untouched.
   */
  readonly writeAtomically: (uri: string, content: Uint8Array) => Promise<void>;
  /** The URIs of every file below a folder, hidden folders and node_modules left out; none if there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/** Why a file could not be read or written, in words a person can act on; the machine's own message goes behind. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Files by the scheme of their URI; `otherwise` has those of every other scheme. */
export function filesByScheme(
  schemes: Readonly<Record<string, FileAccess>>,
  otherwise: FileAccess,
): FileAccess {
  const of = (uri: string): FileAccess => schemes[uri.slice(0, uri.indexOf(':'))] ?? otherwise;
  return {
    read: (uri) => of(uri).read(uri),
    writeAtomically: (uri, content) => of(uri).writeAtomically(uri, content),
    list: (folder) => of(folder).list(folder),
  };
}

/** The text that bytes hold in UTF-8. Rejects what is none, instead of putting replacement characters in its place. */
export const decodeUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

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
