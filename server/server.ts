/** The language server: puts its parts together and listens. What it needs of the machine is given to it. */
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type {
  ClientCapabilities,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { storePath } from '../core/annotations/store.ts';
import { PROJECT_FILE } from '../core/labels/project.ts';
import { createAnalyses } from './analyses.ts';
import { createAnnotationKeeper } from './annotation-keeper.ts';
import type { AnnotationPlace, KeepingTrouble } from './annotation-keeper.ts';
import { createArticles } from './articles.ts';
import { createDocuments } from './documents.ts';
import { FEATURES } from './features/features.ts';
import { messagesIn } from './messages/languages.ts';
import { createProjectProblems } from './project-problems.ts';
import { createProjects } from './projects.ts';
import type { InitializationOptions } from './protocol.ts';
import { createFolderRecurrence } from './recurrence.ts';
import type { Runtime } from './runtime.ts';
import { logError, say } from './server-context.ts';
import type { Server } from './server-context.ts';
import { createSettings } from './settings.ts';
import { folderOf, hasFolder, pathWithin, within } from './uris.ts';
import { TOOL, VERSION } from './version.ts';

/** The files whose changes by others concern the open articles. */
const WATCHED = ['**/annotations/**/*.jsonl', `**/${PROJECT_FILE}`, '**/*.txt'];

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
  /** Opened and not looked at yet: nobody types in them, so nothing need be waited for. */
  const fresh = new Set<string>();
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
  const projects = createProjects(
    runtime.files,
    () => folders,
    createProjectProblems(connection, () => messagesIn(options?.language ?? 'en')),
    (message) => connection.console.warn(message),
  );
  const recurrence = createFolderRecurrence(
    runtime,
    projects,
    () => folders,
    (folder) => {
      for (const uri of documents.keys()) {
        if (!hasFolder(uri) || folderOf(uri) !== folder) continue;
        analyses.forget(uri);
        articleChanged(uri);
      }
    },
  );
  const analyses = createAnalyses(runtime, () => options, recurrence.of);
  const placeOf = async (uri: string): Promise<AnnotationPlace> => {
    const [{ annotator }, { folder, project }] = await Promise.all([settings.of(uri), projects.of(uri)]);
    const source = pathWithin(folder, uri);
    const name = annotator || project.annotator || options?.annotator || 'annotator';
    const file = source === null || !hasFolder(uri) ? null : within(folder, storePath(name, source));
    return { annotator: name, file, source: source ?? '' };
  };
  const troubled = (uri: string, trouble: KeepingTrouble): void => {
    say(connection, MessageType.Warning, messagesIn(options?.language ?? 'en').trouble(trouble));
    articleChanged(uri);
  };
  const keeper = createAnnotationKeeper(runtime.files, placeOf, TOOL, troubled, articleChanged);
  const documents = createDocuments((_, edits, after) => keeper.edit(edits, after));
  const articles = createArticles(documents, (uri) => openings.get(uri) ?? 0, analyses, keeper, projects);

  const server: Server = {
    connection,
    runtime,
    articles,
    analyses,
    recurrence,
    keeper,
    settings,
    projects,
    placeOf,
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
      serverInfo: { name: 'Hashiya', version: VERSION },
    };
  });
  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      void tell(
        () => connection.client.register(DidChangeConfigurationNotification.type, { section: 'hashiya' }),
        'registration',
      );
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void tell(
        () =>
          connection.client.register(DidChangeWatchedFilesNotification.type, {
            watchers: WATCHED.map((globPattern) => ({ globPattern })),
          }),
        'registration',
      );
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void tell(async () => {
      const uris = changes.map((change) => change.uri);
      const hasProject = uris.some((uri) => uri.endsWith(`/${PROJECT_FILE}`));
      // Before anything waits: whoever asks from now on gets the new project.
      if (hasProject) projects.forget();
      for (const uri of uris)
        if (uri.endsWith('.txt') && !documents.get(uri)) await recurrence.fileChanged(uri);
      const stale = new Set(await keeper.filesChanged(uris.filter((uri) => uri.endsWith('.jsonl'))));
      if (hasProject) {
        await keeper.placesChanged();
        for (const uri of documents.keys()) stale.add(uri);
      }
      for (const uri of stale) articleChanged(uri);
    }, 'change of files');
  });
  // Whatever is still being written is written before the server says that it may be stopped.
  connection.onShutdown(async () => {
    await Promise.all(documents.keys().map((uri) => keeper.close(uri)));
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    void tell(async () => {
      await keeper.placesChanged();
      for (const uri of documents.keys()) articleChanged(uri);
    }, 'change of settings');
  });
  documents.onDidOpen(({ document }) => {
    openings.set(document.uri, ++opened);
    fresh.add(document.uri);
    keeper.open(document);
  });
  documents.onDidSave(({ document: { uri } }) => {
    void tell(async () => {
      const trouble = await keeper.flush(uri);
      if (trouble) say(connection, MessageType.Warning, server.messages().trouble(trouble));
    }, 'saving annotations');
  });
  documents.onDidChangeContent(({ document }) => {
    changedSoon(document.uri, fresh.delete(document.uri) ? 0 : PAUSE);
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    openings.delete(uri);
    analyses.forget(uri);
    articles.forget(uri);
    void tell(() => recurrence.fileChanged(uri), 'closing an article');
    void tell(() => keeper.close(uri), 'closing an article');
    for (const listener of closedListeners) void tell(() => listener(uri), 'closing an article');
  });

  for (const feature of FEATURES) feature.register(server);
  documents.listen(connection);
  connection.listen();
}

/** The extension's own options; undefined where another client sent none that could be read. */
function readOptions(value: unknown): InitializationOptions | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { docs, language, annotator, lexicon, weights } = value as Partial<
    Record<keyof InitializationOptions, unknown>
  >;
  return {
    docs: typeof docs === 'string' ? docs : '',
    language: language === 'ar' ? 'ar' : 'en',
    annotator: typeof annotator === 'string' ? annotator : '',
    ...(typeof lexicon === 'string' ? { lexicon } : {}),
    ...(typeof weights === 'string' ? { weights } : {}),
  };
}

function foldersOf(params: InitializeParams): string[] {
  const uris =
    params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
  return uris.map((uri) => (uri.endsWith('/') ? uri.slice(0, -1) : uri));
}
