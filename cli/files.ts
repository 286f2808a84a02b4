import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decode } from './decode.ts';
import type { Decoded } from './decode.ts';

/** Why the command line can do nothing at all: told without a stack, and ends with status 2. */
export class UsageError extends Error {}

/** Reads an article; "-" is standard input. Never rejects: what went wrong is said in words. */
export async function readArticleFile(file: string, encoding: string | undefined): Promise<Decoded> {
  try {
    return decode(file === '-' ? await readStandardInput() : await readFile(file), encoding);
  } catch (error) {
    return { error: fileErrorText(error) };
  }
}

/** All of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/**
 * The bytes of a file.
 * @throws UsageError if it cannot be read.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`${file}: ${fileErrorText(error)}`);
  }
}

/** What an error of the file system means. */
export function fileErrorText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'this is a folder, no file';
    case 'EEXIST':
      return 'there is a file of this name, where a folder is needed';
    case 'ENOSPC':
      return 'the disk is full';
    case 'EROFS':
      return 'nothing can be written here: it is read-only';
    case 'EACCES':
    case 'EPERM':
      return 'you may not read or write this';
    case 'ENOTDIR':
      return 'part of this path is a file, no folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The files below a folder, as paths relative to it, parted by "/", sorted by code units. Hidden folders and
 * node_modules are not entered.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  const enter = async (relative: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, relative), { withFileTypes: true })) {
      const name = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await enter(name);
      } else if (entry.isFile()) files.push(name);
    }
  };
  await enter('');
  return files.sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Writes a file of a project, whole or not at all.
 * @param file its path in the project's folder
 * @throws UsageError where links lead it out of the folder: a project may be anybody's
 */
export async function writeInProject(folder: string, file: string, content: string): Promise<void> {
  if (await leadsOut(folder, path.join(folder, file)))
    throw new UsageError(
      `${path.join(folder, file)}: a link leads out of the project, and nothing is written there; take the link away, or run this on the folder that it leads to`,
    );
  await writeFileWhole(path.join(folder, file), content);
}

/** Whether a path that stands in a folder leads out of it by a link; what is not there yet is where the folder above it is. */
async function leadsOut(folder: string, file: string): Promise<boolean> {
  const root = await realpath(folder);
  for (let at = file; ; at = path.dirname(at)) {
    const real = await realpath(at).catch(() => null);
    if (real !== null) return path.relative(root, real).split(path.sep)[0] === '..';
    // A link whose end is missing leads anywhere; anything else was made by another program meanwhile.
    if ((await lstat(at).catch(() => null))?.isSymbolicLink()) return true;
  }
}

/**
 * Writes a file whole or not at all: beside it first, then renamed. Makes the folders that it needs. A link is followed,
 * and what is no file, such as /dev/stdout or a pipe, is written to: renamed over, either would be gone.
 */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const found = await stat(target).catch(() => null);
  if (found && !found.isFile()) {
    await writeFile(target, content);
    return;
  }
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true });
  const beside = path.join(folder, `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    // Nobody knows the file beside it.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}
