import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Event, ExtensionContext, LogOutputChannel, Selection, TextEditor } from 'vscode';
import type { Articles } from './articles.ts';
import type { Focus } from './items.ts';
import type { Reports } from './report.ts';
import type { Schemes } from './schemes.ts';
import type { Visibility } from './visibility.ts';

/** What every command works with. */
export interface App {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly output: LogOutputChannel;
  readonly articles: Articles;
  readonly visibility: Visibility;
  readonly focus: FocusStore;
  readonly reports: Reports;
  readonly schemes: Schemes;
}

/** Where the last steps have put the caret, by editor. */
export interface FocusStore {
  of(editor: TextEditor): Focus | null;
  set(editor: TextEditor, focus: Focus): void;
  /** A step has put the focus elsewhere in this editor; the caret may stand where it stood. */
  readonly onDidChange: Event<TextEditor>;
  /** Remembers where an action was done. */
  leave(editor: TextEditor, from: Selection): void;
  /** Where the last action was done, and forgets it. */
  cameFrom(editor: TextEditor): Selection | undefined;
}
