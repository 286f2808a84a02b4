import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { parseProject } from '../../core/labels/project.ts';

/** VS Code's own JSON language service, with the schema as package.json contributes it. */
const service = getLanguageService({});
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  contributes: { jsonValidation: readonly { fileMatch: string; url: string }[] };
};
service.configure({
  validate: true,
  allowComments: true,
  schemas: manifest.contributes.jsonValidation.map(({ fileMatch, url }) => ({
    fileMatch: [fileMatch],
    uri: `file:///${url}`,
    schema: JSON.parse(readFileSync(new URL(`../../${url}`, import.meta.url), 'utf8')) as object,
  })),
});

const open = (content: string) => {
  const document = TextDocument.create('file:///corpus/hashiya.json', 'jsonc', 1, content);
  return { document, json: service.parseJSONDocument(document) };
};

const validated = async (content: string): Promise<string[]> => {
  const { document, json } = open(content);
  const found = await service.doValidation(document, json, { comments: 'ignore', trailingCommas: 'ignore' });
  return found.map(({ range, message }) => `${document.getText(range)}: ${message}`);
};

/** What is offered where "|" stands: by its label the file as it is when that is chosen and nothing else typed. */
async function completed(marked: string): Promise<Map<string, string>> {
  const { document, json } = open(marked.replace('|', ''));
  const list = await service.doComplete(document, document.positionAt(marked.indexOf('|')), json);
  const files = (list?.items ?? []).map(({ label, textEdit }): [string, string] => {
    if (!textEdit || !('range' in textEdit)) throw new Error(`${label} has no edit`);
    const { newText, range } = textEdit;
    return [label, TextDocument.applyEdits(document, [{ range, newText: settled(newText) }])];
  });
  return new Map(files);
}

/** A snippet with its placeholders as they stand: "${1:word}" → "word". */
const settled = (snippet: string): string =>
  snippet.replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d/g, (_, words: string | undefined) =>
    (words ?? '').replaceAll(/\\(.)/g, '$1'),
  );

describe('hashiya.json in the editor', () => {
  test.each<[what: string, marked: string, offered: readonly string[]]>([
    ['labels', '{ "labels": { "default": false, "add": [|] } }', ['{ a label }']],
    ['attributes', '{ "attributes": [|] }', ['{ a choice }', '{ a text }', '{ a link }']],
    ['relations', '{ "relations": [|] }', ['{ a relation }']],
    [
      'attributes of articles',
      '{ "article": { "attributes": [|] } }',
      ['{ a choice }', '{ a text }', '{ a link }'],
    ],
    ['the first label', '{ "labels": { "default": false, "add": | } }', ['[ a label ]']],
    ['the first attribute', '{ "attributes": | }', ['[ an attribute ]']],
    ['the first relation', '{ "relations": | }', ['[ a relation ]']],
    ['the first attribute of articles', '{ "article": { "attributes": | } }', ['[ an attribute ]']],
  ])('completion inserts %s whole and without a mistake', async (_, marked, offered) => {
    const files = await completed(marked);
    for (const label of offered) {
      const file = files.get(label) ?? '';
      expect(file, label).toMatch(/"(?:id|name)": "[a-zA-Z]/);
      expect(await validated(file), file).toEqual([]);
      expect(parseProject(file).problems, file).toEqual([]);
    }
  });

  test.each<[what: string, marked: string, offered: readonly string[]]>([
    ['families', '{ "labels": { "add": [{ "family": | }] } }', ['"entity"', '"quotation"', '"boilerplate"']],
    ['types', '{ "attributes": [{ "type": | }] }', ['"choice"', '"text"', '"link"']],
    ['labels to tie', '{ "relations": [{ "to": [|] }] }', ['"entity"', '"PER"', '"direct"']],
    ['default labels', '{ "labels": { "only": [|] } }', ['"PER"', '"direct"', '"byline"']],
    ['fields', '{ | }', ['labels', 'attributes', 'relations', 'article', 'export']],
  ])('completion offers %s', async (_, marked, offered) => {
    expect([...(await completed(marked)).keys()]).toEqual(expect.arrayContaining([...offered]));
  });

  test.each<[marked: string, words: RegExp]>([
    ['{ "att|ributes": [] }', /What annotations can have beside their label[\s\S]*```json/],
    ['{ "relations": [{ "na|me": "a" }] }', /As datasets and annotation files have it/],
    ['{ "labels": { "def|ault": true } }', /for another domain/],
    ['{ "labels": { "add": [{ "id": "A", "ti|tle": "A" }] } }', /What people call it/],
    ['{ "attributes": [{ "name": "a", "type": "li|nk" }] }', /id of something in a knowledge base/],
  ])('hover explains %s', async (marked, words) => {
    const { document, json } = open(marked.replace('|', ''));
    const hover = await service.doHover(document, document.positionAt(marked.indexOf('|')), json);
    expect(JSON.stringify(hover?.contents).replaceAll('\\n', '\n')).toMatch(words);
  });

  test.each<[content: string, found: RegExp]>([
    ['{ "labels": { "add": [{ "family": "entity" }] } }', /Missing property "id"/],
    [
      '{ "labels": { "add": [{ "id": "the court" }] } }',
      /^"the court": .*A name begins with a letter or digit/,
    ],
    ['{ "labels": { "add": [{ "id": "A", "colour": "red" }] } }', /^"red": /],
    ['{ "attributes": [{ "name": "a", "type": "choice" }] }', /Missing property "values"/],
    ['{ "attributes": [{ "name": "a", "type": "number" }] }', /^"number": /],
    ['{ "attributes": [{ "name": "a", "type": "link", "url": "https://x.org" }] }', /^"https:\/\/x.org": /],
    ['{ "relations": [{ "name": "a", "to": "PER" }] }', /^"PER": /],
    ['{ "article": { "attributes": [{ "name": "a", "type": "text", "labels": [] }] } }', /^"labels": /],
  ])('%s is told by the schema too', async (content, found) => {
    const told = await validated(content);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(found);
  });

  test('colours show as what they are', async () => {
    const content =
      '{ "labels": { "add": [{ "id": "A", "colour": "#ff0000" }], "colours": { "A": "#0000ff" } } }';
    const { document, json } = open(content);
    const colours = await service.findDocumentColors(document, json);
    expect(colours.map(({ color: { red, green, blue } }) => [red, green, blue])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  test('the example of docs/schemes.md is without a mistake', async () => {
    const content = readFileSync(
      new URL('../../docs/examples/court-rulings/hashiya.json', import.meta.url),
      'utf8',
    );
    expect(await validated(content)).toEqual([]);
    expect(parseProject(content).problems).toEqual([]);
  });
});
