import { l10n } from 'vscode';
import { TAG_LABELS } from '../../core/labels/scheme.ts';
import { currentArticle, say } from '../act.ts';
import type { Command } from './command.ts';
import { tagWith } from './tag.ts';

/** A command for each label of the default scheme, with its key. */
export const tagAs: readonly Command[] = TAG_LABELS.map(({ id, title, key }) => ({
  id: `tag.${id}`,
  title: { en: `Tag as ${title.en} (${id})`, ar: `وسم: ${title.ar} (${id})` },
  ...(key && { key: `alt+a ${key}` }),
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { labels } = await app.schemes.of(view.editor.document);
    const choice = labels.find((label) => label.id === id);
    if (!choice) return say(l10n.t('The project’s labels do not have {0}.', id));
    await tagWith(app, view, choice);
  },
}));
