import {
  commands,
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type Event,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SCHEME_REQUEST, type Scheme } from '../server/protocol.ts';
import type { ArticleEditors } from './article-editors.ts';
import { hasOwnKeys } from './own-keys.ts';

/** The labels of each open article: its project's, or the default ones. */
export interface Schemes extends Disposable {
  /** Asks the server where that is not known yet. */
  of(document: TextDocument): Promise<Scheme>;
  /** What is known; undefined before the server has answered. */
  known(document: TextDocument): Scheme | undefined;
  readonly onDidChange: Event<void>;
}

/** Says to key bindings whether the article's project has keys of its own. */
const OWN_KEYS = 'hashiya.ownKeys';

/** Keeps schemes until a project file changes. */
export function openSchemes(
  client: BaseLanguageClient,
  editors: ArticleEditors,
  onDidChangeProject: Event<void>,
): Schemes {
  const known = new Map<string, Scheme>();
  const changed = new EventEmitter<void>();

  const ask = async (document: TextDocument): Promise<Scheme> => {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const scheme = await client.sendRequest<Scheme>(SCHEME_REQUEST, { uri });
    known.set(document.uri.toString(), scheme);
    return scheme;
  };
  const look = async () => {
    const document = editors.active?.document;
    if (!document || !client.isRunning()) return;
    // A failed request is in the client's log.
    const scheme = known.get(document.uri.toString()) ?? (await ask(document).catch(() => undefined));
    await commands.executeCommand('setContext', OWN_KEYS, scheme ? hasOwnKeys(scheme.labels) : false);
    changed.fire();
  };
  const forget = () => {
    known.clear();
    void look();
  };

  const listeners = [
    onDidChangeProject(forget),
    client.onDidChangeState(forget),
    // The tone of a project's own colours is the theme's.
    window.onDidChangeActiveColorTheme(() => changed.fire()),
    workspace.onDidOpenTextDocument(() => void look()),
    editors.onDidChangeActive(() => void look()),
    changed,
  ];
  return {
    of: async (document) => known.get(document.uri.toString()) ?? ask(document),
    known: (document) => known.get(document.uri.toString()),
    onDidChange: changed.event,
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}
