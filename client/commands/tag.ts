import { l10n } from 'vscode';
import type { LabelChoice } from '../../server/protocol.ts';
import { act, currentArticle, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { likelyFamily } from '../label-order.ts';
import { pickLabel } from '../labels.ts';
import type { Command } from './command.ts';

/** Tags every selection, or the mark or word at each caret, in one step. */
export async function tagWith(app: App, view: ArticleView, { id }: LabelChoice): Promise<void> {
  const ranges = view.editor.selections.map(({ start, end }) => ({ start, end }));
  const done = await act(app, view, { kind: 'tag', ranges, label: id });
  if (done && !done.message) say(l10n.t('Tagged: {0}', id));
}

/** Tags with a label that the person picks. */
export const tag: Command = {
  id: 'tag',
  title: { en: 'Tag…', ar: 'وسم…' },
  icon: 'tag',
  key: 'alt+a alt+a',
  menu: '2_tag',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { document, selection } = view.editor;
    const line = document.lineAt(selection.start.line).text;
    const around = (line[selection.start.character - 1] ?? '') + (line[selection.end.character] ?? '');
    const likely = likelyFamily(selection, document.getText(selection), line, around);
    const choice = await pickLabel(app, document, l10n.t('Label for the selection or the word'), likely);
    if (choice) await tagWith(app, view, choice);
  },
};
