import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, rangeOf, until } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../../test/unit/server/memory-files.ts';
import { IMPORT_REQUEST } from '../protocol.ts';
import type { ImportParams, ImportResult } from '../protocol.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT = 'افتتاح الميناء\nزار سامر حداد مدينة اللاذقية أمس\n';
const DATASET = 'زار O\nسامر B-ORG\nحداد I-ORG\nمدينة O\nاللاذقية B-GPE\nأمس O\n';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

/** A project of one open article, and a dataset beside it. */
async function start(dataset = DATASET, more: Readonly<Record<string, string>> = {}): Promise<MemoryFiles> {
  const files = memoryFiles({ [URI]: TEXT, 'file:///data/d.conll': dataset, ...more });
  client = await connect({ files });
  await client.open(URI, TEXT);
  return files;
}

const imported = (params: Partial<ImportParams> = {}): Promise<ImportResult> =>
  client.connection.sendRequest<ImportResult>(IMPORT_REQUEST, {
    folder: 'file:///corpus',
    format: 'conll',
    dataset: 'file:///data/d.conll',
    isFolder: false,
    target: 'marks',
    ...params,
  });

/** What the editor shows, as "label words, annotated or suggested". */
const shown = async (): Promise<string[]> =>
  (await client.state(URI)).items
    .filter(({ family }) => family === 'entity')
    .map(
      ({ label, range, state }) =>
        `${label} ${TEXT.split('\n')[range.start.line]?.slice(range.start.character, range.end.character) ?? ''} ${state}`,
    );

describe('an import', () => {
  it('as marks takes the place of the engine’s own, in the open article at once', async () => {
    const files = await start();
    expect(await shown()).toContain('PER سامر حداد mark');
    expect(await imported()).toEqual({ articles: 1, taken: 2, known: 0, losses: [] });
    expect(files.contents.has('file:///corpus/marks/articles/a.txt.jsonl')).toBe(true);
    expect(await shown()).toEqual(expect.arrayContaining(['ORG سامر حداد mark', 'GPE اللاذقية mark']));
    expect(await shown()).not.toContain('PER سامر حداد mark');
  });

  it('as annotations decides on them, and leaves alone what was decided', async () => {
    await start();
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'سامر حداد')], label: 'PER' });
    const result = await imported({ target: 'annotations' });
    expect(result).toMatchObject({ taken: 1, known: 0 });
    expect(result.losses).toEqual([
      'articles/a.txt:1: ORG «سامر حداد»: the annotator decided otherwise there; left as it is.',
    ]);
    expect(await shown()).toEqual(
      expect.arrayContaining(['PER سامر حداد accepted', 'GPE اللاذقية accepted']),
    );
  });

  it('tells what a mark was made by', async () => {
    await start();
    await imported();
    const at = rangeOf(TEXT, 'اللاذقية').start;
    expect(JSON.stringify(await client.hover(URI, at))).toMatch(
      /Suggested by an imported dataset [^,]*conll[^,]*_/,
    );
  });

  it('refuses what cannot be read in the format', async () => {
    await start('{}');
    await expect(imported({ format: 'hashiya-jsonl' })).rejects.toThrow('Nothing in it can be read as');
    await expect(imported({ format: 'nix' })).rejects.toThrow('nix');
  });
});

describe('imported marks', () => {
  it('go along with edits, and are read anew when their file changes', async () => {
    const files = await start();
    await imported();
    const file = 'file:///corpus/marks/articles/a.txt.jsonl';
    await client.change(URI, 2, { range: rangeOf(TEXT, 'افتتاح'), text: 'تدشين' });
    const items = (await client.state(URI)).items.filter(({ label }) => label === 'ORG');
    expect(items.map(({ range }) => range.start)).toEqual([rangeOf(TEXT, 'سامر').start]);
    files.contents.delete(file);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: file, type: FileChangeType.Deleted }],
    });
    await until('the news', () =>
      client.told.states.some(({ items: known }) => known.some(({ label }) => label === 'PER')),
    );
    expect((await client.state(URI)).items.some(({ label }) => label === 'ORG')).toBe(false);
  });
});
