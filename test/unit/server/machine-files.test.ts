import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { machineFiles } from '../../../server/node/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya files %'));
  return () => rmSync(folder, { recursive: true });
});
const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the files of the machine', () => {
  it('are read, and none where there is none', async () => {
    writeFileSync(path.join(folder, 'خبر.txt'), 'خبر');
    expect(new TextDecoder().decode((await machineFiles.read(uri('خبر.txt'))) ?? undefined)).toBe('خبر');
    expect(await machineFiles.read(uri('none.txt'))).toBeNull();
    expect(await machineFiles.read(uri('خبر.txt/none.txt'))).toBeNull();
    await expect(machineFiles.read(uri('.'))).rejects.toThrow('EISDIR');
  });

  it('are written whole, with their folders, and nothing is left beside them', async () => {
    await machineFiles.writeAtomically(uri('a/b/c.jsonl'), bytes('one'));
    await machineFiles.writeAtomically(uri('a/b/c.jsonl'), bytes('two'));
    expect(readFileSync(path.join(folder, 'a/b/c.jsonl'), 'utf8')).toBe('two');
    expect(readdirSync(path.join(folder, 'a/b'))).toEqual(['c.jsonl']);
  });

  it('are never half written, though many write at once', async () => {
    const contents = Array.from({ length: 12 }, (_, i) => `${i}`.repeat(200_000));
    await Promise.all(contents.map((content) => machineFiles.writeAtomically(uri('x'), bytes(content))));
    expect(contents).toContain(readFileSync(path.join(folder, 'x'), 'utf8'));
    expect(readdirSync(folder)).toEqual(['x']);
  });

  it('keep their old content where they cannot be written', async () => {
    mkdirSync(path.join(folder, 'x'));
    writeFileSync(path.join(folder, 'x/inside'), 'old');
    await expect(machineFiles.writeAtomically(uri('x'), bytes('new'))).rejects.toThrow();
    expect(readFileSync(path.join(folder, 'x/inside'), 'utf8')).toBe('old');
    expect(readdirSync(folder), 'temporary files').toEqual(['x']);
  });

  it.skipIf(process.getuid?.() === 0)('say so where a folder is read-only', async () => {
    chmodSync(folder, 0o500);
    await expect(machineFiles.writeAtomically(uri('x'), bytes('new'))).rejects.toThrow('EACCES');
    chmodSync(folder, 0o700);
    expect(existsSync(path.join(folder, 'x'))).toBe(false);
  });

  it('are listed in order, hidden folders and packages left out', async () => {
    for (const name of ['b.txt', 'a/x.txt', '.git/x', 'node_modules/x', 'a/.hidden'])
      await machineFiles.writeAtomically(uri(name), bytes(''));
    expect(await machineFiles.list(pathToFileURL(folder).href)).toEqual([uri('a/x.txt'), uri('b.txt')]);
    expect(await machineFiles.list(uri('none'))).toEqual([]);
  });
});
