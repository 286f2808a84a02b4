import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Event, ExtensionContext, LogOutputChannel, Selection } from 'vscode';
import type { ArticleEditor, ArticleEditors } from './article-editors.ts';
import type { Articles } from './articles.ts';
import type { Focus } from './items.ts';
import type { Reports } from './report.ts';
import type { Schemes } from './schemes.ts';
import type { Stepping } from './stepping.ts';
import type { Visibility } from './visibility.ts';

/** What every command works with. */
export interface App {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly articles: Articles;
  readonly editors: ArticleEditors;
  readonly visibility: Visibility;
  readonly stepping: Stepping;
  readonly focus: FocusStore;
  readonly reports: Reports;
  readonly schemes: Schemes;
}

/** Where the last steps have put the caret, by editor. */
export interface FocusStore {
  of(editor: ArticleEditor): Focus | null;
  set(editor: ArticleEditor, focus: Focus): void;
  /** A step has put the focus elsewhere in this editor; the caret may stand where it stood. */
  readonly onDidChange: Event<ArticleEditor>;
  /** Remembers where an action was done. */
  leave(editor: ArticleEditor, from: Selection): void;
  /** Where the last action was done, and forgets it. */
  cameFrom(editor: ArticleEditor): Selection | undefined;
}
