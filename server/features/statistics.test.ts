import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { ProjectStatistics } from '../../core/dataset/statistics/figures.ts';
import { connect, until } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../../test/unit/server/memory-files.ts';
import { STATISTICS_REQUEST } from '../protocol.ts';
import type { StatisticsResult } from '../protocol.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT =
  'وزير الخارجية المصري يزور موسكو\nقال وزير الخارجية سامح شكري إن بلاده ستواصل الحوار مع روسيا.\n';

const EDITED = `عاد الوفد إلى بغداد.\n${TEXT}`;
/** The start of a text. */
const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const ask = (params: object = {}): Promise<StatisticsResult<ProjectStatistics>> =>
  client.connection.sendRequest(STATISTICS_REQUEST, { folder: 'file:///corpus', ...params });

const decidedIn = ({ statistics }: StatisticsResult<ProjectStatistics>) =>
  statistics.dataset.labels
    .filter(({ decided }) => decided > 0)
    .map(({ label, decided }) => `${label} ${decided}`);

/** A project of two articles, in the first of which the mark «موسكو» was accepted. */
async function withDecision(): Promise<MemoryFiles> {
  const files = memoryFiles({ [URI]: TEXT, 'file:///corpus/articles/b.txt': TEXT });
  client = await connect({ files });
  await client.open(URI, TEXT);
  const { items } = await client.state(URI);
  const mark = items.find(({ label, range }) => label === 'GPE' && range.start.line === 0);
  await client.act(URI, 1, { kind: 'accept', ids: [mark?.id ?? ''] });
  return files;
}

