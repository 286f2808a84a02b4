import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** What an error of the file system means. */
export function fileErrorText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'this is a folder; name the files in it';
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

/** Writes a file whole or not at all: beside it first, then renamed. Makes the folders that it needs. */
export async function writeFileWhole(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
