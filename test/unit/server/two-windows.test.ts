import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomUUID } from 'node:crypto';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_FACTS } from '../../../core/annotations/annotation.ts';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import { parseHistory, stacksOf } from '../../../core/annotations/history.ts';
import { parseStore } from '../../../core/annotations/store.ts';
import { createAnnotationKeeper } from '../../../server/annotation-keeper.ts';
import type { AnnotationKeeper } from '../../../server/annotation-keeper.ts';
import { machineFiles } from '../../../server/node/files.ts';
import { annotationOn } from '../annotation-on.ts';

const TEXT = `${Array.from({ length: 60 }, (_, i) => `سلمى${i}`).join(' ')}\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya windows '));
  return () => rmSync(folder, { recursive: true });
});

describe('two windows on one article, with files on disk', () => {
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  let clock = 0;

  const window = async (troubles: string[]): Promise<AnnotationKeeper> => {
    const keeper = createAnnotationKeeper(
      { files: machineFiles, now: () => new Date(Date.UTC(2026, 0, 2) + ++clock), newId: randomUUID },
      () =>
        Promise.resolve({
          annotator: 'salma',
          folder: uri('.'),
          file: uri('annotations.jsonl'),
          history: uri('history.jsonl'),
          source: 'a.txt',
        }),
      'hashiya test',
      (_, { code }) => void troubles.push(code),
      () => undefined,
      () => undefined,
    );
    keeper.open(TextDocument.create(uri('a.txt'), 'article', 1, TEXT));
    await keeper.loaded(uri('a.txt'));
    return keeper;
  };
  const put = (keeper: AnnotationKeeper, change: (now: readonly Annotation[]) => readonly Annotation[]) =>
    keeper.replace(
      uri('a.txt'),
      { annotations: change(keeper.of(uri('a.txt'))?.annotations ?? []), facts: NO_FACTS },
      'tag',
    );
  const stored = (): Annotation[] => [...parseStore(read('annotations.jsonl'), TEXT).annotations];

  it('lose nothing of what either does, and have one history', async () => {
    const troubles: string[] = [];
    const windows = [await window(troubles), await window(troubles)];
    for (let i = 0; i < 30; i++)
      for (const [w, keeper] of windows.entries())
        expect(
          await put(keeper, (now) => [...now, annotationOn(TEXT, `سلمى${i * 2 + w}`, 'PER')]),
          `action ${i} of window ${w}`,
        ).toBeNull();
    expect(troubles).toEqual([]);
    expect(stored()).toHaveLength(60);
    const history = parseHistory(read('history.jsonl'), TEXT);
    expect([history.length, stacksOf(history).undoable.length]).toEqual([60, 60]);
    for (let i = 0; i < 60; i++) expect(await windows[i % 2]?.undo(uri('a.txt'))).toBe(true);
    expect(stored()).toEqual([]);
    expect(await windows[0]?.undo(uri('a.txt'))).toBe(false);
  });

  it('that do something at the very same time keep every line of their history whole', async () => {
    const windows = [await window([]), await window([])];
    for (let i = 0; i < 20; i++)
      await Promise.all(
        windows.map((keeper, w) =>
          put(keeper, (now) => [...now, annotationOn(TEXT, `سلمى${i * 2 + w}`, 'PER')]),
        ),
      );
    const lines = read('history.jsonl').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual(
      Array.from({ length: 40 }, () => 'tag'),
    );
    expect(stored()).toHaveLength(40);
  });

  it('that change one annotation keep both versions, one of them in the history', async () => {
    const troubles: string[] = [];
    const [one, other] = [await window(troubles), await window(troubles)];
    const made = annotationOn(TEXT, 'سلمى7', 'PER');
    const as = (label: string, modified: string): Annotation => ({
      ...made,
      label,
      provenance: { ...made.provenance, modified },
    });
    await put(one, () => [as('PER', '2026-01-02T00:00:00Z')]);
    await other.filesChanged([uri('annotations.jsonl')]);
    await put(one, () => [as('ORG', '2026-01-02T00:00:01Z')]);
    await put(other, () => [as('GPE', '2026-01-02T00:00:02Z')]);
    expect(troubles).toEqual(['conflict']);
    expect(stored().map(({ label }) => label)).toEqual(['GPE']);
    const later = await window(troubles);
    expect(await later.undo(uri('a.txt'))).toBe(true);
    expect(stored().map(({ label }) => label)).toEqual(['ORG']);
  });
});