describe('statistics of a folder', () => {
  it('count what was decided in the editor and what is open, in all articles', async () => {
    await withDecision();
    const result = await ask();
    expect(decidedIn(result)).toEqual(['GPE 1']);
    const { dataset, coverage } = result.statistics;
    expect(coverage).toMatchObject({ articles: 2, annotated: 1, decisions: { accepted: 1, rejected: 0 } });
    expect(coverage.decisions.open).toBeGreaterThan(5);
    expect(dataset.byArticle.map(({ file }) => file)).toEqual(['articles/a.txt', 'articles/b.txt']);
    expect(dataset.names.find(({ decided }) => decided > 0)).toMatchObject({
      name: 'موسكو',
      first: { file: 'articles/a.txt', line: 1, character: TEXT.indexOf('موسكو'), length: 5 },
    });
    expect(result.troubles).toEqual([]);
  });

  it('follow the text of the open article, which is not saved', async () => {
    await withDecision();
    await client.change(URI, 2, { text: '' });
    expect((await ask()).statistics.dataset.byArticle[0]).toMatchObject({ tokens: 0 });
  });

  it('count the adjudicated version where there is one', async () => {
    const files = await withDecision();
    const own = [...files.contents.keys()].find((uri) => uri.endsWith('a.txt.jsonl')) ?? '';
    files.contents.set(
      'file:///corpus/annotations/gold/articles/a.txt.jsonl',
      (files.contents.get(own) ?? '').replace('"value":"GPE"', '"value":"LOC"'),
    );
    const result = await ask();
    expect(decidedIn(result)).toEqual(['LOC 1']);
    expect(result.statistics.coverage.annotators).toHaveLength(2);
  });

  it('tell what could not be read, and count the rest', async () => {
    const files = await withDecision();
    const { read } = files;
    Object.assign(files, {
      read: (uri: string) =>
        uri.endsWith('/b.txt') ? Promise.resolve(Uint8Array.of(0xcd, 0xe1, 0xc7)) : read(uri),
    });
    const result = await ask();
    expect(result.statistics.dataset.articles).toBe(1);
    expect(result.troubles).toEqual([
      expect.stringMatching(/articles\/b\.txt: could not be read.*not in UTF-8/),
    ]);
  });

  it('report progress by the token that they were given', async () => {
    await withDecision();
    const told: { kind: string; message?: string }[] = [];
    client.connection.onNotification(
      '$/progress',
      ({ token, value }: { token: string; value: (typeof told)[number] }) => {
        if (token === 'statistics-1') told.push(value);
      },
    );
    await ask({ workDoneToken: 'statistics-1' });
    await until('the end', () => told.at(-1)?.kind === 'end');
    expect(told.map(({ kind, message }) => message ?? kind)).toEqual([
      'begin',
      'articles/a.txt',
      'articles/b.txt',
      'end',
    ]);
  });

  it('stop when they are cancelled', async () => {
    const files = await withDecision();
    const { read } = files;
    const cancel = new CancellationTokenSource();
    Object.assign(files, {
      read(uri: string) {
        if (!uri.endsWith('/b.txt')) return read(uri);
        cancel.cancel();
        // The cancellation must have time to arrive.
        return new Promise((resolve) => setTimeout(() => resolve(read(uri)), 100));
      },
    });
    await expect(
      client.connection.sendRequest(STATISTICS_REQUEST, { folder: 'file:///corpus' }, cancel.token),
    ).rejects.toThrow('Cancelled');
  });

  it('count anew only what has changed', async () => {
    const files = await withDecision();
    const read: string[] = [];
    const { read: readFile } = files;
    Object.assign(files, {
      read(uri: string) {
        if (uri.endsWith('.txt') || uri.endsWith('.jsonl')) read.push(uri.replace('file:///corpus/', ''));
        return readFile(uri);
      },
    });
    const first = await ask();
    expect(read).toContain('articles/b.txt');
    read.length = 0;
    expect(await ask()).toEqual(first);
    expect(read).toEqual([]);
    files.contents.set('file:///corpus/articles/b.txt', 'عاد الوزير من موسكو.\n');
    const second = await ask();
    expect(new Set(read)).toEqual(new Set(['articles/b.txt', 'marks/articles/b.txt.jsonl']));
    expect(second.statistics.dataset.byArticle[1]?.tokens).toBe(5);
  });

  const TOWNS = ['حلب', 'بيروت', 'صنعاء', 'تونس', 'الرباط', 'عمان', 'نزوى'];
  /** An article on the `n`th town, with what its outlet puts below each. */
  const school = (n: number): string =>
    [
      `افتتاح مدرسة جديدة في ${TOWNS[n]}`,
      `قال محافظ ${TOWNS[n]} إن المدرسة ستستقبل تلاميذ ${TOWNS[n]} بعد ${n + 2} أشهر من العمل.`,
      `وأضاف أن كلفتها بلغت ${n + 5} ملايين دينار دفعتها ${TOWNS[n]} من ميزانيتها.`,
      'نرافق أهل الساحل في أفراحهم وأحزانهم ونحمل همومهم إلى كل بيت في البلاد.',
    ].join('\n');
  it.each<[string, (files: MemoryFiles) => Promise<void> | void]>([
    ['an edit', () => client.change(URI, 2, { text: EDITED })],
    [
      'a decision',
      async () => {
        const { items } = await client.state(URI);
        const ids = items.filter(({ state }) => state === 'mark').map(({ id }) => id);
        await client.act(URI, 1, { kind: 'reject', ids: ids.slice(0, 2) });
      },
    ],
    ['a status', async () => void (await client.act(URI, 1, { kind: 'setStatus', status: 'done' }))],
    [
      'a decision of somebody else',
      ({ contents }) => {
        const [name, content] = [...contents].find(([uri]) => uri.endsWith('a.txt.jsonl')) ?? ['', ''];
        contents.set(name.replace('a.txt.jsonl', 'b.txt.jsonl'), content.replaceAll('a.txt', 'b.txt'));
      },
    ],
    ['a file that is gone', ({ contents }) => void contents.delete('file:///corpus/articles/b.txt')],
    [
      'other files with the same line',
      async ({ contents }) => {
        const names = TOWNS.slice(1).map((_, n) => `file:///corpus/articles/c${n}.txt`);
        for (const [n, name] of names.entries()) contents.set(name, school(n + 1));
        const changes = names.map((uri) => ({ uri, type: 1 }));
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      },
    ],
    [
      'the project file',
      async ({ contents }) => {
        const uri = 'file:///corpus/hashiya.json';
        contents.set(uri, '{ "include": ["articles/a.txt"] }');
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri, type: 1 }],
        });
      },
    ],
  ])('say behind %s what a server says that counts for the first time', async (_, change) => {
    const files = await withDecision();
    files.contents.set('file:///corpus/articles/b.txt', school(0));
    await ask();
    await change(files);
    const { version } = await client.state(URI);
    const { statistics } = await ask();
    client.dispose();
    client = await connect({ files });
    await client.open(URI, version === 1 ? TEXT : EDITED);
    await client.state(URI);
    expect(statistics).toEqual((await ask()).statistics);
  });

  it('are told while somebody types, whose marks come meanwhile', async () => {
    const files = await withDecision();
    for (let i = 0; i < 60; i++) files.contents.set(`file:///corpus/articles/n${i}.txt`, TEXT.repeat(20 + i));
    let isTold = false;
    const told = ask().then((result) => {
      isTold = true;
      return result.statistics.dataset.articles;
    });
    let marked = 0;
    for (let version = 2; !isTold; version++) {
      await client.change(URI, version, { range: RANGE, text: version % 2 === 0 ? 'م' : ' ' });
      await client.diagnostics(URI);
      if (!isTold) marked++;
    }
    expect(await told).toBe(62);
    expect(marked).toBeGreaterThan(3);
  });

  it('of a folder without articles are zeros', async () => {
    await withDecision();
    const { statistics } = await ask({ folder: 'file:///elsewhere' });
    expect(statistics).toMatchObject({ dataset: { articles: 0 }, coverage: { articles: 0 } });
  });
});
