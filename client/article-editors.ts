import { EventEmitter, window, type Disposable, type Event, type TextEditor } from 'vscode';

/**
 * Where an article is shown and worked on: a text editor, or a reading view, which has a caret and selections of the
 * same document. Commands work on either.
 */
export type ArticleEditor = Pick<TextEditor, 'document' | 'selection' | 'selections' | 'revealRange'>;

/** The editors of articles. */
export interface ArticleEditors extends Disposable {
  /** The one that has the keyboard, or had it last; undefined where that shows no article. */
  readonly active: ArticleEditor | undefined;
  readonly onDidChangeActive: Event<void>;
  readonly onDidChangeSelection: Event<ArticleEditor>;
  /** A reading view has got the keyboard, or lost it to something else (undefined). */
  setReader(reader: ArticleEditor | undefined): void;
  /** The caret or selection of a reading view has moved. */
  readerMoved(reader: ArticleEditor): void;
}

/** Listens to the editors of the window; reading views tell of themselves. */
export function openArticleEditors(): ArticleEditors {
  const activeChanged = new EventEmitter<void>();
  const selectionChanged = new EventEmitter<ArticleEditor>();
  let reader: ArticleEditor | undefined;
  const listeners = [
    activeChanged,
    selectionChanged,
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor) reader = undefined;
      activeChanged.fire();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.languageId === 'article') selectionChanged.fire(textEditor);
    }),
  ];
  return {
    get active() {
      if (reader) return reader;
      const editor = window.activeTextEditor;
      return editor?.document.languageId === 'article' ? editor : undefined;
    },
    onDidChangeActive: activeChanged.event,
    onDidChangeSelection: selectionChanged.event,
    setReader(next) {
      reader = next;
      activeChanged.fire();
    },
    readerMoved: (moved) => selectionChanged.fire(moved),
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}
