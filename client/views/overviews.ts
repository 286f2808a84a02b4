import {
  EventEmitter,
  RelativePattern,
  window,
  workspace,
  type Disposable,
  type Event,
  type Uri,
} from 'vscode';
import {
  OVERVIEW_REQUEST,
  PROJECT_CHANGED,
  type ArticleState,
  type ProjectOverview,
} from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { projectFolders } from './project-folders.ts';
import { viewId } from './view.ts';

/** How long projects must have rested before their articles are counted anew, in milliseconds. */
const REST = 500;

/** A large project is asked about at most this share of the time, lest each decision cost a look at all of it. */
const SHARE = 0.1;

/** What the server last said of the articles of the open projects. */
export interface Overviews extends Disposable {
  /** Of one project each, in the order of the workspace; null before the first answer. URIs are spelt as `Uri` does. */
  readonly all: readonly ProjectOverview[] | null;
  /** What is known of those articles that are open, by URI. */
  states(): ReadonlyMap<string, ArticleState>;
  /** Why the server could not tell; null where it could. */
  readonly trouble: string | null;
  readonly onDidChange: Event<void>;
  /** Asks the server, if anything may have changed since the last time. */
  look(): void;
  /** Asks the server. */
  again(): void;
}

/** @param isWanted whether anybody sees it: else the server is not asked before `look` is called */
export function openOverviews(app: App, isWanted: () => boolean, onDidChangeProject: Event<void>): Overviews {
  const changed = new EventEmitter<void>();
  let all: readonly ProjectOverview[] | null = null;
  let trouble: string | null = null;
  let isStale = true;
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let rest = REST;
  let watchers: Disposable[] = [];

  const ask = async () => {
    if (isAsking || !app.client.isRunning()) return;
    isAsking = true;
    isStale = false;
    const started = Date.now();
    try {
      const folders = await projectFolders();
      watch(folders);
      all = await Promise.all(folders.map((folder) => overviewOf(app, folder)));
      trouble = null;
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      app.output.error(`articles: ${trouble}`);
    } finally {
      isAsking = false;
      changed.fire();
      rest = Math.max(REST, (Date.now() - started) / SHARE);
    }
    if (isStale) later();
  };
  const askShown = () => void window.withProgress({ location: { viewId: viewId('articles') } }, ask);
  const later = () => {
    isStale = true;
    clearTimeout(timer);
    timer = setTimeout(() => isStale && isWanted() && askShown(), rest);
  };
  /** Articles that come and go; what is decided on them the server tells. */
  const watch = (folders: readonly Uri[]) => {
    watchers.forEach((watcher) => watcher.dispose());
    watchers = folders.flatMap((folder) => {
      const watcher = workspace.createFileSystemWatcher(
        new RelativePattern(folder, '**/*'),
        false,
        true,
        false,
      );
      const heard = (uri: Uri) => isOther(uri.path.slice(folder.path.length)) || later();
      return [watcher, watcher.onDidCreate(heard), watcher.onDidDelete(heard)];
    });
  };

  const listeners = [
    changed,
    app.client.onNotification(PROJECT_CHANGED, later),
    app.client.onDidChangeState(later),
    onDidChangeProject(later),
    workspace.onDidChangeWorkspaceFolders(later),
    app.articles.onDidChange(() => {
      clearTimeout(drawing);
      drawing = setTimeout(() => all && isWanted() && changed.fire(), REST);
    }),
  ];
  return {
    get all() {
      return all;
    },
    get trouble() {
      return trouble;
    },
    states: () =>
      new Map(
        workspace.textDocuments.flatMap((document) => {
          const state = document.languageId === 'article' ? app.articles.latest(document) : undefined;
          return state ? [[document.uri.toString(), state] as const] : [];
        }),
      ),
    onDidChange: changed.event,
    look() {
      if (isStale) askShown();
      // What happened to open articles meanwhile.
      else changed.fire();
    },
    again: askShown,
    dispose() {
      clearTimeout(timer);
      clearTimeout(drawing);
      for (const one of [...listeners, ...watchers]) one.dispose();
    },
  };
}

/** Whether a path in a project is none of an article: annotations, and what tools keep. */
const isOther = (path: string): boolean =>
  /^\/(?:annotations|history|marks)\/|\/\.|\/node_modules\/|\.tmp$/.test(path);

async function overviewOf({ client }: App, folder: Uri): Promise<ProjectOverview> {
  const params = { folder: client.code2ProtocolConverter.asUri(folder) };
  const overview = await client.sendRequest<ProjectOverview>(OVERVIEW_REQUEST, params);
  const spelt = (uri: string) => client.protocol2CodeConverter.asUri(uri).toString();
  return {
    ...overview,
    folder: spelt(overview.folder),
    articles: overview.articles.map((article) => ({ ...article, uri: spelt(article.uri) })),
  };
}
