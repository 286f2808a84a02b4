import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, rangeOf, until } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../../test/unit/server/memory-files.ts';
import { parseStore } from '../../core/annotations/store.ts';
import { CARRY_OUT_REQUEST, PLAN_REQUEST } from '../protocol.ts';
import type { CarryOutResult, Plan, ProjectChange } from '../protocol.ts';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const FOLDER = 'file:///corpus';
const A = 'زارت سلمى مدينة الرباط أمس، وعادت سلمى إلى الرباط اليوم.\n';
const B = 'وصلت سلمى والرباط تستعد للمعرض.\nثم غادرت سلمى.\n';
const C = 'لا شيء هنا يعنيهم.\n';

const uriOf = (name: string): string => `${FOLDER}/articles/${name}.txt`;
const storeOf = (name: string): string => `${FOLDER}/annotations/salma/articles/${name}.txt.jsonl`;
const historyOf = (name: string): string => `${FOLDER}/history/salma/articles/${name}.txt.jsonl`;

const projectOf = (articles: Readonly<Record<string, string>>, project = '{}'): MemoryFiles =>
  memoryFiles({
    [`${FOLDER}/hashiya.json`]: project,
    ...Object.fromEntries(Object.entries(articles).map(([name, text]) => [uriOf(name), text])),
  });

/** "LABEL words" of what is on disk for an article; a minus before rejections. */
const stored = (files: MemoryFiles, name: string, text: string): string[] =>
  parseStore(files.contents.get(storeOf(name)) ?? '', text).annotations.map(
    ({ label, decision, anchor, canonical }) =>
      `${decision === 'rejected' ? '-' : ''}${label} ${anchor.exact}${canonical && canonical !== anchor.exact ? ` = ${canonical}` : ''}`,
  );

const plan = (change: ProjectChange, uri = uriOf('a'), version = 1): Promise<Plan> =>
  client.connection.sendRequest<Plan>(PLAN_REQUEST, { uri, version, change });
const carryOut = (
  change: ProjectChange,
  places: readonly string[],
  uri = uriOf('a'),
): Promise<CarryOutResult> =>
  client.connection.sendRequest<CarryOutResult>(CARRY_OUT_REQUEST, { uri, version: 1, change, places });

