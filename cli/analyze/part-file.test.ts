import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from './article.ts';
import { digestOf } from './article.ts';
import type { ArticleInput } from './article.ts';
import type { RunIdentity } from './journal.ts';
import { openPartFile } from './part-file.ts';
import { notDone } from './resume.ts';

const RUN: RunIdentity = {
  hashiya: '1.0.0',
  engine: 'e',
  folders: null,
  options: { offsets: 'codepoint', weak: false },
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-part-'));
  return () => rmSync(folder, { recursive: true });
});
const output = (): string => path.join(folder, 'out.jsonl');
const part = (): string => `${output()}.part`;
const journal = (): string => `${part()}.journal`;

/** Inputs of our own, every third with an error and so without a result. */
const NAMES = ['أول', 'ثان', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع'];
async function* inputs(names = NAMES): AsyncGenerator<ArticleInput> {
  for (const name of names) yield { name, file: name, isRecord: true, bytes: Buffer.from(name.repeat(3)) };
}
const outcomeOf = ({ name, bytes = new Uint8Array() }: ArticleInput): Outcome => {
  const fails = NAMES.indexOf(name) % 3 === 1;
  return {
    name,
    report: fails ? null : JSON.stringify({ file: name, lines: [] }),
    error: fails ? 'this is no JSON object' : null,
    digest: digestOf(bytes),
    size: bytes.length,
  };
};

/** Goes on with the run, for so many inputs at the most; tells which were worked on. */
async function goOn(most: number, names = NAMES, resume = true, run = RUN): Promise<string[]> {
  const file = await openPartFile(output(), run, resume);
  if (file === null) return [];
  const worked: string[] = [];
  for await (const input of notDone(inputs(names), file.done(), () => undefined)) {
    if (worked.length === most) return worked;
    worked.push(input.name);
    file.add(outcomeOf(input));
  }
  await file.finish();
  return worked;
}

async function whole(): Promise<string> {
  await goOn(Infinity, NAMES, false);
  const written = readFileSync(output(), 'utf8');
  rmSync(output());
  return written;
}

describe('a run into a file', () => {
  test('has the name asked for when it is through, and leaves nothing else', async () => {
    expect(await goOn(Infinity, NAMES, false)).toEqual(NAMES);
    expect([existsSync(part()), existsSync(journal())]).toEqual([false, false]);
    const lines = readFileSync(output(), 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual(
      NAMES.filter((_, i) => i % 3 !== 1),
    );
  });

  test.each([...NAMES.keys()])(
    'that stops after %i inputs is gone on with, each input done once',
    async (stop) => {
      const expected = await whole();
      const first = await goOn(stop);
      expect(existsSync(output())).toBe(false);
      const second = await goOn(Infinity);
      expect([...first, ...second]).toEqual(NAMES);
      expect(readFileSync(output(), 'utf8')).toBe(expected);
    },
  );

  test('that breaks off at any byte of its results is gone on with', async () => {
    const expected = await whole();
    const [results, entries] = await halves(5);
    for (let cut = 0; cut <= results.length; cut++)
      await expectWhole(results.subarray(0, cut), entries, expected);
  });

  test('that breaks off at any byte of its journal is gone on with', async () => {
    const expected = await whole();
    const [results, entries] = await halves(5);
    for (let cut = headerSize(entries); cut <= entries.length; cut++)
      await expectWhole(results, entries.subarray(0, cut), expected);
  });

  /** What a run leaves that stops after so many inputs: results, journal. */
  async function halves(stop: number): Promise<[Buffer, Buffer]> {
    await goOn(stop);
    return [readFileSync(part()), readFileSync(journal())];
  }
  const headerSize = (entries: Buffer): number => entries.indexOf(10) + 1;

  async function expectWhole(results: Uint8Array, entries: Uint8Array, expected: string): Promise<void> {
    rmSync(output(), { force: true });
    writeFileSync(part(), results);
    writeFileSync(journal(), entries);
    await goOn(Infinity);
    expect(readFileSync(output(), 'utf8'), `${results.length} and ${entries.length} bytes`).toBe(expected);
  }

  test('counts the inputs that failed before it was taken up again', async () => {
    await goOn(5);
    expect((await openPartFile(output(), RUN, true))?.failed).toBe(2);
  });
});

describe('refuses', () => {
  const refusal = (run: Promise<unknown>): Promise<string> =>
    run.then(
      () => 'nothing',
      (error: unknown) => (error as Error).message,
    );

  test('to begin where a part lies, unless it is to go on', async () => {
    await goOn(3);
    expect(await refusal(goOn(1, NAMES, false))).toContain(
      'a run that broke off left this; go on with it by --resume',
    );
    expect(await goOn(Infinity)).toEqual(NAMES.slice(3));
  });

  const others: [what: string, run: RunIdentity, why: string][] = [
    ['another version', { ...RUN, hashiya: '2.0.0' }, 'begun with version 1.0.0 of this program'],
    ['other weights', { ...RUN, engine: 'f' }, 'another lexicon or other weights'],
    [
      'other options',
      { ...RUN, options: { offsets: 'byte', weak: false } },
      '(offsets: codepoint then, byte now)',
    ],
    ['changed folders', { ...RUN, folders: 'x' }, 'files in the folders were added, removed or changed'],
  ];
  test.each(others)('to go on with %s', async (_, run, why) => {
    await goOn(3);
    expect(await refusal(goOn(1, NAMES, true, run))).toContain(why);
  });

  const changed: [what: string, names: string[], why: string][] = [
    ['a new input among those that are done', ['جديد', ...NAMES], '"أول" was done where "جديد" is now'],
    ['fewer inputs than are done', NAMES.slice(0, 2), '"ثالث" was done and is gone'],
  ];
  test.each(changed)('to go on with %s', async (_, names, why) => {
    await goOn(3);
    expect(await refusal(goOn(Infinity, names))).toContain(why);
  });

  test('to go on where an input that is done has other content', async () => {
    await goOn(3);
    const entries = readFileSync(journal(), 'utf8').replace(
      digestOf(Buffer.from('ثان'.repeat(3))),
      'f'.repeat(64),
    );
    writeFileSync(journal(), entries);
    expect(await refusal(goOn(Infinity))).toContain('"ثان" is not what it was');
  });

  test('to go on with a part that has no journal, and leaves it as it is', async () => {
    writeFileSync(part(), 'not ours');
    expect(await refusal(goOn(1))).toContain('there is no journal to go on by');
    expect(readFileSync(part(), 'utf8')).toBe('not ours');
  });

  test('to go on with a part that is not what its journal says', async () => {
    await goOn(3);
    const { length } = readFileSync(part());
    truncateSync(part(), 0);
    writeFileSync(part(), 'x'.repeat(length));
    expect(await refusal(goOn(1))).toContain('this is not what its journal says');
  });

  test('to write over what is no file', async () => {
    expect(await refusal(openPartFile(folder, RUN, false))).toContain('this is no file');
  });
});

test('a run that is through is not done again, and new inputs wait until its file is gone', async () => {
  await goOn(Infinity);
  expect(await goOn(Infinity, [...NAMES, 'ثامن'])).toEqual([]);
});
