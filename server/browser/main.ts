/** The server in a web worker; its files, the lexicon among them, come from the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { clientFiles } from '../client-files.ts';
import { startServer } from '../server.ts';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);
const files = clientFiles(connection);

startServer(connection, {
  files,
  async lexicon(uri) {
    const bytes = uri === undefined ? null : await files.read(uri);
    if (!bytes) throw new Error('The client did not say where the lexicon is, or it is not there.');
    return bytes;
  },
  now: () => new Date(),
  elapsed: () => performance.now(),
  newId: () => crypto.randomUUID(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});
