import type { BaseLanguageClient } from 'vscode-languageclient';
import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode';
import {
  APPEND_FILE_REQUEST,
  LIST_FILES_REQUEST,
  READ_FILE_REQUEST,
  WRITE_FILE_REQUEST,
} from '../server/protocol.ts';

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
    client.onRequest(APPEND_FILE_REQUEST, ({ uri, lines }: { uri: string; lines: string }) =>
      append(uriOf(uri), fromBase64(lines)),
    ),
    client.onRequest(LIST_FILES_REQUEST, async ({ folder }: { folder: string }) =>
      (await filesBelow(uriOf(folder))).map((uri) => client.code2ProtocolConverter.asUri(uri)),
    ),
  ];
  return { dispose: () => handlers.forEach((handler) => handler.dispose()) };
}

/**
 * Writes beside the file, reads that back, then renames: a crash leaves the old file or the new one. Makes missing
 * folders. What a crash leaves beside it is hidden from every list.
 */
async function writeAtomically(uri: Uri, content: Uint8Array): Promise<void> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(uri.path) ?? [];
  const temporary = uri.with({ path: `${folder}.${name}.${Date.now().toString(36)}.tmp` });
  try {
    await workspace.fs.writeFile(temporary, content);
    if (!isSame(await workspace.fs.readFile(temporary), content))
      throw new Error(`${temporary.path} does not hold what was written to it.`);
    await workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await unlessMissing(workspace.fs.delete(temporary));
    throw error;
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** Each waits for the one before it: VS Code cannot add to a file, only read and write it. */
let appending: Promise<unknown> = Promise.resolve();

/** Puts lines behind those of a file; behind a line that was left unfinished on a new one. */
function append(uri: Uri, lines: Uint8Array): Promise<void> {
  const work = async (): Promise<void> => {
    // Another window may do the same at the same moment: whoever finds their lines gone adds them again.
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const old = (await unlessMissing(workspace.fs.readFile(uri))) ?? new Uint8Array();
      const isFinished = old.length === 0 || old[old.length - 1] === LINE_FEED;
      await writeAtomically(uri, joined(isFinished ? [old, lines] : [old, Uint8Array.of(LINE_FEED), lines]));
      if (includes(await workspace.fs.readFile(uri), lines)) return;
    }
    throw new Error(`${uri.path}: another program overwrites what is added to it.`);
  };
  const result = appending.then(work, work);
  appending = result.catch(() => undefined);
  return result;
}

const MOST_ATTEMPTS = 5;
const LINE_FEED = 0x0a;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether bytes hold others; what was added stands near the end. */
function includes(whole: Uint8Array, part: Uint8Array): boolean {
  for (let start = whole.length - part.length; start >= 0; start--)
    if (part.every((byte, i) => whole[start + i] === byte)) return true;
  return false;
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
