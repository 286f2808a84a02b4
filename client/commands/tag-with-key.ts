import { l10n } from 'vscode';
import { currentArticle, say } from '../act.ts';
import type { Command } from './command.ts';
import { tagWith } from './tag.ts';

/** Tags with the label that the article's project gives a key to; the key comes as the argument. */
export const tagWithKey: Command = {
  id: 'tagWithKey',
  title: { en: 'Tag with the Project’s Key', ar: 'وسم بمفتاح المشروع' },
  hidden: true,
  async run(app, key) {
    const view = await currentArticle(app);
    if (!view) return;
    const { labels } = await app.schemes.of(view.editor.document);
    const choice = labels.find((label) => label.key !== '' && label.key === key);
    if (!choice) return say(l10n.t('No label of the project has the key {0}.', String(key)));
    await tagWith(app, view, choice);
  },
};
