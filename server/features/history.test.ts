import { afterEach, describe, expect, it } from 'vitest';
import { connect, rangeOf, wordsAt } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import { HISTORY_REQUEST } from '../protocol.ts';
import type { HistoryEntry } from '../protocol.ts';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const URI = 'file:///corpus/articles/a.txt';
const TEXT = 'زارت سلمى معرض الكتاب في الرباط، وقالت إنه أكبر من معرض العام الماضي.\n';
const history = (): Promise<HistoryEntry[]> =>
  client.connection.sendRequest<HistoryEntry[]>(HISTORY_REQUEST, { uri: URI });

describe('the history of an article', () => {
  it('tells what was done, the latest first, in the text as it is, after the window was loaded anew too', async () => {
    const files = memoryFiles({ 'file:///corpus/hashiya.json': '{}' });
    client = await connect({ files });
    await client.open(URI, TEXT);
    const tag = (words: string, label: string) =>
      client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, words)], label });
    expect(await history()).toEqual([]);
    await tag('معرض الكتاب', 'EVENT');
    await tag('العام الماضي', 'DATE');
    await client.act(URI, 1, { kind: 'setStatus', status: 'done' });
    await client.act(URI, 1, { kind: 'undo' });
    await client.act(URI, 1, { kind: 'undo' });
    const told = (entries: readonly HistoryEntry[], text: string): unknown[] =>
      entries.map(({ action, label, words, range, undone }) => [
        action,
        label,
        words,
        range && wordsAt(text, range),
        undone,
      ]);
    const expected = [
      ['setStatus', '', '', null, true],
      ['tag', 'DATE', 'العام الماضي', 'العام الماضي', true],
      ['tag', 'EVENT', 'معرض الكتاب', 'معرض الكتاب', false],
    ];
    expect(told(await history(), TEXT)).toEqual(expected);
    expect((await history())[0]).toMatchObject({ by: 'salma', at: '2026-01-02T03:04:05.000Z' });

    const line = 'سطر جديد.\n';
    await client.change(URI, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: line,
    });
    expect(told(await history(), line + TEXT)).toEqual(expected);
    await client.close(URI);
    client.dispose();

    client = await connect({ files });
    const later = TEXT.replace('معرض الكتاب', 'جسرا جديدا');
    await client.open(URI, later);
    expect(told(await history(), later)).toEqual([
      ...expected.slice(0, 2),
      ['tag', 'EVENT', 'معرض الكتاب', null, false],
    ]);
    await client.act(URI, 1, { kind: 'redo' });
    expect((await history()).map(({ undone }) => undone)).toEqual([true, false, false]);
  });
});
