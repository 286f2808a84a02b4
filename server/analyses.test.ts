import { CancellationTokenSource } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { testRuntime } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import { createAnalyses } from './analyses.ts';
import type { Runtime } from './runtime.ts';

const URI = 'file:///a.txt';
const documentOf = (text: string, version = 1): TextDocument =>
  TextDocument.create(URI, 'article', version, text);
const live = (): CancellationTokenSource => new CancellationTokenSource();

/** A machine whose clock says that every line took long, and that counts how often others had their turn. */
function slowRuntime(): {
  readonly runtime: Runtime;
  readonly turns: () => number;
  whenTurn: (run: () => void) => void;
} {
  let clock = 0;
  let turns = 0;
  let atTurn = (): void => undefined;
  const base = testRuntime(memoryFiles());
  const runtime: Runtime = {
    ...base,
    elapsed: () => (clock += 20),
    after(milliseconds, run) {
      turns++;
      atTurn();
      return base.after(milliseconds, run);
    },
  };
  return { runtime, turns: () => turns, whenTurn: (run) => void (atTurn = run) };
}

const LONG = Array.from({ length: 50 }, (_, i) => `السطر ${i}: زار الوفد موسكو.`).join('\n');

describe('the analysis of a document', () => {
  it('is made once for each version, whoever asks and however often', async () => {
    const analyses = createAnalyses(testRuntime(memoryFiles()), () => undefined);
    const document = documentOf(LONG);
    const all = await Promise.all([1, 2, 3].map(() => analyses.of(document, live().token)));
    all.push(await analyses.of(document, live().token));
    expect(new Set(all).size).toBe(1);
    expect(all[0]?.entities.length).toBeGreaterThanOrEqual(50);
    expect(analyses.begun()).toBe(1);
    await analyses.of(documentOf(LONG, 2), live().token);
    expect(analyses.begun()).toBe(2);
  });

  it('reads lists and weights anew after a rest, and finds the same', async () => {
    const base = testRuntime(memoryFiles());
    let reads = 0;
    const lexicon: Runtime['lexicon'] = (uri) => {
      reads++;
      return base.lexicon(uri);
    };
    const analyses = createAnalyses({ ...base, lexicon }, () => undefined);
    const before = await analyses.ofText(LONG, live().token);
    analyses.rest();
    const after = await analyses.ofText(LONG, live().token);
    expect(reads).toBe(2);
    expect(after?.entities).toEqual(before?.entities);
  });

  it('gives others their turn in between', async () => {
    const slow = slowRuntime();
    const analyses = createAnalyses(slow.runtime, () => undefined);
    await analyses.of(documentOf(LONG), live().token);
    expect(slow.turns()).toBeGreaterThanOrEqual(40);
  });

  it('stops when everybody who asked has cancelled, and starts again for who asks later', async () => {
    const slow = slowRuntime();
    const analyses = createAnalyses(slow.runtime, () => undefined);
    const [first, second] = [live(), live()];
    slow.whenTurn(() => {
      if (slow.turns() === 3) first.cancel();
      if (slow.turns() === 6) second.cancel();
    });
    const document = documentOf(LONG);
    const results = await Promise.all([
      analyses.of(document, first.token),
      analyses.of(document, second.token),
    ]);
    expect(results).toEqual([null, null]);
    expect(slow.turns()).toBe(6);
    expect(await analyses.of(document, live().token)).not.toBeNull();
  });

  it('goes on while somebody still waits', async () => {
    const slow = slowRuntime();
    const analyses = createAnalyses(slow.runtime, () => undefined);
    const [first, second] = [live(), live()];
    slow.whenTurn(() => {
      if (slow.turns() === 3) first.cancel();
    });
    const document = documentOf(LONG);
    const [one, other] = await Promise.all([
      analyses.of(document, first.token),
      analyses.of(document, second.token),
    ]);
    expect(one).toBeNull();
    expect(other).not.toBeNull();
    expect(analyses.begun()).toBe(1);
  });

  it('stops when a newer version is asked for', async () => {
    const slow = slowRuntime();
    const analyses = createAnalyses(slow.runtime, () => undefined);
    const newer = documentOf(`${LONG}\nخبر`, 2);
    let later: Promise<unknown> | undefined;
    slow.whenTurn(() => {
      if (slow.turns() === 5) later = analyses.of(newer, live().token);
    });
    expect(await analyses.of(documentOf(LONG), live().token)).toBeNull();
    expect(await later).toMatchObject({ article: { text: newer.getText() } });
    expect(await analyses.of(documentOf(LONG), live().token), 'of the old version').toBeNull();
  });

  it('is tried again after the lexicon could not be read', async () => {
    const base = testRuntime(memoryFiles());
    let fails = true;
    const lexicon: Runtime['lexicon'] = (uri) =>
      fails ? Promise.reject(new Error('gone')) : base.lexicon(uri);
    const analyses = createAnalyses({ ...base, lexicon }, () => undefined);
    await expect(analyses.of(documentOf(LONG), live().token)).rejects.toThrow('gone');
    fails = false;
    expect(await analyses.of(documentOf(LONG), live().token)).not.toBeNull();
  });
});
