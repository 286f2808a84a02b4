import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

describe('when an article is renamed', () => {
  const renamed = async (oldName: string, newName: string): Promise<string[]> => {
    const [oldUri, newUri] = [`file:///corpus/${oldName}`, `file:///corpus/${newName}`];
    const edit = await client.connection.sendRequest<{
      documentChanges: { oldUri: string; newUri: string }[];
    } | null>('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
    return (edit?.documentChanges ?? []).map(({ oldUri: from, newUri: to }) => decodeURI(`${from} → ${to}`));
  };
  const base = 'file:///corpus/annotations';

  it.each([
    [
      'its annotations go with it, whoever made them',
      'articles/a.txt',
      'articles/ب/a2.txt',
      [
        `${base}/salma/articles/a.txt.jsonl → ${base}/salma/articles/ب/a2.txt.jsonl`,
        `${base}/هدى/articles/a.txt.jsonl → ${base}/هدى/articles/ب/a2.txt.jsonl`,
      ],
    ],
    [
      'so do those of a whole folder',
      'articles',
      'news',
      [
        `${base}/salma/articles/a.txt.jsonl → ${base}/salma/news/a.txt.jsonl`,
        `${base}/salma/articles/a.txt2.jsonl → ${base}/salma/news/a.txt2.jsonl`,
        `${base}/هدى/articles/a.txt.jsonl → ${base}/هدى/news/a.txt.jsonl`,
        'file:///corpus/history/salma/articles/h.txt.jsonl → file:///corpus/history/salma/news/h.txt.jsonl',
        'file:///corpus/marks/articles/m.txt.jsonl → file:///corpus/marks/news/m.txt.jsonl',
      ],
    ],
    [
      'its imported marks go with it too',
      'articles/m.txt',
      'articles/n.txt',
      ['file:///corpus/marks/articles/m.txt.jsonl → file:///corpus/marks/articles/n.txt.jsonl'],
    ],
    [
      'the history of its annotations goes with it too',
      'articles/h.txt',
      'articles/i.txt',
      [
        'file:///corpus/history/salma/articles/h.txt.jsonl → file:///corpus/history/salma/articles/i.txt.jsonl',
      ],
    ],
    ['those of others stay', 'articles/b.txt', 'articles/c.txt', []],
    ['an annotation file is no article', 'annotations/salma/articles/a.txt.jsonl', 'x.jsonl', []],
  ])('%s', async (_, from, to, expected) => {
    const names = ['salma/articles/a.txt.jsonl', 'salma/articles/a.txt2.jsonl', 'هدى/articles/a.txt.jsonl'];
    const marks = 'file:///corpus/marks/articles/m.txt.jsonl';
    const history = 'file:///corpus/history/salma/articles/h.txt.jsonl';
    const files = memoryFiles(
      Object.fromEntries([...names.map((name) => `${base}/${name}`), marks, history].map((uri) => [uri, ''])),
    );
    client = await connect({ files });
    expect(client.initialized.capabilities.workspace?.fileOperations?.willRename).toBeDefined();
    expect((await renamed(from, to)).sort()).toEqual(expected);
  });
});
