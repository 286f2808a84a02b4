import type { ArticleItem } from '../server/protocol.ts';
import type { App } from './app.ts';
import type { ArticleEditor } from './article-editors.ts';
import { itemAt } from './items.ts';

/** Whether what is known of an editor's article belongs to its text as it stands. */
export const isUpToDate = (app: App, { document }: ArticleEditor): boolean =>
  (app.articles.latest(document)?.version ?? document.version) === document.version;

/** The items of an editor's article that stand in its text and are not hidden, ordered by start. */
export const visibleItems = (app: App, { document }: ArticleEditor): ArticleItem[] =>
  (app.articles.latest(document)?.items ?? []).filter(
    (item) => item.state !== 'orphan' && app.visibility.showsItem(item),
  );

/** What the next key would decide on: the item at the caret; none while something is selected. */
export function currentItem(app: App, editor: ArticleEditor): ArticleItem | undefined {
  const { isEmpty, active } = editor.selection;
  return isEmpty ? itemAt(visibleItems(app, editor), active, app.focus.of(editor)) : undefined;
}
