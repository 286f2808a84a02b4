/** A client that says to the server whatever it is told to say, right or wrong, and notes what comes back. */
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import { MessageType, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import type { Message } from 'vscode-languageserver-protocol/node';
import { createGate } from '../../../server/gate.ts';
import { startServer } from '../../../server/server.ts';
import { EDITOR, testRuntime, until } from './connect.ts';
import type { MemoryFiles } from './memory-files.ts';

export interface Reply {
  readonly id: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A message that calls something, with whatever parameters. */
export interface Call {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: unknown;
}

export interface WireClient {
  readonly say: (call: Call) => void;
  /** The first answer to a request. @throws Error when none comes. */
  readonly answered: (id: number | string) => Promise<Reply>;
  /** Asks, under an id of its own, and waits for the answer. */
  readonly ask: (method: string, params: unknown) => Promise<Reply>;
  /** What the server wrote into its log as an error. */
  readonly errors: readonly string[];
  readonly dispose: () => void;
}

/** How the client introduces itself. */
export const hello = (folder: string): unknown => ({
  processId: null,
  rootUri: folder,
  workspaceFolders: [{ uri: folder, name: 'corpus' }],
  capabilities: EDITOR,
  initializationOptions: { docs: 'https://docs.example/codes/', language: 'en', annotator: 'salma' },
});

/**
 * Starts the real server and connects a client to it over streams.
 * @param answer what the client answers where the server asks it something
 */
export function connectWire(files: MemoryFiles, answer: (method: string) => unknown): WireClient {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), {
    messageStrategy: createGate(),
  });
  startServer(connection, testRuntime(files));
  const reader = new StreamMessageReader(toClient);
  const writer = new StreamMessageWriter(toServer);
  const replies = new Map<number | string | null, Reply>();
  const send = (message: object): void =>
    void writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => {
      // The test is over.
    });
  const errors: string[] = [];
  reader.listen((message) => {
    const { id, method, params } = message as unknown as Partial<Call>;
    if (method === 'window/logMessage') {
      const { type, message: logged } = params as { readonly type: MessageType; readonly message: string };
      if (type === MessageType.Error) errors.push(logged);
    }
    if (method === undefined) {
      const reply = message as unknown as Reply;
      if (!replies.has(reply.id)) replies.set(reply.id, reply);
    } else if (id !== undefined) send({ id, result: answer(method) ?? null });
  });
  let asked = 0;
  const answered: WireClient['answered'] = (id) => until(`an answer to request ${id}`, () => replies.get(id));
  return {
    say: send,
    errors,
    answered,
    ask(method, params) {
      const id = `own ${++asked}`;
      send({ id, method, params });
      return answered(id);
    },
    dispose() {
      connection.dispose();
      reader.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
