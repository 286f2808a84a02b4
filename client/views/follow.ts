import { Disposable, workspace, type TextDocument } from 'vscode';
import type { ArticleItem, ArticleState } from '../../server/protocol.ts';
import type { App } from '../app.ts';
import type { ArticleEditor } from '../article-editors.ts';
import { currentItem } from '../current-item.ts';
import type { RowTree } from './tree.ts';

/** How long an article must have rested before a view shows it anew, in milliseconds. */
const REST = 150;

/** The article that is being worked on. */
export interface FollowedArticle {
  readonly editor: ArticleEditor;
  readonly document: TextDocument;
  /** May belong to an older version of the text. */
  readonly state: ArticleState;
}

/**
 * Keeps a view in step with the article that is being worked on, while the view can be seen.
 * @param show hears of the article whenever there is another one or it has changed; null: there is none
 * @param rowOf the id of the row of the item at the caret
 * @returns `again`: the same article has to be shown otherwise
 */
export function followArticle(
  app: App,
  tree: RowTree,
  show: (article: FollowedArticle | null) => void,
  rowOf: (item: ArticleItem) => string,
): Disposable & { readonly again: () => void } {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let moving: ReturnType<typeof setTimeout> | undefined;

  const select = () => {
    const editor = app.editors.active;
    const item = editor && tree.isVisible ? currentItem(app, editor) : undefined;
    if (item) tree.select(rowOf(item));
  };
  const update = () => {
    if (!tree.isVisible) return;
    const editor = app.editors.active;
    const state = editor && app.articles.latest(editor.document);
    // Before the server has said anything of an article, the view does not fall empty and fill again.
    if (editor && !state) return;
    show(editor && state ? { editor, document: editor.document, state } : null);
    select();
  };
  const later = () => {
    clearTimeout(resting);
    resting = setTimeout(update, REST);
  };
  const moved = () => {
    clearTimeout(moving);
    moving = setTimeout(select, REST);
  };

  update();
  const listeners = Disposable.from(
    tree.onDidShow(update),
    app.articles.onDidChange((document) => document === app.editors.active?.document && later()),
    app.editors.onDidChangeActive(later),
    app.editors.onDidChangeSelection(moved),
    app.focus.onDidChange(moved),
    app.visibility.onDidChange(later),
    app.schemes.onDidChange(later),
    // Another language is told as closing and opening.
    workspace.onDidOpenTextDocument(later),
    workspace.onDidCloseTextDocument(later),
  );
  return {
    again: update,
    dispose() {
      clearTimeout(resting);
      clearTimeout(moving);
      listeners.dispose();
    },
  };
}
