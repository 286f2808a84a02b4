import { l10n, window } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import type { Command } from './command.ts';

/** Lists the annotations whose words the article no longer has; those that are ticked are removed. */
export const orphans: Command = {
  id: 'orphans',
  title: { en: 'Annotations Whose Words Are Gone…', ar: 'وسوم ضاعت كلماتها…' },
  icon: 'debug-disconnect',
  key: 'alt+a shift+o',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const lost = view.state.items.filter(({ state }) => state === 'orphan');
    if (lost.length === 0) return say(l10n.t('Every annotation of this article has its words.'));
    const picked = await window.showQuickPick(
      lost.map(({ id, label, lost: words = '' }) => ({
        label: asLabel(`«${words}»`),
        description: besides(label),
        id,
      })),
      {
        canPickMany: true,
        matchOnDescription: true,
        placeHolder: l10n.t('Tick those to remove; the others wait until their words come back'),
      },
    );
    if (picked && picked.length > 0)
      await act(app, view, { kind: 'remove', ids: picked.map(({ id }) => id) });
  },
};