describe('a change of the whole project', () => {
  it('tags words in every article, open or not, in any spelling and behind particles, as one step', async () => {
    const files = projectOf({ a: A, b: B, c: C });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    const { places, refused, troubles } = await plan(change);
    expect([refused, troubles]).toEqual([null, []]);
    expect(places.map(({ path, before, words, behind }) => [path, before, words, behind])).toEqual([
      ['articles/a.txt', 'زارت ', 'سلمى', ' مدينة الرباط أمس، وعادت سلمى إلى الرباط اليوم.'],
      ['articles/a.txt', 'زارت سلمى مدينة الرباط أمس، وعادت ', 'سلمى', ' إلى الرباط اليوم.'],
      ['articles/b.txt', 'وصلت ', 'سلمى', ' والرباط تستعد للمعرض.'],
      ['articles/b.txt', 'ثم غادرت ', 'سلمى', '.'],
    ]);
    const result = await carryOut(
      change,
      places.map(({ id }) => id),
    );
    expect(result).toEqual({ articles: 2, changed: 4, troubles: [] });
    const [inA, inB] = [stored(files, 'a', A), stored(files, 'b', B)];
    expect([inA, inB]).toEqual([
      ['PRODUCT سلمى', 'PRODUCT سلمى'],
      ['PRODUCT سلمى', 'PRODUCT سلمى'],
    ]);
    expect(files.contents.has(storeOf('c')), 'what has nothing of it is left alone').toBe(false);

    expect((await client.act(uriOf('a'), 1, { kind: 'undo' })).done).toBe(true);
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[], []]);
    expect((await client.act(uriOf('a'), 1, { kind: 'redo' })).done).toBe(true);
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([inA, inB]);
    client.dispose();

    client = await connect({ files });
    await client.open(uriOf('b'), B);
    expect((await client.act(uriOf('b'), 1, { kind: 'undo' })).done, 'from the other one, later').toBe(true);
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[], []]);
  });

  it('touches nothing but the places that were chosen', async () => {
    const files = projectOf({ a: A, b: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'الرباط'), label: 'ORG' };
    const { places } = await plan(change);
    expect(places.map(({ path, words }) => [path, words])).toContainEqual(['articles/b.txt', 'الرباط']);
    const inB = places.filter(({ path }) => path === 'articles/b.txt').map(({ id }) => id);
    expect(await carryOut(change, inB)).toEqual({ articles: 1, changed: 1, troubles: [] });
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[], ['ORG الرباط']]);
  });

  it('leaves what was done in an article since when it is undone from another one', async () => {
    const files = projectOf({ a: A, b: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    await client.open(uriOf('b'), B);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    await carryOut(
      change,
      (await plan(change)).places.map(({ id }) => id),
    );
    await client.act(uriOf('b'), 1, { kind: 'tag', ranges: [rangeOf(B, 'المعرض'.slice(2))], label: 'EVENT' });
    await client.act(uriOf('a'), 1, { kind: 'undo' });
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[], ['EVENT معرض']]);
    await client.act(uriOf('a'), 1, { kind: 'redo' });
    expect(stored(files, 'b', B)).toEqual(['PRODUCT سلمى', 'EVENT معرض', 'PRODUCT سلمى']);
    await until('the open one to be told', () =>
      client.told.states.some(
        ({ uri, items }) =>
          uri === uriOf('b') && items.filter(({ label }) => label === 'PRODUCT').length === 2,
      ),
    );
  });

  it('accepts and rejects the marks like one', async () => {
    const files = projectOf({ a: A, b: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const { items } = await client.state(uriOf('a'));
    const mark = items.find(({ state, label }) => state === 'mark' && label === 'GPE');
    expect(mark, 'the engine finds الرباط').toBeDefined();
    for (const [kind, expected] of [
      ['acceptEverywhere', 'GPE الرباط'],
      ['rejectEverywhere', '-GPE الرباط'],
    ] as const) {
      const change: ProjectChange = { kind, id: mark?.id ?? '' };
      const { places } = await plan(change);
      expect(places.map(({ path }) => path)).toEqual(['articles/a.txt', 'articles/a.txt', 'articles/b.txt']);
      const chosen = places.map(({ id }) => id);
      expect(await carryOut(change, chosen)).toEqual({ articles: 2, changed: 3, troubles: [] });
      expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[expected, expected], [expected]]);
      await client.act(uriOf('a'), 1, { kind: 'undo' });
      expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([[], []]);
    }
  });

  it('gives the mentions of an entity another name, where nothing but the annotation file has the old one too', async () => {
    const files = projectOf({ a: A, b: B, c: C });
    client = await connect({ files });
    for (const [name, text, words] of [
      ['a', A, 'سلمى'],
      ['c', C, 'شيء'],
    ] as const) {
      await client.open(uriOf(name), text);
      await client.act(uriOf(name), 1, { kind: 'tag', ranges: [rangeOf(text, words)], label: 'PER' });
      const { items } = await client.state(uriOf(name));
      const id = items.find(({ state }) => state === 'accepted')?.id ?? '';
      await client.act(uriOf(name), 1, { kind: 'rename', id, name: 'سلمى العلوي', everywhere: false });
    }
    await client.close(uriOf('c'));
    const { items } = await client.state(uriOf('a'));
    const id = items.find(({ state }) => state === 'accepted')?.id ?? '';
    const change: ProjectChange = { kind: 'rename', id, name: ' سلمى   الإدريسي ' };
    const { places } = await plan(change);
    const paths = places.map(({ path }) => path);
    expect(paths).toContain('articles/a.txt');
    expect(paths).toContain('articles/c.txt');
    await carryOut(
      change,
      places.map((place) => place.id),
    );
    expect(stored(files, 'c', C)).toEqual(['PER شيء = سلمى الإدريسي']);
    expect(stored(files, 'a', A)).toContain('PER سلمى = سلمى الإدريسي');
    await client.act(uriOf('a'), 1, { kind: 'undo' });
    expect(stored(files, 'c', C)).toEqual(['PER شيء = سلمى العلوي']);
  });

  it('gives annotations another label, be it that the scheme no longer has the old one', async () => {
    const own = (id: string): string =>
      JSON.stringify({ labels: { add: [{ id, family: 'entity', title: id }] } });
    const files = projectOf({ a: A, b: B }, own('FAIR'));
    client = await connect({ files });
    for (const [name, text, words] of [
      ['a', A, 'سلمى'],
      ['b', B, 'معرض'],
    ] as const) {
      await client.open(uriOf(name), text);
      await client.act(uriOf(name), 1, { kind: 'tag', ranges: [rangeOf(text, words)], label: 'FAIR' });
      await client.close(uriOf(name));
    }
    await until('both to be on disk', () => stored(files, 'b', B).length === 1);
    files.contents.set(`${FOLDER}/hashiya.json`, own('EXHIBITION'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/hashiya.json`, type: 2 }],
    });
    const project = `${FOLDER}/hashiya.json`;
    const change: ProjectChange = { kind: 'relabelAll', label: 'FAIR', to: 'EXHIBITION' };
    const { places } = await plan(change, project);
    expect(places.map(({ path, label, words }) => [path, label, words])).toEqual([
      ['articles/a.txt', 'FAIR', 'سلمى'],
      ['articles/b.txt', 'FAIR', 'معرض'],
    ]);
    const chosen = places.map(({ id }) => id);
    expect(await carryOut(change, chosen, project)).toEqual({ articles: 2, changed: 2, troubles: [] });
    expect([stored(files, 'a', A), stored(files, 'b', B)]).toEqual([
      ['EXHIBITION سلمى'],
      ['EXHIBITION معرض'],
    ]);
    expect(files.contents.get(historyOf('b'))).toContain('"action":"relabelAll"');
    const other: ProjectChange = { kind: 'relabelAll', label: 'EXHIBITION', to: 'direct' };
    expect((await plan(other, project)).refused).toBeTruthy();
  });

  it('skips and tells places that are not what they were, and goes on with the others', async () => {
    const files = projectOf({ a: A, b: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    const { places } = await plan(change);
    const later = B.replace('ثم غادرت سلمى', 'ثم غادرت هدى');
    files.contents.set(uriOf('b'), later);
    const chosen = places.map(({ id }) => id);
    const result = await carryOut(change, chosen);
    expect(result).toMatchObject({ articles: 2, changed: 3 });
    expect(result.troubles.join()).toMatch(/^articles\/b\.txt: one place has changed/);
    expect(stored(files, 'b', later)).toEqual(['PRODUCT سلمى']);
    expect(
      await carryOut(change, ['no place', '["../../etc/passwd","x"]', '["articles/b.txt","x"]']),
    ).toMatchObject({
      changed: 0,
    });
  });

  it('tells what cannot be read and what cannot be written', async () => {
    const files = projectOf({ a: A, b: B, d: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    const { read, writeAtomically } = files;
    files.read = (uri) => (uri === uriOf('d') ? Promise.reject(new Error('EACCES')) : read(uri));
    const { places, troubles } = await plan(change);
    expect(troubles.join()).toMatch(/articles\/d\.txt.*EACCES/);
    files.writeAtomically = (uri, content) =>
      uri === storeOf('b')
        ? Promise.reject(new Error('read-only'))
        : writeAtomically.call(files, uri, content);
    const chosen = places.map(({ id }) => id);
    const result = await carryOut(change, chosen);
    expect(result).toMatchObject({ articles: 1, changed: 2 });
    expect(result.troubles.join()).toMatch(/articles\/b\.txt: .*read-only/);
    expect([stored(files, 'a', A).length, stored(files, 'b', B).length]).toEqual([2, 0]);
  });

  it('stops where it is cancelled, tells so, and undo takes back what was done', async () => {
    const files = projectOf({ a: A, b: B });
    client = await connect({ files });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    const places = (await plan(change)).places.map(({ id }) => id);
    const cancelling = new CancellationTokenSource();
    const { replace } = files;
    files.replace = async (...given) => {
      cancelling.cancel();
      // So that the word of it comes through while the first article is being written.
      await client.state(uriOf('a'));
      return replace.apply(files, given);
    };
    const params = { uri: uriOf('a'), version: 1, change, places };
    const result = await client.connection.sendRequest<CarryOutResult>(
      CARRY_OUT_REQUEST,
      params,
      cancelling.token,
    );
    expect(result).toMatchObject({ articles: 1, changed: 2 });
    expect(result.troubles.join()).toMatch(/^Stopped: one article/);
    expect([stored(files, 'a', A).length, stored(files, 'b', B).length]).toEqual([2, 0]);
    files.replace = replace;
    expect(await client.act(uriOf('a'), 1, { kind: 'undo' })).toMatchObject({ done: true, trouble: false });
    expect(stored(files, 'a', A)).toEqual([]);
  });

  it('is refused where the article is another one by now', async () => {
    client = await connect({ files: projectOf({ a: A }) });
    await client.open(uriOf('a'), A);
    const change: ProjectChange = { kind: 'tagEverywhere', range: rangeOf(A, 'سلمى'), label: 'PRODUCT' };
    expect((await plan(change, uriOf('a'), 7)).refused).toBeTruthy();
    expect((await plan({ ...change, label: 'NOSUCH' })).refused).toMatch(/NOSUCH/);
    expect((await plan({ kind: 'acceptEverywhere', id: 'gone' })).refused).toBeTruthy();
    expect((await plan(change, uriOf('b'))).refused).toBeTruthy();
  });
});
