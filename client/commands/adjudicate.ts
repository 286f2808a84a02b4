import { l10n, workspace } from 'vscode';
import { requestAdjudication } from '../adjudication/request.ts';
import { showAdjudication } from '../adjudication/panel.ts';
import { pickContested } from '../adjudication/pick-article.ts';
import { pickFolder } from '../pick-folder.ts';
import type { Command } from './command.ts';

/** Shows what annotators of an article disagree on, side by side, and saves what is kept as the gold layer. */
export const adjudicate: Command = {
  id: 'adjudicate',
  title: { en: 'Adjudicate Article', ar: 'الفصل في خلافات المقال' },
  icon: 'law',
  key: 'alt+a alt+j',
  anywhere: true,
  async run(app) {
    const document = app.editors.active?.document;
    const folder = await pickFolder(app);
    if (!folder) return;
    if (!document) {
      const uri = await pickContested(app, folder, l10n.t('Article to adjudicate'));
      if (uri) showAdjudication(app, uri, folder);
      return;
    }
    const state = await requestAdjudication(app, document.uri);
    if (state && state.annotators.length > 1) return showAdjudication(app, document.uri, folder);
    const name = workspace.asRelativePath(document.uri);
    const why = l10n.t('Fewer than two people have annotated {0}. Pick an article that several have', name);
    const uri = await pickContested(app, folder, why);
    if (uri) showAdjudication(app, uri, folder);
  },
};
