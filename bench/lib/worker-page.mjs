// Runs in a page: starts the server in a new worker and measures, in milliseconds.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/browser';

const URI = 'memory:/corpus/a.txt';

/** The bytes of a file of the site as an editor sends them: in base64. */
async function fetched(/** @type {string} */ name) {
  const bytes = new Uint8Array(await (await fetch(name)).arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

/** @type {Promise<Map<string, string>> | undefined} */
let shipped;
const readShipped = async () =>
  new Map([
    ['memory:/extension/lexicon.bin', await fetched('/lexicon.bin')],
    ['memory:/extension/weights.bin', await fetched('/weights.bin')],
  ]);

/** How long a worker takes that does nothing. */
async function startEmpty() {
  const began = performance.now();
  const worker = new Worker('/empty.js');
  await new Promise((resolve) => worker.addEventListener('message', resolve));
  worker.terminate();
  return performance.now() - began;
}

/** @param {string} text */
async function start(text) {
  const files = await (shipped ??= readShipped());
  const empty = await startEmpty();
  const began = performance.now();
  const worker = new Worker('/worker.js');
  const connection = createProtocolConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  connection.onRequest('hashiya/files/read', ({ uri }) => files.get(uri) ?? null);
  connection.onRequest('hashiya/files/list', () => []);
  const told = new Promise((resolve) => connection.onNotification('hashiya/articleChanged', resolve));
  connection.listen();
  const [lexicon, weights] = files.keys();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: 'memory:/corpus',
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { docs: '', language: 'en', annotator: 'salma', lexicon, weights },
  });
  await connection.sendNotification('initialized', {});
  const ready = performance.now() - began;
  const opened = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'article', version: 1, text },
  });
  await told;
  const marks = performance.now() - opened;
  worker.terminate();
  return { empty, ready, marks };
}

Object.assign(globalThis, { start });
