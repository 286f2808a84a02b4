import type { Connection } from 'vscode-languageserver';
import type { FileAccess } from './files.ts';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, WRITE_FILE_REQUEST } from './protocol.ts';

/** Files that the client reads and writes for the server, wherever they live: a web worker has none of its own. */
export const clientFiles = (connection: Connection): FileAccess => ({
  async read(uri) {
    const content = await connection.sendRequest<string | null>(READ_FILE_REQUEST, { uri });
    return content === null ? null : fromBase64(content);
  },
  writeAtomically: (uri, content) =>
    connection.sendRequest(WRITE_FILE_REQUEST, { uri, content: toBase64(content) }),
  list: (folder) => connection.sendRequest<string[]>(LIST_FILES_REQUEST, { folder }),
});

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
