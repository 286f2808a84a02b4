import { l10n, Range, Selection, TextEditorRevealType, ViewColumn, window, type TextEditor } from 'vscode';
import {
  ACT_REQUEST,
  type Action,
  type ActParams,
  type ActResult,
  type ArticleState,
} from '../server/protocol.ts';
import type { App } from './app.ts';
import type { ArticleEditor } from './article-editors.ts';
import type { ArticleItem } from '../server/protocol.ts';
import type { Stretch } from './items.ts';
import { showWarning } from './notices.ts';

/** How long a word of what was done stays in the status bar, in milliseconds. */
const SAID_FOR = 5000;

/** Says something in the status bar, where it disturbs nobody. */
export const say = (message: string): void => {
  window.setStatusBarMessage(message, SAID_FOR);
};

/** An article in an editor or a reading view, with the marks and annotations of its text as it stands. */
export interface ArticleView {
  readonly editor: ArticleEditor;
  readonly state: ArticleState;
  /** The items that stand in the text and are not hidden, ordered by start. */
  readonly visible: readonly ArticleItem[];
}

/** The article that is being worked on; says so and gives undefined where there is none. */
export async function currentArticle(app: App): Promise<ArticleView | undefined> {
  const editor = app.editors.active ?? (await articleInSight());
  if (!editor) {
    say(l10n.t('Open an article first.'));
    return undefined;
  }
  const state = await app.articles.current(editor.document);
  if (!state) {
    say(l10n.t('The article is still being read. Try again in a moment.'));
    return undefined;
  }
  return {
    editor,
    state,
    visible: state.items.filter((item) => item.state !== 'orphan' && app.visibility.showsItem(item)),
  };
}

/** Where something else has the keyboard, such as the walkthrough: the article beside it, which then gets it. */
async function articleInSight(): Promise<TextEditor | undefined> {
  const editor = window.visibleTextEditors.find(({ document }) => document.languageId === 'article');
  return (
    editor && window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? ViewColumn.Active })
  );
}

/**
 * Has the server do something to the annotations of an article, and tells what came of it.
 * @returns undefined when it was not done
 */
export async function act(
  app: App,
  { editor, state }: ArticleView,
  action: Action,
): Promise<ActResult | undefined> {
  const before = editor.selection;
  const params: ActParams = { uri: state.uri, version: state.version, action };
  const result = await app.client.sendRequest<ActResult>(ACT_REQUEST, params);
  if (result.message && result.trouble) void showWarning(result.message);
  else if (result.message) say(result.done ? result.message : `$(info) ${result.message}`);
  if (!result.done) return undefined;
  if (action.kind === 'undo') comeBack(app, editor);
  else app.focus.leave(editor, before);
  if (result.range) app.focus.set(editor, { id: '', range: result.range });
  return result;
}

/** Puts the caret where it was before the action that was undone; there the marks are as they were. */
function comeBack(app: App, editor: ArticleEditor): void {
  const selection = app.focus.cameFrom(editor);
  if (!selection) return;
  editor.selection = selection;
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Puts the caret before an item, and shows it. Nothing is selected, so that no key can type over it. */
export function goTo(app: App, editor: ArticleEditor, item: ArticleItem): void {
  const { line, character } = item.range.start;
  editor.selection = new Selection(line, character, line, character);
  app.focus.set(editor, { id: item.id, range: item.range });
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A stretch as the editor's own range. */
export const rangeOf = ({ start, end }: Stretch): Range =>
  new Range(start.line, start.character, end.line, end.character);
