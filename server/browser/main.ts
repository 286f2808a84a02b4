/** The server in a web worker; its files, the lexicon among them, come from the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from '../client-files.ts';
import { createGate } from '../gate.ts';
import { startServer } from '../server.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
  { messageStrategy: createGate() },
);
const files = clientFiles(connection);

async function readShipped(what: 'lexicon' | 'weights', uri: string | undefined): Promise<Uint8Array> {
  const bytes = uri === undefined ? null : await files.read(uri);
  if (!bytes) throw new Error(`The client did not say where ${what}.bin is, or it is not there.`);
  return bytes;
}

startServer(connection, {
  files,
  lexicon: (uri) => readShipped('lexicon', uri),
  weights: (uri) => readShipped('weights', uri),
  now: () => new Date(),
  elapsed: () => performance.now(),
  newId: () => crypto.randomUUID(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  // A worker cannot ask for it; the browser does it in its own time.
  tidyUp: () => undefined,
});
