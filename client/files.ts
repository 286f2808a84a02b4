import type { BaseLanguageClient } from 'vscode-languageclient';
import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode';
import { LIST_FILES_REQUEST, READ_FILE_REQUEST, WRITE_FILE_REQUEST } from '../server/protocol.ts';

/** Folders that hold no articles. */
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** Reads and writes files for a server that has none of its own, or none where these are: wherever VS Code can. */
export function serveFiles(client: BaseLanguageClient): Disposable {
  const uriOf = (uri: string) => client.protocol2CodeConverter.asUri(uri);
  const handlers = [
    client.onRequest(READ_FILE_REQUEST, async ({ uri }: { uri: string }) => {
      const bytes = await unlessMissing(workspace.fs.readFile(uriOf(uri)));
      return bytes ? toBase64(bytes) : null;
    }),
    client.onRequest(WRITE_FILE_REQUEST, ({ uri, content }: { uri: string; content: string }) =>
      writeAtomically(uriOf(uri), fromBase64(content)),
    ),
    client.onRequest(LIST_FILES_REQUEST, async ({ folder }: { folder: string }) =>
      (await filesBelow(uriOf(folder))).map((uri) => client.code2ProtocolConverter.asUri(uri)),
    ),
  ];
  return { dispose: () => handlers.forEach((handler) => handler.dispose()) };
}

/** Writes beside the file, then renames: a crash leaves the old file or the new one. Makes missing folders. */
async function writeAtomically(uri: Uri, content: Uint8Array): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.tmp` });
  await workspace.fs.writeFile(temporary, content);
  try {
    await workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(temporary);
    throw error;
  }
}

/** Every file below a folder; none where there is no folder. */
async function filesBelow(folder: Uri): Promise<Uri[]> {
  const entries = (await unlessMissing(workspace.fs.readDirectory(folder))) ?? [];
  const found: Uri[] = [];
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    if (type & FileType.File) found.push(uri);
    // A link to a folder may lead in a circle.
    else if (type === FileType.Directory && !isSkipped(name)) found.push(...(await filesBelow(uri)));
  }
  return found;
}

/** Undefined for what is not there; any other error is the caller's. */
async function unlessMissing<T>(result: Thenable<T>): Promise<T | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

const fromBase64 = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
