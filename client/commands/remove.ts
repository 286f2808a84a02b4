import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { chosenItems } from '../items.ts';
import type { Command } from './command.ts';

/** Takes away the annotations at the carets or in the selections; the marks under them come back. */
export const remove: Command = {
  id: 'remove',
  title: { en: 'Remove Annotation', ar: 'إزالة الوسم' },
  icon: 'trash',
  key: 'alt+a backspace',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const chosen = chosenItems(
      view.visible,
      view.editor.selections,
      ({ state }) => state !== 'mark',
      app.focus.of(view.editor),
    );
    if (chosen.length === 0) return say(l10n.t('There is no annotation here. A mark can be rejected.'));
    await act(app, view, { kind: 'remove', ids: chosen.map(({ id }) => id) });
  },
};
