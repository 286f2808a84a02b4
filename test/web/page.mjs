// Runs in the page: a client of the server in a web worker, with files that live in the page.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/browser';

/** @type {Map<string, Uint8Array>} */
const files = new Map();
const lexicon = 'memory:/extension/lexicon.bin';
const weights = 'memory:/extension/weights.bin';

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
};

/** Starts the worker and shakes hands. */
async function connect() {
  files.set(lexicon, new Uint8Array(await (await fetch('/lexicon.bin')).arrayBuffer()));
  files.set(weights, new Uint8Array(await (await fetch('/weights.bin')).arrayBuffer()));
  const worker = new Worker('/worker.js');
  const connection = createProtocolConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  connection.onRequest('hashiya/files/read', (/** @type {{ uri: string }} */ { uri }) => {
    const bytes = files.get(uri);
    return bytes ? toBase64(bytes) : null;
  });
  connection.onRequest(
    'hashiya/files/write',
    (/** @type {{ uri: string, content: string }} */ { uri, content }) => {
      files.set(
        uri,
        Uint8Array.from(atob(content), (character) => character.charCodeAt(0)),
      );
      return null;
    },
  );
  connection.onRequest(
    'hashiya/files/append',
    (/** @type {{ uri: string, lines: string }} */ { uri, lines }) => {
      const before = files.get(uri) ?? new Uint8Array();
      const added = Uint8Array.from(atob(lines), (character) => character.charCodeAt(0));
      files.set(uri, Uint8Array.from([...before, ...added]));
      return null;
    },
  );
  connection.onRequest('hashiya/files/list', (/** @type {{ folder: string }} */ { folder }) =>
    [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: 'memory:/corpus',
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { docs: '', language: 'en', annotator: 'salma', lexicon, weights },
  });
  await connection.sendNotification('initialized', {});
  return connection;
}

/** @type {Promise<import('vscode-languageserver-protocol').ProtocolConnection> | undefined} */
let connected;

/** What the test calls from outside. */
Object.assign(globalThis, {
  /** @param {string} method @param {object} params */
  async request(method, params) {
    return (await (connected ??= connect())).sendRequest(method, params);
  },
  /** @param {string} method @param {object} params */
  async notify(method, params) {
    return (await (connected ??= connect())).sendNotification(method, params);
  },
  /** @param {string} uri */
  file: (uri) => new TextDecoder().decode(files.get(uri)),
});
