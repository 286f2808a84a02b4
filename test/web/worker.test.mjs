import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import esbuild from 'esbuild';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { inRepository } from '../../scripts/lib/places.mjs';

const URI = 'memory:/corpus/articles/a.txt';

/** @type {(text: string) => object} */
const opening = (text) => ({ textDocument: { uri: URI, languageId: 'article', version: 1, text } });

describe('the server in a web worker', () => {
  /** @type {import('../../scripts/lib/browser.mjs').OpenBrowser} */
  let browser;
  /** @type {import('node:http').Server} */
  let site;
  const [sample = ''] = readdirSync(inRepository('samples/articles')).filter((name) => name.endsWith('.txt'));
  const text = readFileSync(inRepository('samples/articles', sample), 'utf8');

  before(async () => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [inRepository('test/web/page.mjs')],
      bundle: true,
      format: 'iife',
      platform: 'browser',
      write: false,
    });
    /** @type {Record<string, readonly [string, () => string | Uint8Array]>} */
    const pages = {
      '/': ['text/html', () => '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>'],
      '/page.js': ['text/javascript', () => outputFiles[0]?.text ?? ''],
      '/worker.js': ['text/javascript', () => readFileSync(inRepository('dist/worker.js'))],
      '/lexicon.bin': ['application/octet-stream', () => readFileSync(inRepository('dist/lexicon.bin'))],
      '/weights.bin': ['application/octet-stream', () => readFileSync(inRepository('dist/weights.bin'))],
    };
    site = createServer((request, response) => {
      const page = pages[request.url ?? ''];
      if (!page) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': page[0] }).end(page[1]());
    });
    await /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        site.listen(0, '127.0.0.1', resolve);
      })
    );
    const address = site.address();
    if (typeof address !== 'object' || !address) throw new Error('The page is not served.');
    browser = await openBrowser();
    await browser.page.goto(`http://127.0.0.1:${address.port}/`);
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** @param {'request' | 'notify' | 'file'} how @param {...unknown} given */
  const inPage = (how, ...given) =>
    browser.page.evaluate(
      ([name, args]) => Reflect.get(globalThis, name)(...args),
      /** @type {const} */ ([how, given]),
    );

  it('finds in an article what the server in Node finds', async () => {
    await inPage('notify', 'textDocument/didOpen', opening(text));
    const inWorker = await inPage('request', 'hashiya/article', { uri: URI });
    assert.ok(
      inWorker.items.length > 10,
      `only ${inWorker.items.length} marks in samples/articles/${sample}`,
    );
    assert.deepEqual(inWorker, await stateInNode(text));
  });

  it('keeps annotations in files of the client', async () => {
    const { items, version } = await inPage('request', 'hashiya/article', { uri: URI });
    const mark = items.find((/** @type {{ family: string }} */ { family }) => family === 'entity');
    const action = { kind: 'accept', ids: [mark.id] };
    const result = await inPage('request', 'hashiya/act', { uri: URI, version, action });
    assert.deepEqual(result, { done: true, message: null, range: mark.range, trouble: false });
    const stored = await inPage('file', 'memory:/corpus/annotations/salma/articles/a.txt.jsonl');
    assert.equal(JSON.parse(stored.split('\n')[1]).body.value, mark.label);
    const undone = await inPage('request', 'hashiya/act', { uri: URI, version, action: { kind: 'undo' } });
    assert.equal(undone.done, true, undone.message);
    const history = await inPage('file', 'memory:/corpus/history/salma/articles/a.txt.jsonl');
    const actions = history
      .trim()
      .split('\n')
      .map((/** @type {string} */ line) => JSON.parse(line).action);
    assert.deepEqual(actions, ['accept', 'undo']);
  });
});

/**
 * What the server that runs in Node says of the same article.
 * @param {string} article
 */
async function stateInNode(article) {
  const server = spawn(process.execPath, [inRepository('dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  // The server asks its client for files that are not on its disk; this client has none.
  connection.onRequest('hashiya/files/read', () => null);
  connection.listen();
  const ended = new Promise((_, reject) => {
    server.once('exit', (status) => reject(new Error(`The server in Node ended with status ${status}.`)));
  });
  const asked = async () => {
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: 'memory:/corpus',
      capabilities: {},
      initializationOptions: { docs: '', language: 'en', annotator: 'salma' },
    });
    await connection.sendNotification('textDocument/didOpen', opening(article));
    return connection.sendRequest('hashiya/article', { uri: URI });
  };
  try {
    return await Promise.race([asked(), ended]);
  } finally {
    server.removeAllListeners('exit');
    connection.dispose();
    server.kill();
  }
}
