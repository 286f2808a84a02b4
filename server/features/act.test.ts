/** What a person does to annotations, from the wire to the file and back by undo, with a scheme of hashiya.json. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseStore } from '../../core/annotations/store.ts';
import { connect, positionOf, rangeOf, wordsAt } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import { SAME_ENTITY } from '../../core/labels/scheme-parts.ts';
import { ACT_REQUEST } from '../protocol.ts';
import type { Action, ActResult } from '../protocol.ts';

const URI = 'file:///corpus/articles/a.txt';
const FILE = 'file:///corpus/annotations/salma/articles/a.txt.jsonl';
const TEXT = 'سافر مازن عبد ربه مع هند وسعاد.\nثم عاد مازن، ولمازن بيت قرب هند.\nوردد: "هنا البيت".\n';
const PROJECT = {
  labels: { overlap: false },
  attributes: [
    { name: 'gender', type: 'choice', values: ['f', 'm'], labels: ['PER'] },
    { name: 'wikidata', type: 'link', url: 'https://www.wikidata.org/wiki/{id}' },
  ],
  relations: [{ name: 'knows', from: ['PER'], to: ['PER'] }],
  article: { attributes: [{ name: 'topic', type: 'text' }] },
};

let client: TestClient;
const begin = async (language: 'en' | 'ar' = 'en'): Promise<void> => {
  const files = memoryFiles({ 'file:///corpus/hashiya.json': JSON.stringify(PROJECT) });
  client = await connect({ files, folder: 'file:///corpus', language });
  await client.open(URI, TEXT);
};
beforeEach(() => begin());
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const act = (action: Action): Promise<ActResult> => client.act(URI, 1, action);
const tag = async (words: string, label: string, nth = 1): Promise<string> => {
  expect(await act({ kind: 'tag', ranges: [rangeOf(TEXT, words, nth)], label })).toMatchObject({
    done: true,
  });
  const { items } = await client.state(URI);
  const at = JSON.stringify(rangeOf(TEXT, words, nth));
  const made = items.find(({ state, range }) => state === 'accepted' && JSON.stringify(range) === at);
  if (!made) throw new Error(`«${words}» was not tagged`);
  return made.id;
};
/** What the file says: each annotation with all that it has, and what is said of the article. */
function stored(): unknown {
  const { annotations, header } = parseStore(client.files.contents.get(FILE) ?? '', TEXT);
  const words = new Map(annotations.map(({ id, anchor }) => [id, anchor.exact]));
  return {
    facts: header?.facts,
    annotations: annotations.map(
      ({ label, decision, anchor, canonical, attributes, relations, note, everywhere }) => ({
        what: `${decision === 'rejected' ? '-' : ''}${label} ${anchor.exact}`,
        canonical,
        attributes,
        relations: relations.map(({ type, to }) => `${type} ${words.get(to) ?? to}`),
        note,
        everywhere,
      }),
    ),
  };
}
const whats = (): string[] =>
  (stored() as { annotations: { what: string }[] }).annotations.map(({ what }) => what);

