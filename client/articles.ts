import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { EventEmitter, workspace, type Disposable, type Event, type TextDocument } from 'vscode';
import { withChangedLines } from '../core/labels/moved-items.ts';
import {
  ARTICLE_CHANGED,
  ARTICLE_EDITED,
  ARTICLE_REQUEST,
  type ArticleEdit,
  type ArticleState,
} from '../server/protocol.ts';
import { createRecall } from './recall.ts';

/** How long an action waits for the marks of the text as it stands, in milliseconds. */
const PATIENCE = 5000;

/** How many closed articles are remembered, for the case that they are opened again. */
const REMEMBERED = 50;

/** What is known of an article. */
interface KnownState extends ArticleState {
  /** Its edited lines have been read by themselves alone: to be drawn, but nothing to decide on. */
  readonly provisional?: boolean;
}

/** What the server last said of each open article. */
export interface Articles extends Disposable {
  /**
   * The newest state, whose ranges may belong to an older version of the text; before the first, what was known of the
   * same text when it was closed, so that marks are not missing while the server is busy; else undefined.
   */
  latest(document: TextDocument): KnownState | undefined;
  /** The state of the text as it stands now; undefined where the server gives none within five seconds. */
  current(document: TextDocument): Promise<ArticleState | undefined>;
  readonly onDidChange: Event<TextDocument>;
}

/** Listens to a server, and asks it for the articles that are open when it starts. */
export function openArticles(client: BaseLanguageClient): Articles {
  const states = new Map<string, KnownState>();
  const recall = createRecall(REMEMBERED);
  /** What stands in for the state of an article that was opened again, to be drawn alone: no action relies on it. */
  const recalled = new Map<string, ArticleState>();
  const changed = new EventEmitter<TextDocument>();
  const keyOf = (document: TextDocument) => client.code2ProtocolConverter.asUri(document.uri);

  const take = (state: KnownState | null | undefined) => {
    if (!state) return;
    const document = workspace.textDocuments.find((open) => keyOf(open) === state.uri);
    // A state that overtook the closing of its document, or that a newer one overtook.
    if (!document || (states.get(state.uri)?.version ?? -1) > state.version) return;
    states.set(state.uri, state);
    recalled.delete(state.uri);
    changed.fire(document);
  };

  const ask = async (document: TextDocument) => {
    if (!client.isRunning()) return;
    // A request that fails is in the client's log already; the next state that the server sends makes up for it.
    const request = client.sendRequest<ArticleState | null>(ARTICLE_REQUEST, { uri: keyOf(document) });
    take(await request.catch(() => null));
  };

  const takeEdit = ({ base, changes, ...edit }: ArticleEdit) => {
    const known = states.get(edit.uri);
    if (known?.serial === base) return take({ ...edit, items: withChangedLines(known.items, changes) });
    const document = workspace.textDocuments.find((open) => keyOf(open) === edit.uri);
    if (document) void ask(document);
  };

  const isCurrent = (document: TextDocument) => {
    const known = states.get(keyOf(document));
    return known?.version === document.version && !known.provisional;
  };

  const untilCurrent = (document: TextDocument) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        listener.dispose();
        resolve();
      };
      const timer = setTimeout(done, PATIENCE);
      const listener = changed.event((other) => {
        if (other === document && isCurrent(document)) done();
      });
    });

  const listeners = [
    client.onNotification(ARTICLE_CHANGED, take),
    client.onNotification(ARTICLE_EDITED, takeEdit),
    client.onDidChangeState(({ newState }) => {
      // A server that was started again counts from nothing.
      if (newState !== State.Running) return states.clear();
      for (const document of workspace.textDocuments)
        if (document.languageId === 'article') void ask(document);
    }),
    workspace.onDidCloseTextDocument((document) => {
      const key = keyOf(document);
      const state = states.get(key);
      if (state?.version === document.version && !state.provisional) recall.keep(document.getText(), state);
      states.delete(key);
      recalled.delete(key);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (document.languageId !== 'article') return;
      const key = keyOf(document);
      const state = recall.find(key, document.getText(), document.version);
      if (state) recalled.set(key, state);
      void ask(document);
      if (state) changed.fire(document);
    }),
    changed,
  ];

  return {
    onDidChange: changed.event,
    latest: (document) => states.get(keyOf(document)) ?? recalled.get(keyOf(document)),
    async current(document) {
      if (!isCurrent(document)) await ask(document);
      if (!isCurrent(document)) await untilCurrent(document);
      return isCurrent(document) ? states.get(keyOf(document)) : undefined;
    },
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}
