import type { MarkupContent } from 'vscode-languageserver-protocol';
import { afterEach, expect, it } from 'vitest';
import { connect, EDITOR, positionOf, rangeOf } from '../../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { Action } from '../protocol.ts';

const FOLDER = 'file:///corpus';
const URI = `${FOLDER}/articles/a.txt`;
const TEXT = 'افتتح سامر الحلبي معرض الزهور.\nوشكر الحلبي بلدية الواحة.\n';
const PROJECT = JSON.stringify({
  attributes: [
    { name: 'role', type: 'choice', values: ['ضيف', 'مضيف'], title: { en: 'Role', ar: 'الدور' } },
    { name: 'wikidata', type: 'link', url: 'https://www.wikidata.org/wiki/{id}', title: 'Wikidata' },
  ],
  relations: [{ name: 'thanks', title: { en: 'thanks', ar: 'يشكر' } }],
});

let client: TestClient;
afterEach(() => client.dispose());

/** The article with two persons and a body, and what an annotator added to the second person. */
async function annotated(options: ConnectOptions = {}): Promise<void> {
  const files = memoryFiles({ [`${FOLDER}/hashiya.json`]: PROJECT });
  client = await connect({ files, folder: FOLDER, ...options });
  await client.open(URI, TEXT);
  const act = async (action: Action) =>
    expect(await client.act(URI, 1, action)).toMatchObject({ done: true });
  const idOf = async (words: string, nth = 1) => {
    const range = rangeOf(TEXT, words, nth);
    const { items } = await client.state(URI);
    return items.find((item) => JSON.stringify(item.range) === JSON.stringify(range))?.id ?? '';
  };
  await act({
    kind: 'tag',
    ranges: [rangeOf(TEXT, 'سامر الحلبي'), rangeOf(TEXT, 'الحلبي', 2)],
    label: 'PER',
  });
  await act({ kind: 'tag', ranges: [rangeOf(TEXT, 'بلدية الواحة')], label: 'ORG' });
  const person = await idOf('الحلبي', 2);
  await act({ kind: 'setAttribute', ids: [person], name: 'wikidata', value: 'Q42' });
  await act({ kind: 'setAttribute', ids: [person], name: 'role', value: 'ضيف' });
  await act({ kind: 'relate', from: person, type: 'thanks', to: await idOf('بلدية الواحة') });
  await act({ kind: 'setNote', id: person, note: 'أهو *رئيس* <b>البلدية</b>؟' });
}

const hoverOn = async (words: string, nth = 1): Promise<string> => {
  const hover = await client.hover(URI, positionOf(TEXT, words, nth));
  return ((hover?.contents as MarkupContent | undefined)?.value ?? '').replaceAll(/[\u2068\u2069]/g, '');
};

it('tells attributes in the order of the scheme, relations at either end, and the note', async () => {
  await annotated();
  const said = await hoverOn('الحلبي', 2);
  const paragraphs = said.split('\n\n');
  const role = paragraphs.indexOf('Role: ضيف');
  expect(role, said).toBeGreaterThan(0);
  expect(paragraphs.slice(role, role + 3)).toEqual([
    'Role: ضيف',
    'Wikidata: [Q42](<https://www.wikidata.org/wiki/Q42>)',
    'thanks: «بلدية الواحة» (line 2)',
  ]);
  expect(paragraphs[role + 3]).toBe('Note: أهو \\*رئيس\\* \\<b\\>البلدية\\<\\/b\\>؟');
  expect(paragraphs[role + 4]).toContain('Annotated by');
  expect(await hoverOn('بلدية الواحة')).toContain('thanks, from: «الحلبي» (line 2)');
});

it('tells the same in Arabic', async () => {
  await annotated({ language: 'ar' });
  const said = await hoverOn('الحلبي', 2);
  for (const paragraph of ['الدور: ضيف', 'يشكر: «بلدية الواحة» (السطر 2)', 'ملاحظة: '])
    expect(said).toContain(paragraph);
});

it('writes addresses out where the editor shows no Markdown', async () => {
  const { textDocument } = EDITOR;
  await annotated({
    capabilities: { ...EDITOR, textDocument: { ...textDocument, hover: { contentFormat: ['plaintext'] } } },
  });
  expect(await hoverOn('الحلبي', 2)).toContain('Wikidata: Q42 (https://www.wikidata.org/wiki/Q42)');
});

it('links to nothing but web pages', async () => {
  const project = { attributes: [{ name: 'page', type: 'link', url: 'command:{id}' }] };
  const files = memoryFiles({ [`${FOLDER}/hashiya.json`]: JSON.stringify(project) });
  client = await connect({ files, folder: FOLDER });
  await client.open(URI, TEXT);
  await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'الزهور')], label: 'EVENT' });
  const tagged = (await client.state(URI)).items.find(({ label }) => label === 'EVENT');
  await client.act(URI, 1, { kind: 'setAttribute', ids: [tagged?.id ?? ''], name: 'page', value: 'x' });
  const said = await hoverOn('الزهور');
  expect(said).toContain('page: x');
  expect(said).not.toContain('command:');
});
