import { afterEach, describe, expect, it } from 'vitest';
import { connect, rangeOf, until } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import { OVERVIEW_REQUEST, PROJECT_CHANGED } from '../protocol.ts';
import type { ProjectOverview } from '../protocol.ts';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const FOLDER = 'file:///corpus';
const TEXT = 'زارت سلمى معرض الكتاب في الرباط أمس.\n';
const overview = (): Promise<ProjectOverview> =>
  client.connection.sendRequest<ProjectOverview>(OVERVIEW_REQUEST, { folder: FOLDER });
const line = (decision: string): string =>
  JSON.stringify({ 'hashiya:family': 'entity', 'hashiya:decision': decision });

describe('the overview of a project', () => {
  it('has every article with its status and what the annotator decided, open ones as they are now', async () => {
    const files = memoryFiles({
      [`${FOLDER}/hashiya.json`]: '{ "annotator": "huda", "exclude": ["articles/old/**"] }',
      [`${FOLDER}/articles/a.txt`]: TEXT,
      [`${FOLDER}/articles/b.txt`]: TEXT,
      [`${FOLDER}/articles/c.txt`]: TEXT,
      [`${FOLDER}/articles/old/d.txt`]: TEXT,
      [`${FOLDER}/history/huda/articles/a.txt.jsonl`]: '',
      [`${FOLDER}/annotations/huda/articles/b.txt.jsonl`]: [
        '{"hashiya:schema":1,"hashiya:status":"done"}',
        line('accepted'),
        line('accepted'),
        line('rejected'),
      ].join('\n'),
      [`${FOLDER}/annotations/omar/articles/c.txt.jsonl`]: line('accepted'),
    });
    client = await connect({ files });
    const changes: string[] = [];
    client.connection.onNotification(PROJECT_CHANGED, ({ folder }: { folder: string }) => {
      changes.push(folder);
    });
    const seen = async (): Promise<unknown[]> =>
      (await overview()).articles.map(({ path, status, accepted, rejected }) => [
        path,
        status,
        accepted,
        rejected,
      ]);
    expect(await seen()).toEqual([
      ['articles/a.txt', 'new', 0, 0],
      ['articles/b.txt', 'done', 2, 1],
      ['articles/c.txt', 'new', 0, 0],
    ]);
    const { articles, annotator, troubles } = await overview();
    expect([annotator, troubles, articles.map(({ left }) => left)]).toEqual(['huda', [], [null, null, null]]);
    await client.open(`${FOLDER}/articles/a.txt`, TEXT);
    const { items } = await client.state(`${FOLDER}/articles/a.txt`);
    const left = items.filter(({ state }) => state === 'mark').length;
    expect((await overview()).articles[0]).toMatchObject({ left });
    await client.act(`${FOLDER}/articles/a.txt`, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'معرض الكتاب')],
      label: 'EVENT',
    });
    expect(await seen()).toContainEqual(['articles/a.txt', 'in-work', 1, 0]);
    await until('the notification', () => changes.includes(FOLDER));
  });

  it('is told to be another one when files of the project change', async () => {
    const files = memoryFiles({ [`${FOLDER}/hashiya.json`]: '{}', [`${FOLDER}/articles/a.txt`]: TEXT });
    client = await connect({ files });
    const changes: string[] = [];
    client.connection.onNotification(PROJECT_CHANGED, ({ folder }: { folder: string }) => {
      changes.push(folder);
    });
    expect((await overview()).articles).toMatchObject([{ status: 'new' }]);
    const store = `${FOLDER}/annotations/salma/articles/a.txt.jsonl`;
    files.contents.set(store, line('accepted'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: store, type: 1 }],
    });
    await until('the notification', () => changes.length > 0);
    expect((await overview()).articles).toMatchObject([{ status: 'in-work', accepted: 1 }]);
    expect(changes).toEqual([FOLDER]);
  });
});
