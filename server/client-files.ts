import type { Connection } from 'vscode-languageserver';
import { sameBytes } from './files.ts';
import type { FileAccess } from './files.ts';
import {
  APPEND_FILE_REQUEST,
  LIST_FILES_REQUEST,
  READ_FILE_REQUEST,
  WRITE_FILE_REQUEST,
} from './protocol.ts';

/** Files that the client reads and writes for the server, wherever they live: a web worker has none of its own. */
export function clientFiles(connection: Connection): FileAccess {
  const read: FileAccess['read'] = async (uri) => {
    const content = await connection.sendRequest<string | null>(READ_FILE_REQUEST, { uri });
    return content === null ? null : fromBase64(content);
  };
  const writeAtomically: FileAccess['writeAtomically'] = (uri, content) =>
    connection.sendRequest(WRITE_FILE_REQUEST, { uri, content: toBase64(content) });
  return {
    read,
    // To ask costs no less than to read.
    stamp: () => Promise.resolve(null),
    writeAtomically,
    // Nothing that VS Code has of files keeps another window from writing in between.
    async replace(uri, content, held) {
      if (!sameBytes(await read(uri), held)) return false;
      await writeAtomically(uri, content);
      return true;
    },
    // VS Code does not tell where links lead.
    leadsOut: () => Promise.resolve(false),
    append: (uri, lines) => connection.sendRequest(APPEND_FILE_REQUEST, { uri, lines: toBase64(lines) }),
    list: (folder) => connection.sendRequest<string[]>(LIST_FILES_REQUEST, { folder }),
  };
}

function fromBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
