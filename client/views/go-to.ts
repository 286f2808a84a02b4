import { commands, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { goTo } from '../act.ts';
import type { App } from '../app.ts';
import type { ArticleEditor } from '../article-editors.ts';
import type { Stretch } from '../items.ts';

/** The command that rows run; it takes a Goal, and stands in no menu. */
export const GO_TO = 'hashiya.views.goTo';

/** A place in an article. */
export interface Goal {
  readonly uri: string;
  /** Of a mark or an annotation, which may have moved since; null: the range counts. */
  readonly id: string | null;
  readonly range: Stretch;
}

/** Puts the caret at a place, in the editor that the article is in already, and the keyboard with it. */
export async function goToPlace(app: App, { uri, id, range }: Goal): Promise<void> {
  const editor = await editorOf(app, uri);
  const items = app.articles.latest(editor.document)?.items ?? [];
  const item = id === null ? undefined : items.find((one) => one.id === id && one.state !== 'orphan');
  if (item) goTo(app, editor, item);
  else {
    const { line, character } = range.start;
    editor.selection = new Selection(line, character, line, character);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

async function editorOf(app: App, uri: string): Promise<ArticleEditor> {
  const { active } = app.editors;
  if (active?.document.uri.toString() === uri) return active;
  return window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
}
