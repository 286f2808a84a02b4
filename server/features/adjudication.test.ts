import { afterEach, describe, expect, it } from 'vitest';
import { parseStore, serialiseStore, storePath } from '../../core/annotations/store.ts';
import { connect } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../../test/unit/server/memory-files.ts';
import { version } from '../../test/unit/versions.ts';
import type { Decision } from '../../test/unit/versions.ts';
import { ADJUDICATE_REQUEST, ADJUDICATION_REQUEST, CONTESTED_REQUEST } from '../protocol.ts';
import type { AdjudicateResult, AdjudicationState, ContestedResult } from '../protocol.ts';

const PATH = 'articles/a.txt';
const URI = `file:///corpus/${PATH}`;
const TEXT = 'افتتاح الجسر\nزار وزير النقل حلب أمس\n';
const GOLD = `file:///corpus/${storePath('gold', PATH)}`;

let client: TestClient;
let files: MemoryFiles;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const stored = (annotator: string, decisions: readonly Decision[]): Record<string, string> => ({
  [`file:///corpus/${storePath(annotator, PATH)}`]: serialiseStore(
    TEXT,
    PATH,
    'hashiya',
    version(annotator, TEXT, decisions).annotations,
  ),
});

async function start(versions: Record<string, string>): Promise<AdjudicationState> {
  files = memoryFiles({ [URI]: TEXT, ...versions });
  client = await connect({ files });
  const state = await client.connection.sendRequest<AdjudicationState | null>(ADJUDICATION_REQUEST, {
    uri: URI,
  });
  if (!state) throw new Error('no state');
  return state;
}

const settle = (params: object): Promise<AdjudicateResult> =>
  client.connection.sendRequest<AdjudicateResult>(ADJUDICATE_REQUEST, { uri: URI, ...params });

const gold = (): string[] =>
  parseStore(files.contents.get(GOLD) ?? '', TEXT).annotations.map(
    ({ label, anchor, decision, provenance }) =>
      `${provenance.annotator}: ${decision === 'rejected' ? 'not ' : ''}${label} ${anchor.exact}`,
  );

const HUDA = stored('huda', [
  ['OCC', 'وزير النقل'],
  ['GPE', 'حلب'],
  ['DATE', 'أمس'],
]);
const SALMA = stored('salma', [
  ['OCC', 'وزير النقل'],
  ['LOC', 'حلب'],
]);

describe('adjudication', () => {
  it('shows what annotators of an article disagree on, side by side', async () => {
    const state = await start({ ...HUDA, ...SALMA });
    expect(state).toMatchObject({ path: PATH, annotators: ['huda', 'salma'], agreed: 1, agreedLeft: 1 });
    const [city, day] = state.disputes;
    expect(city).toMatchObject({
      kinds: ['label'],
      line: 2,
      context: 'زار وزير النقل حلب أمس',
      taken: null,
      range: { start: { line: 1, character: 15 }, end: { line: 1, character: 18 } },
    });
    expect(
      city?.sides.map(({ annotator, annotations }) => [
        annotator,
        ...annotations.map(({ label, start, end }) => `${label} ${city.context.slice(start, end)}`),
      ]),
    ).toEqual([
      ['huda', 'GPE حلب'],
      ['salma', 'LOC حلب'],
    ]);
    expect(day?.sides.map(({ annotations }) => annotations.length)).toEqual([1, 0]);
  });

  it('writes what is settled into the gold layer, with what all agree on', async () => {
    const { disputes } = await start({ ...HUDA, ...SALMA });
    const { state, refused } = await settle({ id: disputes[0]?.id, taken: ['salma'] });
    expect(refused).toBeNull();
    expect(gold()).toEqual(['gold: OCC وزير النقل', 'gold: not GPE حلب', 'gold: LOC حلب']);
    expect(state?.disputes.map(({ taken }) => taken)).toEqual([['salma'], null]);
    expect(state?.agreedLeft).toBe(0);
    const before = files.contents.get(`file:///corpus/${storePath('huda', PATH)}`);
    expect(before).toBe(HUDA[`file:///corpus/${storePath('huda', PATH)}`]);
  });

  it('takes over what all agree on without any dispute', async () => {
    await start({
      ...HUDA,
      ...stored('salma', [
        ['OCC', 'وزير النقل'],
        ['GPE', 'حلب'],
        ['DATE', 'أمس'],
      ]),
    });
    expect((await settle({ agreed: true })).state).toMatchObject({ agreed: 3, agreedLeft: 0, disputes: [] });
    expect(gold()).toHaveLength(3);
  });

  it('refuses a dispute that is there no longer, and settles nothing twice', async () => {
    const { disputes } = await start({ ...HUDA, ...SALMA });
    const result = await settle({ id: 'entity:0:1', taken: [] });
    expect(result.refused).toContain('have changed meanwhile');
    expect(files.contents.has(GOLD)).toBe(false);
    await Promise.all(disputes.map(({ id }) => settle({ id, taken: ['huda'] })));
    expect(gold()).toEqual(['gold: OCC وزير النقل', 'gold: GPE حلب', 'gold: not LOC حلب', 'gold: DATE أمس']);
  });

  it('lists the articles that several have worked on, with what is left to settle', async () => {
    const contested = () =>
      client.connection.sendRequest<ContestedResult>(CONTESTED_REQUEST, { folder: 'file:///corpus' });
    const { disputes } = await start({ ...HUDA, ...SALMA, 'file:///corpus/articles/b.txt': TEXT });
    const article = { uri: URI, path: PATH, annotators: ['huda', 'salma'], disputes: 2 };
    expect(await contested()).toEqual({ articles: [{ ...article, open: 2, agreedLeft: 1 }], troubles: [] });
    await settle({ id: disputes[0]?.id, taken: ['salma'] });
    expect(await contested()).toEqual({ articles: [{ ...article, open: 1, agreedLeft: 0 }], troubles: [] });
  });

  it('has nothing to settle between one annotator and nobody', async () => {
    expect(await start(HUDA)).toMatchObject({ annotators: ['huda'], disputes: [] });
  });

  it('tells what cannot be written, and keeps what is there', async () => {
    const { disputes } = await start({ ...HUDA, ...SALMA });
    files.failure = new Error('disk full');
    const { refused } = await settle({ id: disputes[0]?.id, taken: ['huda'] });
    expect(refused).toContain('disk full');
    expect(files.contents.has(GOLD)).toBe(false);
  });
});
