import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  ProtocolConnection,
  Range,
} from 'vscode-languageserver-protocol/node';
import { withChangedLines } from '../../../core/labels/moved-items.ts';
import { ACT_REQUEST, ARTICLE_CHANGED, ARTICLE_EDITED, ARTICLE_REQUEST } from '../../../server/protocol.ts';
import type { Action, ActResult, ArticleEdit, ArticleState, Settings } from '../../../server/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings.ts';
import { createGate } from '../../../server/gate.ts';
import { startServer } from '../../../server/server.ts';
import type { Runtime } from '../../../server/runtime.ts';
import { memoryFiles } from './memory-files.ts';
import type { MemoryFiles } from './memory-files.ts';

/** What an editor of today says that it can. */
export const EDITOR: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    fileOperations: { willRename: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

/** A client over a real connection, with the few gestures that tests make. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly files: MemoryFiles;
  readonly initialized: InitializeResult;
  /** What the server told unasked. */
  readonly told: {
    readonly states: ArticleState[];
    /** What edits made of states at once; those that came when the typing rested are among the states. */
    readonly provisional: ArticleState[];
    readonly pushed: { uri: string; diagnostics: Diagnostic[] }[];
    readonly errors: string[];
    readonly messages: string[];
    refreshes: number;
  };
  readonly open: (uri: string, text: string, version?: number) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  readonly change: (
    uri: string,
    version: number,
    ...changes: { range?: Range; text: string }[]
  ) => Promise<void>;
  readonly pull: (uri: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
  readonly diagnostics: (uri: string) => Promise<Diagnostic[]>;
  readonly hover: (uri: string, position: Position) => Promise<Hover | null>;
  readonly state: (uri: string) => Promise<ArticleState>;
  readonly act: (uri: string, version: number, action: Action) => Promise<ActResult>;
  readonly configure: (settings: unknown) => Promise<void>;
  readonly dispose: () => void;
}

export interface ConnectOptions {
  readonly files?: MemoryFiles;
  readonly capabilities?: ClientCapabilities;
  readonly language?: 'en' | 'ar';
  readonly settings?: Settings;
  readonly folder?: string;
  /** Whether the client introduces itself as the extension. */
  readonly extension?: boolean;
}

const LEXICON = new URL('../../../dist/lexicon.bin', import.meta.url);
const WEIGHTS = new URL('../../../dist/weights.bin', import.meta.url);
let ids = 0;

/** The machine as tests give it: real timers, lexicon and weights, files in memory, a clock that stands still. */
export const testRuntime = (files: MemoryFiles): Runtime => ({
  files,
  lexicon: () => Promise.resolve(readFileSync(LEXICON)),
  weights: () => Promise.resolve(readFileSync(WEIGHTS)),
  now: () => new Date('2026-01-02T03:04:05Z'),
  elapsed: () => performance.now(),
  newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  tidyUp: () => undefined,
});

/** Starts the real server and connects a client to it over streams. */
export async function connect(options: ConnectOptions = {}): Promise<TestClient> {
  const files = options.files ?? memoryFiles();
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), {
      messageStrategy: createGate(),
    }),
    testRuntime(files),
  );
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  return introduce(connection, files, options, () => {
    connection.dispose();
    toServer.destroy();
    toClient.destroy();
  });
}

/** Shakes hands over a connection that leads to a server, and wraps it in a test's gestures. */
export async function introduce(
  connection: ProtocolConnection,
  files: MemoryFiles,
  options: ConnectOptions,
  dispose: () => void,
): Promise<TestClient> {
  let settings: unknown = options.settings ?? DEFAULT_SETTINGS;
  const told: TestClient['told'] = {
    states: [],
    provisional: [],
    pushed: [],
    errors: [],
    messages: [],
    refreshes: 0,
  };
  const known = new Map<string, ArticleState>();
  const take = (state: ArticleState): ArticleState => {
    known.set(state.uri, state);
    return state;
  };
  connection.onNotification(ARTICLE_CHANGED, (state: ArticleState) => void told.states.push(take(state)));
  connection.onNotification(ARTICLE_EDITED, ({ base, changes, provisional, ...edit }: ArticleEdit) => {
    const before = known.get(edit.uri);
    if (before?.serial !== base) throw new Error(`${edit.uri}: an edit of a state that was not told`);
    const state = take({ ...edit, items: withChangedLines(before.items, changes) });
    (provisional ? told.provisional : told.states).push(state);
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: (typeof told.pushed)[number]) => {
    told.pushed.push(params);
  });
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) told.errors.push(message);
  });
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    told.messages.push(message);
  });
  connection.onRequest('window/showMessageRequest', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => settings),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => {
    told.refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const folder = options.folder ?? 'file:///corpus';
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'corpus' }],
    capabilities: options.capabilities ?? EDITOR,
    ...(options.extension === false
      ? {}
      : {
          initializationOptions: {
            docs: 'https://docs.example/codes/',
            language: options.language ?? 'en',
            annotator: 'salma',
          },
        }),
  });
  await connection.sendNotification('initialized', {});
  const pull = (uri: string, previousResultId?: string) =>
    connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  return {
    connection,
    files,
    initialized,
    told,
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'article', version, text },
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    pull,
    async diagnostics(uri) {
      const report = await pull(uri);
      if (report.kind !== 'full')
        throw new Error(`${uri}: an unchanged report, though nothing was told before`);
      return report.items;
    },
    hover: (uri, position) =>
      connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position }),
    async state(uri) {
      const state = await connection.sendRequest<ArticleState | null>(ARTICLE_REQUEST, { uri });
      if (!state) throw new Error(`${uri}: no state of the article`);
      take(state);
      return state;
    },
    act: (uri, version, action) => connection.sendRequest<ActResult>(ACT_REQUEST, { uri, version, action }),
    async configure(changed) {
      settings = changed;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    dispose,
  };
}

/** How long tests wait for what must come, in milliseconds: a busy machine takes its time. */
export const PATIENCE = 15_000;

/** Waits until something holds, and says what it waited for when it never does. */
export async function until<T>(
  what: string,
  get: () => T | undefined | null | false,
  milliseconds = PATIENCE,
): Promise<T> {
  const stop = performance.now() + milliseconds;
  for (;;) {
    const value = get();
    if (value) return value;
    if (performance.now() > stop) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The position of the n-th occurrence of some words in a text. */
export function positionOf(text: string, words: string, nth = 1): Position {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`«${words}» does not occur ${nth} times in the text.`);
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

/** The range of the n-th occurrence of some words in a text; they lie on one line. */
export function rangeOf(text: string, words: string, nth = 1): Range {
  const start = positionOf(text, words, nth);
  return { start, end: { line: start.line, character: start.character + words.length } };
}

/** The words that a range covers. */
export function wordsAt(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character);
  return [
    (lines[start.line] ?? '').slice(start.character),
    ...lines.slice(start.line + 1, end.line),
    (lines[end.line] ?? '').slice(0, end.character),
  ].join('\n');
}
