import { afterEach, describe, expect, it } from 'vitest';
import { serialiseStore } from '../core/annotations/store.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import { annotationOn } from '../test/unit/annotation-on.ts';
import { connect, positionOf, rangeOf, until, wordsAt } from '../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../test/unit/server/memory-files.ts';

const A = 'file:///corpus/articles/a.txt';
const B = 'file:///corpus/articles/b.txt';
const TEXT_A = 'قال سكان درواز إن الماء انقطع.\nوعاد الماء إلى درواز مساء.\n';
const TEXT_B = 'سافر التجار بدرواز وبغيرها.\n';
const TEXT_C = 'لا يذكر هذا المقال شيئا من ذلك.\n';

/** The annotation file of an article that nobody has open. */
const file = (text: string, path: string, annotations: readonly Annotation[]): string =>
  serialiseStore(text, path, 'hashiya test', annotations);

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});
const start = async (files?: MemoryFiles, options?: ConnectOptions): Promise<void> => {
  client = await connect({ ...options, ...(files ? { files } : {}) });
};

/** The marks that nobody decided on, of an article: label and words. */
const marks = async (uri: string, text: string): Promise<string[]> =>
  (await client.state(uri)).items
    .filter(({ state, family }) => state === 'mark' && family === 'entity')
    .map(({ label, range }) => `${label} ${wordsAt(text, range)}`);

/** Waits until the marks of an article are these. */
async function marksBecome(uri: string, text: string, expected: readonly string[]): Promise<void> {
  let now: string[] = [];
  for (let tries = 0; tries < 400; tries++) {
    now = await marks(uri, text);
    if (JSON.stringify(now) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(now, uri).toEqual(expected);
}

describe('a name that is tagged', () => {
  it('is marked in the rest of the article and in others that are open, and gone again when it is undone', async () => {
    await start();
    await client.open(A, TEXT_A);
    await client.open(B, TEXT_B);
    expect(await marks(B, TEXT_B)).toEqual([]);
    const before = await client.pull(B);
    await client.act(A, 1, { kind: 'tag', ranges: [rangeOf(TEXT_A, 'درواز')], label: 'GPE' });
    expect(await marks(A, TEXT_A)).toContain('GPE درواز');
    await marksBecome(B, TEXT_B, ['GPE درواز']);
    await until('the news of it', () =>
      client.told.states.some(({ uri, items }) => uri === B && items.some(({ label }) => label === 'GPE')),
    );
    const after = await client.pull(B, before.resultId);
    expect(after.kind).toBe('full');
    const said = await client.hover(B, positionOf(TEXT_B, 'درواز'));
    expect(JSON.stringify(said)).toContain(
      'Suggested by what was decided elsewhere in this project, 67 % sure',
    );
    await client.act(A, 1, { kind: 'undo' });
    await marksBecome(B, TEXT_B, []);
  });

  it('disturbs no open article that has no such words', async () => {
    await start();
    await client.open(A, TEXT_A);
    await client.open(B, TEXT_B);
    const C = 'file:///corpus/articles/c.txt';
    await client.open(C, TEXT_C);
    await Promise.all([client.state(A), client.state(B), client.state(C)]);
    await until('the first news', () => client.told.states.some(({ uri }) => uri === C));
    client.told.states.length = 0;
    await client.act(A, 1, { kind: 'tag', ranges: [rangeOf(TEXT_A, 'درواز')], label: 'GPE' });
    await until('the news of it', () => client.told.states.some(({ uri }) => uri === B));
    expect(client.told.states.filter(({ uri }) => uri === C)).toEqual([]);
  });

  it('is marked in Arabic words for its source', async () => {
    await start(undefined, { language: 'ar' });
    await client.open(A, TEXT_A);
    await client.act(A, 1, { kind: 'tag', ranges: [rangeOf(TEXT_A, 'درواز')], label: 'GPE' });
    const said = await client.hover(A, positionOf(TEXT_A, 'درواز', 2));
    expect(JSON.stringify(said)).toContain('اقتراح مصدره ما تقرر في مقال آخر من هذا المشروع');
  });
});

describe('annotation files of the project', () => {
  const stored = (annotator: string, label: string, more?: Partial<Annotation>): Record<string, string> => ({
    [`file:///corpus/annotations/${annotator}/articles/z.txt.jsonl`]: file(TEXT_A, 'articles/z.txt', [
      annotationOn(TEXT_A, 'درواز', label, more),
    ]),
  });

  it('teach what their annotator decided, whether their articles are there or not', async () => {
    await start(memoryFiles(stored('salma', 'GPE', { canonical: 'مدينة درواز' })));
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, ['GPE درواز']);
    expect((await client.state(B)).items[0]?.canonical).toBe('مدينة درواز');
  });

  it('of other annotators teach nothing, lest they decide for this one', async () => {
    await start(memoryFiles({ ...stored('huda', 'GPE'), ...stored('gold', 'LOC') }));
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, ['LOC درواز']);
  });

  it('of the gold layer decide alone', async () => {
    await start(memoryFiles({ ...stored('salma', 'GPE'), ...stored('gold', 'LOC') }));
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, ['LOC درواز']);
  });

  it('teach with labels of the project’s own', async () => {
    const project = '{ "labels": { "add": [{ "id": "وادٍ", "family": "entity" }] } }';
    await start(memoryFiles({ ...stored('salma', 'وادٍ'), 'file:///corpus/hashiya.json': project }));
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, ['وادٍ درواز']);
  });

  it('keep marks away that were rejected everywhere', async () => {
    const text = 'زار الوفد باريس.\n';
    const files = memoryFiles({
      'file:///corpus/annotations/salma/articles/z.txt.jsonl': file(text, 'articles/z.txt', [
        annotationOn(text, 'باريس', 'GPE', { decision: 'rejected', everywhere: true }),
      ]),
    });
    await start(files);
    await client.open(B, text);
    await marksBecome(B, text, []);
  });

  it('are read again when they change, and forgotten when they go', async () => {
    const files = memoryFiles();
    await start(files);
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, []);
    const [[uri = '', content = ''] = []] = Object.entries(stored('salma', 'GPE'));
    const changed = async (type: 1 | 3): Promise<void> => {
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type }],
      });
    };
    files.contents.set(uri, content);
    await changed(1);
    await marksBecome(B, TEXT_B, ['GPE درواز']);
    files.contents.delete(uri);
    await changed(3);
    await marksBecome(B, TEXT_B, []);
  });

  it('that changed while their article was being closed are read when it is', async () => {
    const files = memoryFiles();
    await start(files);
    await client.open(A, TEXT_A);
    await client.open(B, TEXT_B);
    await client.act(A, 1, { kind: 'tag', ranges: [rangeOf(TEXT_A, 'درواز')], label: 'GPE' });
    await marksBecome(B, TEXT_B, ['GPE درواز']);
    const uri = 'file:///corpus/annotations/salma/articles/a.txt.jsonl';
    expect([...files.contents.keys()]).toContain(uri);
    files.contents.set(uri, file(TEXT_A, 'articles/a.txt', []));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 2 }],
    });
    await client.close(A);
    await marksBecome(B, TEXT_B, []);
  });

  it('that cannot be read are left out', async () => {
    await start(
      memoryFiles({
        ...stored('salma', 'GPE'),
        'file:///corpus/annotations/salma/articles/y.txt.jsonl': '{ no',
      }),
    );
    await client.open(B, TEXT_B);
    await marksBecome(B, TEXT_B, ['GPE درواز']);
  });
});
