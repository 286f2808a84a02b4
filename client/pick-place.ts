import { TextEditorRevealType, window, type QuickPickItem } from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { goTo } from './act.ts';
import type { App } from './app.ts';
import type { ArticleEditor } from './article-editors.ts';

/** Something to pick that stands in the article. */
export interface PlaceChoice<T> extends QuickPickItem {
  readonly item: ArticleItem;
  readonly value: T;
}

/**
 * Lets the person pick among items of the article. Each is shown in its place as they go through the list; afterwards
 * the caret is back where it was.
 * @returns undefined where they gave up
 */
export async function pickPlace<T>(
  app: App,
  editor: ArticleEditor,
  choices: readonly PlaceChoice<T>[],
  placeholder: string,
): Promise<T | undefined> {
  const before = editor.selections;
  const focus = app.focus.of(editor);
  const pick = window.createQuickPick<PlaceChoice<T>>();
  pick.items = choices;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  const picked = await new Promise<PlaceChoice<T> | undefined>((resolve) => {
    pick.onDidChangeActive(([active]) => active && goTo(app, editor, active.item));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  editor.selections = before;
  if (focus) app.focus.set(editor, focus);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return picked?.value;
}
