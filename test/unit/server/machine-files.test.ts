import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
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

  it('that a killed program left half written go with the next write, those of a running one stay', async () => {
    const names = ['old', 'new'].map((one) => `.${one}.jsonl.${randomUUID()}.tmp`) as [string, string];
    for (const name of names) writeFileSync(path.join(folder, name), '{"id":');
    const before = new Date(Date.now() - 7_200_000);
    utimesSync(path.join(folder, names[0]), before, before);
    expect(await machineFiles.list(pathToFileURL(folder).href)).toEqual([]);
    await machineFiles.writeAtomically(uri('x.jsonl'), bytes('one'));
    expect(readdirSync(folder)).toEqual([names[1], 'x.jsonl']);
  });

  it('are replaced only where they hold what they are thought to hold', async () => {
    expect(await machineFiles.replace(uri('x'), bytes('one'), null)).toBe(true);
    expect(await machineFiles.replace(uri('x'), bytes('two'), null)).toBe(false);
    expect(await machineFiles.replace(uri('x'), bytes('two'), bytes('others'))).toBe(false);
    expect(readFileSync(path.join(folder, 'x'), 'utf8')).toBe('one');
    expect(await machineFiles.replace(uri('x'), bytes('two'), bytes('one'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['x']);
  });

  it('have one replacement win of many that come at once', async () => {
    await machineFiles.writeAtomically(uri('x'), bytes('one'));
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, i) => machineFiles.replace(uri('x'), bytes(`${i}`), bytes('one'))),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(path.join(folder, 'x'), 'utf8')).toBe(String(results.indexOf(true)));
  });

  it('are replaced though a program died in its turn', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(path.join(folder, '.x.turn'), `${os.hostname()} ${dead} 1`);
    expect(await machineFiles.replace(uri('x'), bytes('one'), null)).toBe(true);
    expect(readdirSync(folder)).toEqual(['x']);
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

  it('have another stamp whenever they have changed, be it to something of the same length', async () => {
    expect(await machineFiles.stamp(uri('x'))).toBeNull();
    const stamps: (string | null)[] = [];
    for (const content of ['one', 'two', 'six']) {
      await machineFiles.writeAtomically(uri('x'), bytes(content));
      stamps.push(await machineFiles.stamp(uri('x')));
      expect(await machineFiles.stamp(uri('x'))).toBe(stamps.at(-1));
    }
    expect(new Set(stamps).size).toBe(3);
  });

  it('are added to, with their folders, and behind a half line on a new one', async () => {
    await machineFiles.append(uri('a/b/c.jsonl'), bytes('one\n'));
    await machineFiles.append(uri('a/b/c.jsonl'), bytes('two\n'));
    expect(readFileSync(path.join(folder, 'a/b/c.jsonl'), 'utf8')).toBe('one\ntwo\n');
    writeFileSync(path.join(folder, 'half'), 'one\ntw');
    await machineFiles.append(uri('half'), bytes('three\n'));
    expect(readFileSync(path.join(folder, 'half'), 'utf8')).toBe('one\ntw\nthree\n');
  });

  it('keep every line whole that many add at once', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${i} ${'خبر '.repeat(3000)}`);
    await Promise.all(lines.map((line) => machineFiles.append(uri('x'), bytes(`${line}\n`))));
    // Whoever looks while another still writes takes that line for an unfinished one, and leaves a blank line behind it.
    const read = readFileSync(path.join(folder, 'x'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(read.map((line) => line.trim()).sort()).toEqual(lines.map((line) => line.trim()).sort());
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
