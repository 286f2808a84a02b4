import {
  Selection,
  workspace,
  type Disposable,
  type Position,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { DocumentSymbol, Hover } from 'vscode-languageserver-types';
import type { App } from '../app.ts';
import type { ArticleEditor } from '../article-editors.ts';
import { isUpToDate, visibleItems } from '../current-item.ts';
import type { Place } from '../items.ts';
import { language } from '../language.ts';
import { fillPage } from '../webview/page.ts';
import type { FromPage, ToPage, Wish } from './messages.ts';
import { requestReaderScheme } from './scheme.ts';
import { carried, spliceBetween } from './splice.ts';
import { texts } from './texts.ts';

/** An article in a reading view. */
export interface Reader extends Disposable {
  readonly editor: ArticleEditor;
  readonly panel: WebviewPanel;
  /** Whether keys go to the page, as far as it has said. */
  readonly hasKeyboard: boolean;
  /** Takes over where another editor of the same text is, without taking the keyboard. */
  follow(selection: Selection): void;
  ask(wish: Wish): void;
  zoom(zoom: number): void;
}

export interface ReaderOptions {
  /** Where the caret is at first. */
  readonly at: Selection;
  readonly zoom: number;
}

/** Shows a document in a panel, and keeps the page in it up to date with text, marks and colours. */
export function createReader(
  app: App,
  document: TextDocument,
  panel: WebviewPanel,
  options: ReaderOptions,
): Reader {
  let selection = options.at;
  let zoom = options.zoom;
  let isReady = false;
  let hasKeyboard = false;
  /** What the page has. */
  let lines: readonly string[] = [];
  let itemKeys: readonly string[] = [];
  let schemeKey = '';

  const post = (message: ToPage): void => {
    if (isReady) void panel.webview.postMessage(message);
  };

  let serial = 0;
  const sendSelection = () => {
    serial++;
    post({
      kind: 'select',
      anchor: plainPlace(selection.anchor),
      active: plainPlace(selection.active),
      serial,
    });
  };
  const select = (next: Selection): void => {
    selection = next;
    sendSelection();
    app.editors.readerMoved(editor);
  };

  const editor: ArticleEditor = {
    document,
    get selection() {
      return selection;
    },
    set selection(next) {
      select(next);
    },
    get selections() {
      return [selection];
    },
    set selections([next]) {
      if (next) select(next);
    },
    revealRange: (range) => post({ kind: 'reveal', range: plain(range) }),
  };

  const sendLines = () => {
    const next = linesOf(document);
    const splice = spliceBetween(lines, next);
    if (!splice) return;
    // A page that has nothing yet is given all of it, and the caret is where it was.
    const before = lines;
    if (before.length > 0)
      selection = new Selection(
        positionIn(document, carried(selection.anchor, before, splice)),
        positionIn(document, carried(selection.active, before, splice)),
      );
    lines = next;
    post({ kind: 'lines', version: document.version, splice });
  };
  const sendItems = () => {
    // Ranges of another version would stand at the wrong words.
    if (!isReady || !isUpToDate(app, editor)) return;
    const next = visibleItems(app, editor);
    const keys = next.map((item) => JSON.stringify(item));
    const splice = spliceBetween(itemKeys, keys) ?? { start: 0, removed: 0, inserted: [] };
    const inserted = next.slice(splice.start, splice.start + splice.inserted.length);
    itemKeys = keys;
    post({ kind: 'items', version: document.version, splice: { ...splice, inserted } });
  };
  const sendHeadline = async () => {
    const symbols = await request<DocumentSymbol[] | null>('textDocument/documentSymbol', {}).catch(
      () => null,
    );
    // The outline of an article begins with its headline, unless nothing in it is the article's own text.
    const title = symbols?.find(({ kind }) => kind === MODULE);
    post({ kind: 'headline', line: title?.selectionRange.start.line ?? null });
  };
  const sendScheme = async () => {
    const scheme = await requestReaderScheme(app, document);
    const key = JSON.stringify(scheme);
    if (key === schemeKey) return;
    schemeKey = key;
    post({ kind: 'scheme', scheme });
  };

  const request = <Result>(method: string, params: object): Promise<Result> => {
    const textDocument = { uri: app.client.code2ProtocolConverter.asUri(document.uri) };
    return app.client.sendRequest<Result>(method, { textDocument, ...params });
  };

  const explain = async (ask: number, position: Place) => {
    const hover = await request<Hover | null>('textDocument/hover', { position }).catch(() => null);
    const contents = hover?.contents;
    const markdown = contents && typeof contents === 'object' && 'value' in contents ? contents.value : null;
    post({ kind: 'explained', ask, markdown });
  };

  const receive = async (message: FromPage): Promise<void> => {
    switch (message.kind) {
      case 'ready': {
        isReady = true;
        [lines, itemKeys, schemeKey] = [[], [], ''];
        post({ kind: 'hello', language: language(), texts: texts() });
        post({ kind: 'zoom', zoom });
        sendLines();
        sendSelection();
        post({ kind: 'reveal', range: plain(selection) });
        await sendScheme().catch((error: unknown) => app.output.error(String(error)));
        sendItems();
        post({ kind: 'focus', focus: app.focus.of(editor) });
        return sendHeadline();
      }
      case 'selected':
        if (message.serial !== serial) return;
        selection = new Selection(positionIn(document, message.anchor), positionIn(document, message.active));
        if (message.focus) app.focus.set(editor, message.focus);
        return app.editors.readerMoved(editor);
      case 'explain':
        return explain(message.ask, message.place);
      case 'keyboard':
        hasKeyboard = message.has;
    }
  };

  const listeners = [
    workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      sendLines();
      // A change that leaves every line as it was, as of line ends, still makes another version.
      sendItems();
    }),
    app.articles.onDidChange((changed) => {
      if (changed !== document) return;
      sendItems();
      void sendHeadline();
    }),
    app.visibility.onDidChange(sendItems),
    app.schemes.onDidChange(() => void sendScheme().catch(() => undefined)),
    app.focus.onDidChange((moved) => {
      if (moved === editor) post({ kind: 'focus', focus: app.focus.of(editor) });
    }),
  ];

  fillPage(app, panel, { id: 'reader', title: titleOf(document), receive });

  return {
    editor,
    panel,
    get hasKeyboard() {
      return hasKeyboard;
    },
    follow(next) {
      selection = next;
      sendSelection();
      post({ kind: 'reveal', range: plain(next) });
    },
    ask: (wish) => post({ kind: 'wish', wish }),
    zoom(next) {
      zoom = next;
      post({ kind: 'zoom', zoom });
    },
    dispose() {
      isReady = false;
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** SymbolKind.Module of the protocol: what the outline gives an article's headline. */
const MODULE = 2;

const linesOf = (document: TextDocument): string[] =>
  Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text);

const plainPlace = ({ line, character }: Position): Place => ({ line, character });

const plain = ({ start, end }: { start: Position; end: Position }) => ({
  start: plainPlace(start),
  end: plainPlace(end),
});

const positionIn = (document: TextDocument, { line, character }: Place): Position =>
  document.validatePosition(document.positionAt(0).with(line, character));

const titleOf = ({ uri }: TextDocument): string => uri.path.split('/').findLast(Boolean) ?? '';
