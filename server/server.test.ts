import { afterEach, describe, expect, it } from 'vitest';
import { connect, positionOf, until, wordsAt } from '../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../test/unit/server/connect.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT = 'أعلنت روسيا في 12 سبتمبر 2023 أن القمة انتهت.\nوقالت روسيا إن 25% من المقاعد شغرت.\n';

let client: TestClient;
const start = async (options?: ConnectOptions): Promise<void> => {
  client = await connect(options);
};
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

describe('diagnostics', () => {
  it('are pulled, have a code with a page, and are told apart by resultId', async () => {
    await start();
    await client.open(URI, TEXT);
    const report = await client.pull(URI);
    if (report.kind !== 'full') throw new Error('not full');
    const russia = report.items.find((d) => wordsAt(TEXT, d.range) === 'روسيا');
    expect(russia).toMatchObject({
      code: 'entity/GPE',
      severity: 4,
      source: 'Hashiya',
      codeDescription: { href: 'https://docs.example/codes/entity.md#GPE' },
    });
    expect(await client.pull(URI, report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    await client.change(URI, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'ثم ',
    });
    expect((await client.pull(URI, report.resultId)).kind).toBe('full');
  });

  it('of a document opened again are not taken for those of the one before', async () => {
    await start();
    await client.open(URI, TEXT);
    const first = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, 'خبر');
    expect(await client.pull(URI, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('asked for while the document is closed are asked for again when it is open', async () => {
    await start();
    await client.open(URI, TEXT);
    await client.close(URI);
    expect(await client.pull(URI)).toMatchObject({ kind: 'full', items: [] });
    expect(client.told.refreshes).toBe(0);
    await client.open(URI, TEXT);
    await until('a refresh', () => client.told.refreshes > 0);
    expect(client.told.refreshes).toBe(1);
  });

  it('follow the settings', async () => {
    await start();
    await client.open(URI, TEXT);
    const before = await client.pull(URI);
    await client.configure({ severity: { entity: 'off' } });
    await until('a refresh', () => client.told.refreshes > 0);
    const after = await client.pull(URI, before.resultId);
    expect(after.kind === 'full' && after.items.filter((d) => String(d.code).startsWith('entity/'))).toEqual(
      [],
    );
    await client.configure({ severity: { entity: 'information' } });
    expect((await client.diagnostics(URI)).find((d) => d.code === 'entity/GPE')?.severity).toBe(3);
  });

  it('are pushed where the client cannot pull, and taken back when the article closes', async () => {
    await start({ capabilities: {}, extension: false });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(URI, TEXT);
    const first = await until('diagnostics', () => client.told.pushed[0]);
    expect(first.diagnostics.map((d) => d.code)).toContain('entity/GPE');
    const pages = first.diagnostics.filter((d) => 'codeDescription' in d);
    expect(pages, 'a client that named no pages gets no addresses that lead nowhere').toEqual([]);
    await client.close(URI);
    await until('none', () => client.told.pushed.find((p) => p.diagnostics.length === 0));
    expect(client.told.states, 'other clients know no such notification').toEqual([]);
  });

  it('are at most as many as the editor keeps, problems and boilerplate first', async () => {
    await start();
    const text = `خبر\n${'روسيا ومصر. '.repeat(900)}\nقال "بلا نهاية.\nإعلان\n`;
    await client.open(URI, text);
    const told = await client.diagnostics(URI);
    expect(told).toHaveLength(1000);
    const families = told.map(({ code }) => String(code).split('/')[0] ?? '');
    expect([...new Set(families)]).toEqual(['problem', 'boilerplate', 'quotation', 'entity']);
    const rank = (family: string) => ['problem', 'boilerplate', 'quotation', 'entity'].indexOf(family);
    expect(families).toEqual([...families].sort((a, b) => rank(a) - rank(b)));
    expect((await client.state(URI)).items.length).toBeGreaterThan(1800);
  });

  it('point from a later mention to the first', async () => {
    await start();
    await client.open(URI, TEXT);
    const mentions = (await client.diagnostics(URI)).filter((d) => wordsAt(TEXT, d.range) === 'روسيا');
    expect(mentions).toHaveLength(2);
    expect(mentions[0]?.relatedInformation).toBeUndefined();
    expect(mentions[1]?.relatedInformation?.[0]?.location.range).toEqual(mentions[0]?.range);
  });
});

describe('the state of an article', () => {
  it('is told when an article is opened and changed, and answered when asked for', async () => {
    await start();
    await client.open(URI, TEXT);
    const opened = await until('the first state', () => client.told.states[0]);
    expect(opened).toMatchObject({ uri: URI, version: 1 });
    expect(
      opened.items.filter((item) => item.label === 'GPE').map((item) => wordsAt(TEXT, item.range)),
    ).toEqual(['روسيا', 'روسيا']);
    const end = positionOf(TEXT, 'أعلنت');
    await client.change(URI, 2, { range: { start: end, end }, text: 'مصر و' });
    const changed = await until('the second', () => client.told.states.find((s) => s.version === 2));
    expect(changed).toEqual({ ...(await client.state(URI)), serial: changed.serial });
  });
});

describe('an article with line ends of Windows', () => {
  it('is marked as the same article with others is', async () => {
    await start();
    const text = `${TEXT}إعلان\nاقرأ أيضا:\n`;
    await client.open('file:///corpus/lf.txt', text);
    await client.open('file:///corpus/crlf.txt', text.replaceAll('\n', '\r\n'));
    const [lf, crlf] = await Promise.all(
      ['lf', 'crlf'].map((name) => client.state(`file:///corpus/${name}.txt`)),
    );
    const seen = (state: typeof lf) =>
      state?.items.map(({ label, range, speaker }) => ({ label, range, speaker }));
    expect(seen(lf)?.length).toBeGreaterThan(5);
    expect(seen(crlf)).toEqual(seen(lf));
  });
});

describe('unknown documents', () => {
  it('have no state, no hover and no diagnostics, and changing them does no harm', async () => {
    await start();
    await client.change('file:///nowhere.txt', 2, { text: 'x' });
    await client.close('file:///nowhere.txt');
    expect(await client.hover('file:///nowhere.txt', { line: 3, character: 9 })).toBeNull();
    expect(await client.pull('file:///nowhere.txt')).toMatchObject({ kind: 'full', items: [] });
    await expect(client.state('file:///nowhere.txt')).rejects.toThrow('no state');
  });
});
