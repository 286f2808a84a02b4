import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../core/formats/formats.ts';
import { connect, until } from '../../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import { EXPORT_REQUEST, FORMATS_REQUEST } from '../protocol.ts';
import type { ExportResult, FormatChoice } from '../protocol.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT =
  'وزير الخارجية المصري يزور موسكو\nقال وزير الخارجية المصري سامح شكري إن بلاده "ستواصل الحوار مع روسيا".\n';

let client: TestClient;
const start = async (options: ConnectOptions): Promise<void> => {
  client = await connect(options);
  await client.open(URI, TEXT);
};
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

describe('an export', () => {
  const params = {
    folder: 'file:///corpus',
    format: '',
    marks: false,
    boilerplate: true,
    sentences: false,
    split: false,
    target: '',
  };
  const exported = async (changes: object): Promise<ExportResult> =>
    client.connection.sendRequest<ExportResult>(EXPORT_REQUEST, { ...params, ...changes });

  it('writes what was decided in each format that there is', async () => {
    const files = memoryFiles({ 'file:///corpus/articles/a.txt': TEXT });
    await start({ files });
    await client.act(URI, 1, {
      kind: 'accept',
      ids: [(await client.state(URI)).items.find(({ label }) => label === 'GPE')?.id ?? ''],
    });
    const formats = await client.connection.sendRequest<FormatChoice[]>(FORMATS_REQUEST);
    expect(formats.length).toBeGreaterThan(1);
    const ofEntities = FORMATS.filter(({ layers }) => layers.includes('entities')).map(({ id }) => id);
    for (const { id, suffix } of formats.filter((format) => ofEntities.includes(format.id))) {
      const result = await exported({ format: id, target: `file:///out/set${suffix}` });
      expect(result, id).toMatchObject({ articles: 1, annotations: 1, losses: [] });
      expect(result.files.map((file) => files.contents.get(file)).join(''), id).toContain('موسكو');
    }
  });

  it('splits where asked, as hashiya.json says, and makes documents of sentences', async () => {
    const files = memoryFiles({
      'file:///corpus/hashiya.json': '{ "export": { "splitBy": "folder" } }',
      'file:///corpus/train/a.txt': 'زار بوتين موسكو. وعاد إلى باريس.\n',
      'file:///corpus/test/b.txt': 'غادر الوفد القاهرة. ووصل إلى دمشق.\n',
    });
    await start({ files });
    const chosen = { format: 'hashiya-jsonl', marks: true, split: true, sentences: true };
    const result = await exported({ ...chosen, target: 'file:///out' });
    expect(result.splits).toEqual([
      { name: 'train', articles: 1 },
      { name: 'validation', articles: 0 },
      { name: 'test', articles: 1 },
    ]);
    expect(result.files).toEqual(['file:///out/train.jsonl', 'file:///out/test.jsonl']);
    const records = (files.contents.get('file:///out/test.jsonl') ?? '').trim().split('\n');
    expect(records.map((record) => (JSON.parse(record) as { file: string }).file)).toEqual([
      'test/b.txt#1',
      'test/b.txt#2',
    ]);
  });

  it('is never written over the articles', async () => {
    const files = memoryFiles({ 'file:///corpus/articles/a.txt': TEXT });
    await start({ files });
    const brat = { format: 'brat', marks: true, boilerplate: false };
    await expect(exported({ ...brat, target: 'file:///corpus' })).rejects.toThrow(
      'articles/a.txt would be a part',
    );
    expect([...files.contents.keys()]).toEqual(['file:///corpus/articles/a.txt']);
    expect((await exported({ ...brat, target: 'file:///elsewhere' })).files).toContain(
      'file:///elsewhere/articles/a.txt',
    );
  });

  it('says what is wrong with a split that hashiya.json asks for', async () => {
    const files = memoryFiles({
      'file:///corpus/hashiya.json': '{ "export": { "split": "viel" } }',
      'file:///corpus/articles/a.txt': TEXT,
    });
    await start({ files });
    await expect(exported({ format: 'hashiya-jsonl', marks: true, split: true })).rejects.toThrow(
      '"viel" are no shares',
    );
  });

  it('reports progress by the token it was given', async () => {
    const files = memoryFiles({
      'file:///corpus/articles/a.txt': TEXT,
      'file:///corpus/articles/b.txt': TEXT,
    });
    await start({ files });
    const told: { kind: string; percentage?: number }[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: (typeof told)[number] }) => {
        if (token === 'export-1') told.push(value);
      },
    );
    const [format] = await client.connection.sendRequest<FormatChoice[]>(FORMATS_REQUEST);
    const result = await exported({
      format: format?.id,
      target: 'file:///out/a',
      marks: true,
      workDoneToken: 'export-1',
    });
    expect(result.articles).toBe(2);
    await until('the end', () => told.at(-1)?.kind === 'end');
    expect(told.map(({ kind }) => kind)).toEqual(['begin', 'report', 'report', 'end']);
    expect(told[2]?.percentage).toBe(50);
  });

  it('says what it could not read, and what there is not', async () => {
    const files = memoryFiles({
      'file:///corpus/articles/a.txt': TEXT,
      'file:///corpus/articles/b.txt': TEXT,
    });
    const { read } = files;
    const broken = Uint8Array.of(0xcd, 0xe1, 0xc7);
    Object.assign(files, {
      read: (uri: string) => (uri.endsWith('/b.txt') ? Promise.resolve(broken) : read(uri)),
    });
    await start({ files });
    const [format] = await client.connection.sendRequest<FormatChoice[]>(FORMATS_REQUEST);
    const result = await exported({ format: format?.id, target: 'file:///out/a', marks: true });
    expect(result.losses[0]).toMatch(/articles\/b\.txt: could not be read.*not in UTF-8.*--encoding/);
    await expect(exported({ format: 'nonsense' })).rejects.toThrow('no dataset format “nonsense”');
    await expect(exported({ format: format?.id, target: 'file:///out/b' })).rejects.toThrow(
      /nothing to export.*annotations by \u2068«.+»\u2069/,
    );
    expect(files.contents.has('file:///out/b')).toBe(false);
  });

  it('says which annotations it could not read, and where suggestions pass for decisions', async () => {
    const files = memoryFiles({ 'file:///corpus/articles/b.txt': TEXT });
    const { annotator } = await start({ files }).then(() => client.state(URI));
    const store = `file:///corpus/annotations/${annotator}/articles/b.txt.jsonl`;
    files.contents.set(store, '<<<<<<< ours\nno annotation\n');
    const result = await exported({ format: 'conll', target: 'file:///out/a', marks: true });
    expect(result.losses[0]).toContain(`annotations/${annotator}/articles/b.txt.jsonl: `);
    expect(result.losses[0]).toContain('line 1 begins an unresolved git conflict');
    expect(result.losses[0]).toContain('line 2 cannot be read');
    expect(result.losses[1]).toContain('cannot tell suggestions from decisions');
  });
});

it('an export that is cancelled writes nothing', async () => {
  const contents = Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [`file:///corpus/articles/${i}.txt`, TEXT]),
  );
  const files = memoryFiles(contents);
  const { read } = files;
  const cancel = new CancellationTokenSource();
  Object.assign(files, {
    read(uri: string) {
      if (uri.endsWith('/2.txt')) cancel.cancel();
      // The cancellation must have time to arrive.
      return uri.endsWith('/3.txt')
        ? new Promise((resolve) => setTimeout(() => resolve(read(uri)), 100))
        : read(uri);
    },
  });
  await start({ files });
  const params = {
    folder: 'file:///corpus',
    format: 'spacy-jsonl',
    marks: true,
    boilerplate: true,
    target: 'file:///out',
  };
  await expect(client.connection.sendRequest(EXPORT_REQUEST, params, cancel.token)).rejects.toThrow(
    'Cancelled',
  );
  expect(files.contents.has('file:///out')).toBe(false);
});
