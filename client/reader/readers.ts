import {
  commands,
  Disposable,
  languages,
  Selection,
  TextEditorRevealType,
  ViewColumn,
  window,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { App } from '../app.ts';
import type { ArticleEditor } from '../article-editors.ts';
import type { Wish } from './messages.ts';
import { createReader } from './reader.ts';
import type { Reader } from './reader.ts';
import { READER } from './view-type.ts';

/** How large the letters are, kept for all windows. */
const ZOOM = 'readerZoom';
const ZOOMS = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5];

/** The reading views of the window. */
export interface Readers extends Disposable {
  /** The one that has the keyboard. */
  readonly active: Reader | undefined;
  /** Shows an article in a reading view, at the place where it was being worked on. */
  open(document: TextDocument, column: ViewColumn): Promise<void>;
  /** Shows the article of the active reading view in a text editor, at the same place. */
  openText(): Promise<void>;
  ask(wish: Wish): void;
  /** Makes letters larger (1), smaller (-1) or as they were (0), in every view. */
  zoom(step: -1 | 0 | 1): Promise<void>;
}

const opened = new WeakMap<App, Readers>();

/** The reading views, for commands. */
export const readersOf = (app: App): Readers | undefined => opened.get(app);

/** Opens reading views as VS Code asks for them, and keeps them in step with the text editors. */
export function openReaders(app: App): Readers {
  const readers = new Set<Reader>();
  let active: Reader | undefined;
  /** Where each article was worked on last, by URI. */
  const places = new Map<string, Selection>();
  const keyOf = ({ uri }: TextDocument): string => uri.toString();
  const zoomNow = (): number => app.context.globalState.get<number>(ZOOM, 1);

  /** Text editors that are on screen show the place that a reading view is at; the keyboard stays where it is. */
  const lead = ({ editor }: Reader): void => {
    places.set(keyOf(editor.document), editor.selection);
    for (const other of textEditorsOf(editor.document)) {
      if (!other.selection.isEqual(editor.selection)) other.selection = editor.selection;
      other.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  };
  const moved = (editor: ArticleEditor): void => {
    const { document, selection } = editor;
    // Who follows does not lead: only the editor that has the keyboard tells the others where to go.
    if (editor !== app.editors.active) return;
    if (active?.editor === editor) return lead(active);
    places.set(keyOf(document), selection);
    for (const reader of readers) {
      if (reader.editor.document !== document || !reader.panel.visible) continue;
      if (!reader.editor.selection.isEqual(selection)) reader.follow(selection);
    }
  };

  const activate = (reader: Reader): void => {
    // What was done in another editor meanwhile.
    const place = places.get(keyOf(reader.editor.document));
    if (reader.panel.visible && place && !place.isEqual(reader.editor.selection)) reader.follow(place);
    if (reader.panel.active) {
      active = reader;
      app.editors.setReader(reader.editor);
    } else if (active === reader) {
      active = undefined;
      app.editors.setReader(undefined);
    }
  };

  const resolve = async (document: TextDocument, panel: WebviewPanel): Promise<void> => {
    if (document.languageId !== 'article') await languages.setTextDocumentLanguage(document, 'article');
    const reader = createReader(app, document, panel, {
      at: places.get(keyOf(document)) ?? new Selection(0, 0, 0, 0),
      zoom: zoomNow(),
    });
    readers.add(reader);
    panel.onDidChangeViewState(() => activate(reader));
    panel.onDidDispose(() => {
      reader.dispose();
      readers.delete(reader);
      if (active !== reader) return;
      active = undefined;
      app.editors.setReader(undefined);
    });
    activate(reader);
  };

  const listeners = [
    window.registerCustomEditorProvider(
      READER,
      { resolveCustomTextEditor: resolve },
      {
        webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
        supportsMultipleEditorsPerDocument: true,
      },
    ),
    app.editors.onDidChangeSelection(moved),
  ];

  const made: Readers = {
    get active() {
      return active;
    },
    async open(document, column) {
      const from = app.editors.active;
      if (from?.document === document) places.set(keyOf(document), from.selection);
      await commands.executeCommand('vscode.openWith', document.uri, READER, column);
    },
    async openText() {
      if (!active) return;
      const { editor, panel } = active;
      const shown = textEditorsOf(editor.document)[0];
      const { selection } = editor;
      const opened = await window.showTextDocument(editor.document, {
        viewColumn: shown?.viewColumn ?? panel.viewColumn ?? ViewColumn.Active,
        selection,
      });
      opened.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
    },
    ask: (wish) => active?.ask(wish),
    async zoom(step) {
      const at = ZOOMS.findIndex((one) => one >= zoomNow() - 0.001);
      const next = step === 0 ? 1 : (ZOOMS[Math.min(Math.max(at + step, 0), ZOOMS.length - 1)] ?? 1);
      await app.context.globalState.update(ZOOM, next);
      for (const reader of readers) reader.zoom(next);
    },
    dispose: () => Disposable.from(...listeners).dispose(),
  };
  opened.set(app, made);
  return made;
}

const textEditorsOf = (document: TextDocument): TextEditor[] =>
  window.visibleTextEditors.filter((editor) => editor.document === document);
