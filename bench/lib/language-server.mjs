/** A language server in a process of its own, over its standard streams, with what it says and takes measured. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** What VS Code says that it can, as far as the server asks. */
const CAPABILITIES = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};

/** The settings that the client answers with: the server's own defaults. */
const SETTINGS = {};

/** Passes bytes on and counts them. */
function counter() {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk, _, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}

/**
 * Starts a server and shakes hands with it as the extension does.
 * @param {string} script the server's file; it is given --stdio
 * @param {string} folder the URI of the folder that the editor has open
 * @param {{ imported?: string, environment?: Record<string, string> }} [beside] what Node loads before it, and variables
 */
export async function startLanguageServer(script, folder, { imported, environment = {} } = {}) {
  const child = spawn(process.execPath, [...(imported ? ['--import', imported] : []), script, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const [received, sent] = [counter(), counter()];
  child.stdout.pipe(received.stream);
  sent.stream.pipe(child.stdin);
  const connection = createProtocolConnection(
    new StreamMessageReader(received.stream),
    new StreamMessageWriter(sent.stream),
  );
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => SETTINGS));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'corpus' }],
    capabilities: CAPABILITIES,
    initializationOptions: { docs: 'https://docs.example/codes/', language: 'en', annotator: 'salma' },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    /** The number of its process. */
    pid: /** @type {number} */ (child.pid),
    /** Bytes that came from the server so far. */
    received: received.bytes,
    /** Bytes that went to it so far. */
    sent: sent.bytes,
    /**
     * Milliseconds that the server's main thread, which does all of its own work, has had a processor so far: what
     * other programs of the machine take does not count. Linux alone tells.
     */
    processorTime: () => Number(readFileSync(`/proc/${child.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startLanguageServer>>} LanguageServer */