type Ids = Readonly<Record<'mazen' | 'hind' | 'suad' | 'speech', string>>;
const THREE = ['PER مازن عبد ربه', 'PER هند', 'PER سعاد'];
const cases: readonly [kind: Action['kind'], action: (ids: Ids) => Action, expected: object][] = [
  [
    'tagEverywhere',
    () => ({ kind: 'tagEverywhere', range: rangeOf(TEXT, 'مازن', 2), label: 'PER' }),
    { annotations: [...THREE, 'PER مازن', 'PER مازن', 'direct هنا البيت'].map((what) => ({ what })) },
  ],
  [
    'rejectEverywhere',
    ({ suad }) => ({ kind: 'rejectEverywhere', id: suad, always: true }),
    { annotations: [{}, {}, { what: '-PER سعاد', everywhere: true }, {}] },
  ],
  [
    'merge',
    ({ hind, suad }) => ({ kind: 'merge', ids: [suad, hind] }),
    { annotations: [{}, { what: 'PER هند وسعاد', canonical: 'هند وسعاد' }, {}] },
  ],
  [
    'split',
    ({ mazen }) => ({ kind: 'split', id: mazen, at: positionOf(TEXT, 'عبد') }),
    { annotations: [{ what: 'PER مازن' }, { what: 'PER عبد ربه' }, {}, {}, {}] },
  ],
  [
    'place',
    ({ suad }) => ({ kind: 'place', id: suad, range: rangeOf(TEXT, 'بيت') }),
    { annotations: [{}, {}, { what: 'PER بيت' }, {}] },
  ],
  [
    'relate',
    ({ mazen, hind }) => ({ kind: 'relate', from: mazen, type: 'knows', to: hind }),
    { annotations: [{ relations: ['knows هند'] }, {}, {}, {}] },
  ],
  [
    'relate',
    ({ mazen, hind }) => ({ kind: 'relate', from: hind, type: SAME_ENTITY, to: mazen }),
    {
      annotations: [
        {},
        { canonical: 'مازن عبد ربه' },
        {},
        { what: 'PER هند', canonical: 'مازن عبد ربه' },
        {},
      ],
    },
  ],
  [
    'setAttribute',
    ({ hind, suad }) => ({ kind: 'setAttribute', ids: [hind, suad], name: 'gender', value: 'f' }),
    { annotations: [{}, { attributes: { gender: 'f' } }, { attributes: { gender: 'f' } }, {}] },
  ],
  [
    'setNote',
    ({ suad }) => ({ kind: 'setNote', id: suad, note: 'من هي؟' }),
    { annotations: [{}, {}, { note: 'من هي؟' }, {}] },
  ],
  [
    'rename',
    ({ hind }) => ({ kind: 'rename', id: hind, name: 'هند سالم', everywhere: false }),
    { annotations: [{}, { canonical: 'هند سالم' }, {}, {}] },
  ],
  ['setStatus', () => ({ kind: 'setStatus', status: 'done' }), { facts: { status: 'done' } }],
  [
    'setArticleAttribute',
    () => ({ kind: 'setArticleAttribute', name: 'topic', value: 'سفر' }),
    { facts: { attributes: { topic: 'سفر' } } },
  ],
];

describe('each action', () => {
  it.each(cases)(
    '%s comes to the file, and goes by undo and comes by redo',
    async (_kind, action, expected) => {
      const ids: Ids = {
        mazen: await tag('مازن عبد ربه', 'PER'),
        hind: await tag('هند', 'PER'),
        suad: await tag('سعاد', 'PER'),
        speech: await tag('هنا البيت', 'direct'),
      };
      const before = stored();
      expect(await act(action(ids))).toMatchObject({ done: true, trouble: false });
      const after = stored();
      expect(after).toMatchObject(expected);
      expect(await act({ kind: 'undo' })).toMatchObject({ done: true });
      expect(stored()).toEqual(before);
      expect(await act({ kind: 'redo' })).toMatchObject({ done: true });
      expect(stored()).toEqual(after);
    },
  );

  it('unrelate takes a tie away again', async () => {
    const [from, to] = [await tag('هند', 'PER'), await tag('سعاد', 'PER')];
    await act({ kind: 'relate', from, type: 'knows', to });
    expect((await client.state(URI)).items.find(({ id }) => id === from)?.relations).toEqual([
      { type: 'knows', to },
    ]);
    await act({ kind: 'unrelate', from, type: 'knows', to });
    expect((await client.state(URI)).items.find(({ id }) => id === from)?.relations).toEqual([]);
  });

  it('shows the status and the attributes of the article at once', async () => {
    await act({ kind: 'setStatus', status: 'checked' });
    await act({ kind: 'setArticleAttribute', name: 'topic', value: 'سفر' });
    expect(await client.state(URI)).toMatchObject({ status: 'checked', attributes: { topic: 'سفر' } });
  });

  it('tells how many places it reached, where it reaches further than was pointed', async () => {
    const result = await act({ kind: 'tagEverywhere', range: rangeOf(TEXT, 'هند'), label: 'PER' });
    expect(result).toMatchObject({ message: 'Changed: 2 annotations.', range: rangeOf(TEXT, 'هند') });
    const once = await act({ kind: 'tagEverywhere', range: rangeOf(TEXT, 'سعاد'), label: 'PER' });
    expect(once.message).toBe('Changed: 1 annotation.');
    const note = await act({ kind: 'setNote', id: await tag('بيت', 'FAC'), note: 'قديم' });
    expect(note.message).toBeNull();
  });

  it('tags several selections in one step', async () => {
    const ranges = [rangeOf(TEXT, 'هند'), rangeOf(TEXT, 'سعاد'), rangeOf(TEXT, 'هند', 2)];
    expect(await act({ kind: 'tag', ranges, label: 'PER' })).toMatchObject({
      message: 'Changed: 3 annotations.',
    });
    await act({ kind: 'undo' });
    expect(whats()).toEqual([]);
  });
});

