import { afterEach, describe, expect, it } from 'vitest';
import { connect, rangeOf, until } from '../test/unit/server/connect.ts';
import type { TestClient } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import { SCHEME_REQUEST } from './protocol.ts';
import type { Scheme } from './protocol.ts';

const FILE = 'file:///corpus/hashiya.json';
const URI = 'file:///corpus/articles/a.txt';
const TEXT = 'نقضت محكمة النقض المصرية في القاهرة أمس حكم محكمة الاستئناف.\n';
const COURTS = `{
  "labels": {
    "default": false,
    "add": [
      { "id": "COURT", "title": { "en": "Court", "ar": "محكمة" }, "colour": "#7b3fa0", "key": "c" },
      { "id": "RULING", "title": "حكم" },
      { "id": "GPE", "title": { "ar": "مدينة المحكمة" } },
    ],
  },
  "attributes": [
    { "name": "outcome", "type": "choice", "title": { "en": "Outcome", "ar": "النتيجة" }, "values": ["تأييد", "نقض"], "labels": ["RULING"], "required": true },
  ],
  "relations": [{ "name": "issued-by", "title": "صادر عن", "from": ["RULING"], "to": ["COURT"] }],
  "article": { "attributes": [{ "name": "field", "type": "text" }] },
}`;

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

describe('a project with a scheme of its own', () => {
  it('has its own labels alone, with attributes and relations, in the editor’s language', async () => {
    client = await connect({ files: memoryFiles({ [FILE]: COURTS }), language: 'ar' });
    await client.open(URI, TEXT);
    const scheme = await client.connection.sendRequest<Scheme>(SCHEME_REQUEST, { uri: URI });
    expect(scheme.labels).toEqual([
      { family: 'entity', id: 'COURT', title: 'محكمة', description: '', key: 'c', colour: '#7b3fa0' },
      { family: 'entity', id: 'RULING', title: 'حكم', description: '', key: '1' },
      { family: 'entity', id: 'GPE', title: 'مدينة المحكمة', description: '', key: '2' },
    ]);
    const plain = { description: '', values: [], labels: [], required: false, url: '' };
    expect(scheme.attributes).toEqual([
      {
        ...plain,
        name: 'outcome',
        type: 'choice',
        title: 'النتيجة',
        values: ['تأييد', 'نقض'],
        labels: ['RULING'],
        required: true,
      },
    ]);
    expect(scheme.relations).toEqual([
      { name: 'issued-by', title: 'صادر عن', description: '', from: ['RULING'], to: ['COURT'] },
    ]);
    expect(scheme.articleAttributes).toEqual([{ ...plain, name: 'field', type: 'text', title: 'field' }]);
  });

  it('is suggested nothing but what has a label of its own', async () => {
    client = await connect({ files: memoryFiles({ [FILE]: COURTS }) });
    await client.open(URI, TEXT);
    const { items } = await client.state(URI);
    expect(items.map(({ label, range }) => `${label} ${range.start.character}`)).toEqual([
      `GPE ${TEXT.indexOf('القاهرة')}`,
    ]);
    const codes = (await client.diagnostics(URI)).map(({ code }) => code);
    expect(codes.filter((code) => String(code).startsWith('entity/'))).toEqual(['entity/GPE']);
    const tagged = await client.act(URI, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'محكمة النقض المصرية')],
      label: 'COURT',
    });
    expect(tagged.done).toBe(true);
  });
});

describe('what is wrong with a project file', () => {
  it('is shown though no article is open, at its place, and in the editor’s language', async () => {
    const files = memoryFiles({ [FILE]: '{ "labels": { "default": false } }' });
    client = await connect({ files, language: 'ar' });
    const told = () => client.told.pushed.filter(({ uri }) => uri === FILE).at(-1);
    await until('the problem', () => told()?.diagnostics.length === 1);
    const changed = '{ "attributes": [{ "name": "size", "type": "number" }] }';
    files.contents.set(FILE, changed);
    const changes = [{ uri: FILE, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await until('the other problem', () =>
      String(told()?.diagnostics[0]?.message).includes('choice, text, link'),
    );
    expect(told()?.diagnostics).toEqual([
      {
        range: rangeOf(changed, '"number"'),
        severity: 1,
        source: 'Hashiya',
        message: 'القيمة هنا واحدة من: choice, text, link.',
      },
    ]);
    files.contents.delete(FILE);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await until('none', () => told()?.diagnostics.length === 0);
  });
});
