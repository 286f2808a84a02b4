/** The server as a process of its own: `node dist/server.cjs --stdio`, or as a child of the editor. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from '../client-files.ts';
import { filesByScheme } from '../files.ts';
import { createGate } from '../gate.ts';
import { startServer } from '../server.ts';
import { machineFiles } from './files.ts';
import { collectGarbage } from './garbage.ts';

const connection = createConnection(ProposedFeatures.all, { messageStrategy: createGate() });

startServer(connection, {
  files: filesByScheme({ file: machineFiles }, clientFiles(connection)),
  lexicon: () => readFile(path.join(__dirname, 'lexicon.bin')),
  weights: () => readFile(path.join(__dirname, 'weights.bin')),
  now: () => new Date(),
  elapsed: () => performance.now(),
  newId: randomUUID,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  tidyUp: () => void collectGarbage(),
});
