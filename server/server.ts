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
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { historyPath } from '../core/annotations/history.ts';
import { storePath } from '../core/annotations/store.ts';
import { PROJECT_FILE } from '../core/labels/project.ts';
import { createAnalyses } from './analyses.ts';
import { createAnnotationKeeper } from './annotation-keeper.ts';
import type { AnnotationPlace, KeepingTrouble } from './annotation-keeper.ts';
import { createArticles } from './articles.ts';
import { createDocuments } from './documents.ts';
import type { EditListener } from './documents.ts';
import { FEATURES } from './features/features.ts';
import { answerRefused } from './gate.ts';
import { messagesIn } from './messages/languages.ts';
import { createProjectProblems } from './project-problems.ts';
import { createImportedMarks } from './imported-marks.ts';
import { createProjectNames } from './project-names.ts';
import { refreshMentioning } from './refresh-mentioning.ts';
import { createProjects } from './projects.ts';
import type { InitializationOptions } from './protocol.ts';
import { createFolderRecurrence } from './recurrence.ts';
import type { Runtime } from './runtime.ts';
import { logError, say } from './server-context.ts';
import type { Server } from './server-context.ts';
import { createSettings } from './settings.ts';
import { createTyping } from './typing.ts';
import { folderOf, hasFolder, pathWithin, within } from './uris.ts';
import { TOOL, VERSION } from './version.ts';

/** The files whose changes by others concern the open articles. */
const WATCHED = ['**/annotations/**/*.jsonl', '**/marks/**/*.jsonl', `**/${PROJECT_FILE}`, '**/*.txt'];

/** How long after an edit the article is looked at again unasked, in milliseconds: a pause in typing. */
const PAUSE = 120;

/** How long no article must have been open before the server lets go of what it remembers, in milliseconds. */
const REST = 10_000;

