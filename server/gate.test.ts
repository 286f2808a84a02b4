import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import { connectWire, hello } from '../test/unit/server/wire.ts';
import type { WireClient } from '../test/unit/server/wire.ts';

const FOLDER = 'file:///corpus';
const textDocument = { uri: `${FOLDER}/a.txt` };
const position = { line: 0, character: 0 };

let client: WireClient;
beforeEach(() => {
  client = connectWire(memoryFiles(), () => null);
});
afterEach(() => client.dispose());

/** What a request is answered with: an error as "code sentence", else "answered". */
async function answerTo(method: string, params: unknown): Promise<string> {
  const { error } = await client.ask(method, params);
  return error ? `${error.code} ${error.message}` : 'answered';
}

describe('a request out of its time is refused', () => {
  it('before the client has introduced itself', async () => {
    expect(await answerTo('textDocument/hover', { textDocument, position })).toBe(
      '-32002 textDocument/hover: the server waits for “initialize” first.',
    );
    expect(await answerTo('initialize', hello(FOLDER))).toBe('answered');
  });

  it('when the client introduces itself again', async () => {
    expect(await answerTo('initialize', hello(FOLDER))).toBe('answered');
    expect(await answerTo('initialize', hello(FOLDER))).toBe(
      '-32600 initialize: the server has been initialized before.',
    );
  });

  it('after the server was shut down, a second shutdown too', async () => {
    expect(await answerTo('initialize', hello(FOLDER))).toBe('answered');
    expect(await answerTo('shutdown', undefined)).toBe('answered');
    expect(await answerTo('shutdown', undefined)).toBe('-32600 shutdown: the server has been shut down.');
    expect(await answerTo('textDocument/hover', { textDocument, position })).toBe(
      '-32600 textDocument/hover: the server has been shut down.',
    );
  });
});

describe('a request with parameters that mean nothing is refused, with what they should be', () => {
  const context = { diagnostics: [] };
  const range = { start: position, end: position };
  it.each<[method: string, params: unknown, answer: string]>([
    ['textDocument/hover', { textDocument, position }, 'answered'],
    ['textDocument/hover', { textDocument, position: { line: 2 ** 53, character: 1e300 } }, 'answered'],
    ['textDocument/hover', null, '“params” must be an object'],
    ['textDocument/hover', { position }, '“textDocument” must be an object'],
    ['textDocument/hover', { textDocument: {}, position }, '“textDocument.uri” must be a string'],
    [
      'textDocument/hover',
      { textDocument, position: { line: -1, character: 0 } },
      '“position.line” must be a whole number from 0 on',
    ],
    [
      'textDocument/hover',
      { textDocument, position: { line: 0, character: Number.NaN } },
      '“position.character” must be a whole number from 0 on',
    ],
    ['textDocument/selectionRange', { textDocument, positions: position }, '“positions” must be a list'],
    [
      'textDocument/selectionRange',
      { textDocument, positions: [position, 0.5] },
      '“positions[1]” must be an object',
    ],
    ['textDocument/codeAction', { textDocument, range, context }, 'answered'],
    ['textDocument/codeAction', { textDocument, range }, '“context” must be an object'],
    ['workspace/symbol', { query: 7 }, '“query” must be a string'],
    ['hashiya/article', { uri: null }, '“uri” must be a string'],
    [
      'hashiya/statistics',
      { folder: FOLDER, workDoneToken: {} },
      '“workDoneToken” must be a string or a number',
    ],
    ['hashiya/import', { folder: FOLDER }, '“format” must be a string'],
  ])('%s %j: %s', async (method, params, answer) => {
    await client.ask('initialize', hello(FOLDER));
    const expected = answer === 'answered' ? answer : `-32602 ${method}: ${answer}.`;
    expect(await answerTo(method, params)).toBe(expected);
  });
});

it('an edit that means nothing is left alone, and the document stays as it was', async () => {
  await client.ask('initialize', hello(FOLDER));
  const uri = textDocument.uri;
  client.say({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'article', version: 1, text: 'زار 25% منهم موسكو.' } },
  });
  for (const line of [-1, 0.5, null, '0', {}])
    client.say({
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: { start: { line, character: 0 }, end: position }, text: 'لا' }],
      },
    });
  const { result } = await client.ask('hashiya/article', { uri });
  expect(result).toMatchObject({ uri, version: 1 });
});