describe('what cannot be done', () => {
  const refused: readonly [action: (id: string) => Action, en: RegExp, ar: RegExp][] = [
    [(id) => ({ kind: 'merge', ids: [id] }), /two or more to merge/, /اثنين أو أكثر/],
    [(id) => ({ kind: 'split', id, at: positionOf(TEXT, 'هند') }), /nothing to split/, /لا شيء هنا يُقسم/],
    [(id) => ({ kind: 'relate', from: id, type: 'knows', to: id }), /to itself/, /بنفسه/],
    [(id) => ({ kind: 'rename', id, name: ' ', everywhere: true }), /at least one letter/, /حرف واحد/],
    [(id) => ({ kind: 'setAttribute', ids: [id], name: 'gender', value: 'x' }), /is no value of/, /ليست/],
    [
      (id) => ({ kind: 'setAttribute', ids: [id], name: 'age', value: '9' }),
      /gender.*wikidata/,
      /gender.*wikidata/,
    ],
    [() => ({ kind: 'setArticleAttribute', name: 'age', value: '9' }), /topic/, /topic/],
    [(id) => ({ kind: 'setAttribute', ids: [id], name: 'wikidata', value: 'Q 1' }), /no blank/, /لا فراغ/],
  ];
  it.each(['en', 'ar'] as const)('is said in words, and nothing changes (%s)', async (language) => {
    client.dispose();
    await begin(language);
    const id = await tag('هند', 'PER');
    const before = client.files.contents.get(FILE);
    for (const [action, en, ar] of refused) {
      const result = await act(action(id));
      expect(result).toMatchObject({ done: false, range: null, trouble: false });
      expect(result.message).toMatch(language === 'en' ? en : ar);
    }
    expect(client.files.contents.get(FILE)).toBe(before);
  });

  it('says what a relation may tie', async () => {
    const [from, to] = [await tag('هند', 'PER'), await tag('بيت', 'FAC')];
    const result = await act({ kind: 'relate', from, type: 'knows', to });
    expect(result.message?.replace(/[\u2068\u2069]/g, '')).toBe('“knows” leads to PER alone; this is FAC.');
  });

  const broken: readonly object[] = [
    { kind: 'tagEverywhere', label: 'PER' },
    { kind: 'rejectEverywhere', id: 'x' },
    { kind: 'merge', ids: 'x' },
    { kind: 'split', id: 'x', at: { line: 'first' } },
    { kind: 'place', id: 'x' },
    { kind: 'relate', from: 'x', to: 'y' },
    { kind: 'unrelate', from: 'x', type: 'knows' },
    { kind: 'setAttribute', ids: ['x'], name: 'gender' },
    { kind: 'setNote', id: 'x' },
    { kind: 'rename', id: 'x', name: 'y' },
    { kind: 'setStatus', status: 'finished' },
    { kind: 'setArticleAttribute', name: 'topic', value: 7 },
    { kind: 'constructor' },
  ];
  it.each(broken)('is no action: %j', async (action) => {
    const result = await client.connection.sendRequest<ActResult>(ACT_REQUEST, {
      uri: URI,
      version: 1,
      action,
    });
    expect(result).toMatchObject({ done: false, message: 'That did not work: no such action' });
  });
});

describe('where the project lets entities overlap', () => {
  it('a nested one stays beside the other, and leaves the mark of a longer one open', async () => {
    client.dispose();
    const files = memoryFiles({
      'file:///corpus/hashiya.json': JSON.stringify({ ...PROJECT, labels: { overlap: true } }),
    });
    client = await connect({ files, folder: 'file:///corpus' });
    await client.open(URI, TEXT);
    await tag('مازن عبد ربه', 'PER');
    await tag('عبد ربه', 'PER');
    expect(whats()).toEqual(['PER مازن عبد ربه', 'PER عبد ربه']);
    const { items } = await client.state(URI);
    expect(
      items.filter(({ state }) => state === 'accepted').map(({ range }) => wordsAt(TEXT, range)),
    ).toEqual(['مازن عبد ربه', 'عبد ربه']);
  });
});
