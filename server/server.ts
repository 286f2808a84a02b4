/** The language server: puts its parts together and listens. What it needs of the machine is given to it. */
import { TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { createAnalyses } from './analyses.ts';
import { createAnnotationKeeper } from './annotation-keeper.ts';
import { createArticles } from './articles.ts';
import { createDocuments } from './documents.ts';
import { FEATURES } from './features/features.ts';
import { messagesIn } from './messages/messages.ts';
import type { InitializationOptions } from './protocol.ts';
import type { Runtime } from './runtime.ts';
import { logError } from './server-context.ts';
import type { Server } from './server-context.ts';
import { createSettings } from './settings.ts';

/** How long after an edit the article is looked at again unasked, in milliseconds: a pause in typing. */
const PAUSE = 120;

/** Starts a server on a connection; it serves until the client says goodbye. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let client: ClientCapabilities = {};
  let options: InitializationOptions | undefined;
  let folders: readonly string[] = [];
  const changedListeners: ((uri: string) => unknown)[] = [];
  const closedListeners: ((uri: string) => unknown)[] = [];
  const refreshListeners: (() => void)[] = [];
  const tell = async (listener: () => unknown, name: string): Promise<void> => {
    try {
      await listener();
    } catch (error) {
      logError(connection, name, error);
    }
  };

  const openings = new Map<string, number>();
  let opened = 0;
  const waiting = new Map<string, () => void>();
  const changedSoon = (uri: string, milliseconds: number): void => {
    waiting.get(uri)?.();
    const callOff = runtime.after(milliseconds, () => {
      waiting.delete(uri);
      for (const listener of changedListeners) void tell(() => listener(uri), 'change of an article');
    });
    waiting.set(uri, callOff);
  };
  const articleChanged = (uri: string): void => {
    changedSoon(uri, 0);
    for (const listener of refreshListeners) void tell(listener, 'refresh');
  };

  const settings = createSettings(connection, () => client.workspace?.configuration === true);
  const analyses = createAnalyses(runtime, () => options?.lexicon);
  const keeper = createAnnotationKeeper();
  const documents = createDocuments(() => {});
  const articles = createArticles(documents, (uri) => openings.get(uri) ?? 0, analyses, keeper);

  const server: Server = {
    connection,
    runtime,
    articles,
    analyses,
    keeper,
    settings,
    client: () => client,
    options: () => options ?? { docs: '', language: 'en', annotator: '' },
    isExtension: () => options !== undefined,
    messages: () => messagesIn(options?.language ?? 'en'),
    folders: () => folders,
    onArticleChanged: (listener) => void changedListeners.push(listener),
    articleChanged,
    onRefresh: (listener) => void refreshListeners.push(listener),
    onClosed: (listener) => void closedListeners.push(listener),
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    options = readOptions(params.initializationOptions);
    folders = foldersOf(params);
    return {
      capabilities: Object.assign(
        { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
        ...FEATURES.map((feature) => feature.capabilities(client)),
      ),
      serverInfo: { name: 'Hashiya' },
    };
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    for (const uri of documents.keys()) articleChanged(uri);
  });
  documents.onDidOpen(({ document }) => {
    openings.set(document.uri, ++opened);
  });
  documents.onDidChangeContent(({ document }) => {
    changedSoon(document.uri, document.version > 1 ? PAUSE : 0);
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    openings.delete(uri);
    analyses.forget(uri);
    for (const listener of closedListeners) void tell(() => listener(uri), 'closing an article');
  });

  for (const feature of FEATURES) feature.register(server);
  documents.listen(connection);
  connection.listen();
}

/** The extension's own options; undefined where another client sent none that could be read. */
function readOptions(value: unknown): InitializationOptions | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { docs, language, annotator, lexicon } = value as Partial<
    Record<keyof InitializationOptions, unknown>
  >;
  return {
    docs: typeof docs === 'string' ? docs : '',
    language: language === 'ar' ? 'ar' : 'en',
    annotator: typeof annotator === 'string' ? annotator : '',
    ...(typeof lexicon === 'string' ? { lexicon } : {}),
  };
}

function foldersOf(params: InitializeParams): string[] {
  const uris =
    params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return uris.map((uri) => uri.replace(/\/+$/, ''));
}
