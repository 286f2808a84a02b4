import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { chosenItems } from '../items.ts';
import { pickLabel } from '../labels.ts';
import type { Command } from './command.ts';

/** Gives the mark or annotation at the caret another label of its family; a mark is accepted by that. */
export const relabel: Command = {
  id: 'relabel',
  title: { en: 'Change Label…', ar: 'تغيير الوسم…' },
  icon: 'edit',
  key: 'f2',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { editor, visible } = view;
    const [item] = chosenItems(
      visible,
      [editor.selection],
      ({ state }) => state !== 'rejected',
      app.focus.of(editor),
    );
    if (!item) return say(l10n.t('There is no mark or annotation here.'));
    const title = l10n.t('Another label in place of {0}', item.label);
    const choice = await pickLabel(app, editor.document, title, item.family, { current: item.label });
    if (choice && choice.id !== item.label)
      await act(app, view, { kind: 'relabel', id: item.id, label: choice.id });
  },
};
