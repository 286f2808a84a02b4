import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { chosenItems } from '../items.ts';
import { toMerge, toSplit } from '../merging.ts';
import type { Command } from './command.ts';

/** Makes one annotation of the items in the selections, or of the one at the caret and the next. */
export const merge: Command = {
  id: 'merge',
  title: { en: 'Merge with the Next', ar: 'دمج مع التالي' },
  icon: 'combine',
  key: 'alt+a alt+u',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { editor, visible } = view;
    const chosen = chosenItems(
      visible,
      editor.selections,
      ({ state }) => state !== 'rejected',
      app.focus.of(editor),
    );
    const merged = toMerge(visible, chosen);
    if (merged.length < 2) return say(l10n.t('There is nothing to merge here: select what is to be one.'));
    await act(app, view, { kind: 'merge', ids: merged.map(({ id }) => id) });
  },
};

/** Makes two annotations of the one that the caret stands in. */
export const split: Command = {
  id: 'split',
  title: { en: 'Split at the Caret', ar: 'تقسيم عند المؤشر' },
  icon: 'split-horizontal',
  key: 'alt+a alt+c',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { editor, visible } = view;
    const at = editor.selection.active;
    const item = toSplit(visible, at, app.focus.of(editor));
    if (!item) return say(l10n.t('Put the caret into an annotation, where it is to be split.'));
    await act(app, view, { kind: 'split', id: item.id, at: { line: at.line, character: at.character } });
  },
};
