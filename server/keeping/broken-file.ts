/** Annotation files that are damaged: read as far as they can be, and kept aside before they are written anew. */
import { decodeUtf8, sameBytes } from '../files.ts';
import type { FileAccess } from '../files.ts';

/** So many damaged versions of one file are kept aside; that there are more says that something else is wrong. */
const MOST_BROKEN = 99;

/**
 * The text of an annotation file. Of one that is no UTF-8 as a whole each line is decoded by itself; a line that cannot
 * be is no JSON in what comes back, so that it counts as one that cannot be read.
 */
export function decodeStore(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    const lines: string[] = [];
    for (let start = 0; start <= bytes.length;) {
      const end = bytes.indexOf(0x0a, start);
      const line = bytes.subarray(start, end < 0 ? bytes.length : end);
      lines.push(decodeLine(line));
      start = end < 0 ? bytes.length + 1 : end + 1;
    }
    return lines.join('\n');
  }
}

function decodeLine(line: Uint8Array): string {
  try {
    return decodeUtf8(line);
  } catch {
    return `\ufffd${new TextDecoder().decode(line)}`;
  }
}

/**
 * Copies a damaged file to "x.jsonl.broken" beside it, or "x.jsonl.2.broken" and so on where others lie there; one that
 * holds the same already will do.
 * @returns the URI of the copy
 * @throws if it cannot be written
 */
export async function keepAside(files: FileAccess, file: string, content: Uint8Array): Promise<string> {
  for (let n = 1; n <= MOST_BROKEN; n++) {
    const aside = n === 1 ? `${file}.broken` : `${file}.${n}.broken`;
    const there = await files.read(aside);
    if (sameBytes(there, content) || (there === null && (await files.replace(aside, content, null))))
      return aside;
  }
  throw new Error(`There are ${MOST_BROKEN} damaged versions of this file beside it; look them through.`);
}