/** Starts a server on a connection; it serves until the client says goodbye. */
export function startServer(connection: Connection, runtime: Runtime): void {
  let client: ClientCapabilities = {};
  let options: InitializationOptions | undefined;
  let folders: readonly string[] = [];
  const editListeners: EditListener[] = [];
  const changedListeners: ((uri: string) => unknown)[] = [];
  const closedListeners: ((uri: string) => unknown)[] = [];
  const refreshListeners: (() => void)[] = [];
  const projectListeners: ((folder: string) => unknown)[] = [];
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
  const typing = createTyping();
  const waiting = new Map<string, () => void>();
  const changedSoon = (uri: string, milliseconds: number): void => {
    waiting.get(uri)?.();
    const callOff = runtime.after(milliseconds, () => {
      waiting.delete(uri);
      typing.ends(uri);
      for (const listener of changedListeners) void tell(() => listener(uri), 'change of an article');
    });
    waiting.set(uri, callOff);
  };
  const articleChanged = (uri: string): void => {
    changedSoon(uri, 0);
    for (const listener of refreshListeners) void tell(listener, 'refresh');
    projectChanged([uri]);
  };
  /** What belongs to these files, articles or annotations, is counted anew. */
  const projectChanged = (uris: readonly string[]): void => {
    void tell(async () => {
      const found = await Promise.all(uris.map(async (uri) => (await projects.of(uri)).folder));
      for (const folder of new Set(found)) for (const listener of projectListeners) listener(folder);
    }, 'change of a project');
  };
  const storesChanged = async (lists: readonly string[]): Promise<void> => {
    void tell(() => names.filesChanged(lists), 'names of the project');
    const stale = new Set([...(await keeper.filesChanged(lists)), ...(await imported.filesChanged(lists))]);
    for (const uri of stale) articleChanged(uri);
    projectChanged(lists);
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
    if (source === null || !hasFolder(uri))
      return { annotator: name, folder: null, file: null, history: null, source: '' };
    return {
      annotator: name,
      folder,
      file: within(folder, storePath(name, source)),
      history: within(folder, historyPath(name, source)),
      source,
    };
  };
  const troubled = (uri: string, trouble: KeepingTrouble): void => {
    say(connection, MessageType.Warning, messagesIn(options?.language ?? 'en').trouble(trouble));
    articleChanged(uri);
  };
  const keeper = createAnnotationKeeper(runtime, placeOf, TOOL, troubled, articleChanged, (lists) => {
    void tell(() => storesChanged(lists), 'change of annotations');
  });
  const imported = createImportedMarks(
    runtime.files,
    async (uri) => (await projects.of(uri)).folder,
    (message) => connection.console.warn(message),
  );
  const documents = createDocuments((before, edits, after) => {
    keeper.edit(edits, after);
    imported.edit(edits, after);
    for (const listener of editListeners) listener(before, edits, after);
  });
  const names = createProjectNames(
    runtime,
    (of, words, by) => void tell(() => refreshMentioning(server, of, words, by), 'names of the project'),
    (message) => connection.console.warn(message),
  );
  const articles = createArticles(
    documents,
    (uri) => openings.get(uri) ?? 0,
    analyses,
    imported,
    keeper,
    projects,
    names,
  );

  const server: Server = {
    connection,
    runtime,
    articles,
    analyses,
    imported,
    names,
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
    onEdited: (listener) => void editListeners.push(listener),
    rested: typing.rested,
    onArticleChanged: (listener) => void changedListeners.push(listener),
    articleChanged,
    onRefresh: (listener) => void refreshListeners.push(listener),
    onClosed: (listener) => void closedListeners.push(listener),
    onProjectChanged: (listener) => void projectListeners.push(listener),
    storesChanged,
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    options = readOptions(params.initializationOptions);
    folders = foldersOf(params);
    const offered = FEATURES.map((feature) => feature.capabilities(client));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...Object.assign({}, ...offered),
        workspace: {
          ...Object.assign({}, ...offered.map(({ workspace }) => workspace)),
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
      serverInfo: { name: 'Hashiya', version: VERSION },
    };
  });
  /** What is wrong with a project file is told when it is read, which no article need ask for. */
  const readProjects = (of: readonly string[]) => Promise.all(of.map((folder) => projects.ofFolder(folder)));
  /** An article without a project file belongs to the folder that the client has open. */
  const foldersChanged = ({ added, removed }: WorkspaceFoldersChangeEvent): void => {
    const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
    const left = folders.filter((folder) => !gone.has(folder));
    folders = [...new Set([...left, ...added.map(({ uri }) => withoutSlash(uri))])];
    projects.forget();
    void tell(async () => {
      await readProjects(folders);
      await keeper.placesChanged();
      for (const uri of documents.keys()) articleChanged(uri);
    }, 'change of folders');
  };
  connection.onInitialized(() => {
    if (client.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
    void tell(() => readProjects(folders), 'project files');
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
      await storesChanged(uris.filter((uri) => uri.endsWith('.jsonl')));
      projectChanged(uris.filter((uri) => !uri.endsWith('.jsonl')));
      if (!hasProject) return;
      await readProjects(uris.filter((uri) => uri.endsWith(`/${PROJECT_FILE}`)).map(folderOf));
      await keeper.placesChanged();
      for (const uri of documents.keys()) articleChanged(uri);
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
  let callOffRest = (): void => undefined;
  documents.onDidOpen(({ document }) => {
    callOffRest();
    openings.set(document.uri, ++opened);
    fresh.add(document.uri);
    keeper.open(document);
    imported.open(document);
  });
  documents.onDidSave(({ document: { uri } }) => {
    void tell(async () => {
      const trouble = await keeper.flush(uri);
      if (trouble) say(connection, MessageType.Warning, server.messages().trouble(trouble));
    }, 'saving annotations');
  });
  documents.onDidChangeContent(({ document }) => {
    if (fresh.delete(document.uri)) return changedSoon(document.uri, 0);
    typing.begins(document.uri);
    changedSoon(document.uri, PAUSE);
  });
  documents.onDidClose(({ document: { uri } }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    typing.ends(uri);
    openings.delete(uri);
    analyses.forget(uri);
    articles.forget(uri);
    imported.close(uri);
    void tell(() => names.closed(uri), 'names of the project');
    void tell(() => recurrence.fileChanged(uri), 'closing an article');
    void tell(() => keeper.close(uri), 'closing an article');
    for (const listener of closedListeners) void tell(() => listener(uri), 'closing an article');
    if (documents.keys().length > 0) return;
    callOffRest = runtime.after(REST, () => {
      analyses.rest();
      runtime.tidyUp();
    });
  });

  for (const feature of FEATURES) feature.register(server);
  answerRefused(connection);
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
  return uris.map(withoutSlash);
}

const withoutSlash = (uri: string): string => (uri.endsWith('/') ? uri.slice(0, -1) : uri);
