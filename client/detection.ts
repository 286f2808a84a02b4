import { languages, workspace, type Disposable, type Event, type TextDocument } from 'vscode';
import { SCHEME_REQUEST, type Scheme } from '../server/protocol.ts';
import type { App } from './app.ts';
import { isMostlyArabic } from './arabic.ts';

/** Files that a person has turned back into plain text: kept for the workspace, the oldest forgotten first. */
const KEY = 'plainText';
const REMEMBERED = 1000;

/** How long an untitled text must have rested before it is looked at, in milliseconds: what is typed comes bit by bit. */
const REST = 500;

/**
 * Turns plain text into articles: in a project the files that its hashiya.json includes; elsewhere, unless the setting
 * says no, text whose letters are mostly Arabic. Where the person has set an article back to plain text, that stays.
 */
export function detectArticles(app: App, onDidChangeProject: Event<void>): Disposable {
  const memory = app.context.workspaceState;
  const plain = new Set(memory.get<readonly string[]>(KEY, []));
  const remember = () => void memory.update(KEY, [...plain].slice(-REMEMBERED));
  // Another language for an open document is told as closing and opening it within one turn.
  let articlesClosedNow = new Set<string>();

  const look = async (document: TextDocument) => {
    if (!isCandidate(document) || plain.has(document.uri.toString())) return;
    if ((await isArticle(app, document)) && isCandidate(document))
      await languages.setTextDocumentLanguage(document, 'article');
  };
  const resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const lookWhenRested = (document: TextDocument) => {
    clearTimeout(resting.get(document));
    const timer = setTimeout(() => {
      resting.delete(document);
      void look(document);
    }, REST);
    resting.set(document, timer);
  };
  const lookAtAll = () => workspace.textDocuments.forEach((document) => void look(document));

  const listeners = [
    workspace.onDidCloseTextDocument((document) => {
      // The next untitled text of this name is another one.
      if (document.isUntitled && plain.delete(document.uri.toString())) remember();
      if (document.languageId !== 'article') return;
      articlesClosedNow.add(document.uri.toString());
      queueMicrotask(() => (articlesClosedNow = new Set()));
    }),
    workspace.onDidOpenTextDocument((document) => {
      const uri = document.uri.toString();
      if (document.languageId === 'article' && plain.delete(uri)) remember();
      if (document.languageId !== 'article' && articlesClosedNow.has(uri)) {
        plain.add(uri);
        remember();
      }
      void look(document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.isUntitled && contentChanges.length > 0 && isCandidate(document)) lookWhenRested(document);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hashiya.detectArticles')) lookAtAll();
    }),
    app.client.onDidChangeState(() => app.client.isRunning() && lookAtAll()),
    onDidChangeProject(lookAtAll),
  ];
  lookAtAll();
  return {
    dispose() {
      resting.forEach(clearTimeout);
      listeners.forEach((listener) => listener.dispose());
    },
  };
}

/** Plain text that can be annotated: a file that can be written beside, or a new text; no output, no old version. */
const isCandidate = ({ languageId, uri, isClosed }: TextDocument): boolean =>
  languageId === 'plaintext' &&
  !isClosed &&
  (uri.scheme === 'untitled' || workspace.fs.isWritableFileSystem(uri.scheme) === true);

const looksLikeArticle = (document: TextDocument): boolean =>
  workspace.getConfiguration('hashiya', document.uri).get('detectArticles', true) &&
  isMostlyArabic(document.getText());

async function isArticle({ client }: App, document: TextDocument): Promise<boolean> {
  // Once it runs, every document is looked at again.
  if (!client.isRunning()) return false;
  if (document.isUntitled) return looksLikeArticle(document);
  const params = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const scheme = await client.sendRequest<Scheme>(SCHEME_REQUEST, params).catch(() => null);
  return scheme?.project ? scheme.included : looksLikeArticle(document);
}
