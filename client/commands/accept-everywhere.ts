import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { goOn } from '../decide.ts';
import { chosenItems } from '../items.ts';
import type { Command } from './command.ts';

/** Accepts every mark of the article with the label and the name of the one at the caret. */
export const acceptEverywhere: Command = {
  id: 'acceptEverywhere',
  title: { en: 'Accept Mark Everywhere in the Article', ar: 'قبول العلامة في المقال كله' },
  icon: 'check-all',
  key: 'shift+alt+enter',
  menu: '1_decide',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const [chosen] = chosenItems(
      view.visible,
      [view.editor.selection],
      ({ state }) => state !== 'rejected',
      app.focus.of(view.editor),
    );
    if (!chosen) return say(l10n.t('There is no undecided mark here.'));
    if (!(await act(app, view, { kind: 'acceptEverywhere', id: chosen.id }))) return;
    const same = view.visible.filter(
      ({ label, canonical, state }) =>
        state === 'mark' && label === chosen.label && canonical !== null && canonical === chosen.canonical,
    );
    const rest = view.visible.filter((item) => item === chosen || !same.includes(item));
    goOn(app, { ...view, visible: rest }, [chosen]);
  },
};
