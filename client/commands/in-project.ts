import { l10n } from 'vscode';
import type { ArticleItem } from '../../server/protocol.ts';
import { currentArticle, rangeOf, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { shortened } from '../context.ts';
import { goOn } from '../decide.ts';
import { chosenItems } from '../items.ts';
import { changeProject } from '../project-change.ts';
import type { Command } from './command.ts';

/** The item at the caret that nobody rejected, and its words; says so where there is none. */
export function itemAtCaret({ editor, visible }: ArticleView, app: App): ArticleItem | undefined {
  const [item] = chosenItems(
    visible,
    [editor.selection],
    ({ state }) => state !== 'rejected',
    app.focus.of(editor),
  );
  if (!item) say(l10n.t('There is no mark or annotation here.'));
  return item;
}

/** The words of an item, as a title has them. */
export const wordsOf = ({ editor }: ArticleView, { range }: ArticleItem): string =>
  shortened(editor.document.getText(rangeOf(range)));

async function decideInProject(
  app: App,
  kind: 'acceptEverywhere' | 'rejectEverywhere',
  titleOf: (words: string) => string,
): Promise<void> {
  const view = await currentArticle(app);
  const item = view && itemAtCaret(view, app);
  if (!item) return;
  const done = await changeProject(app, view, { kind, id: item.id }, titleOf(wordsOf(view, item)));
  if (done) goOn(app, view, [item]);
}

/** Accepts the marks of all articles that have the label and the name of the one at the caret, after a look at them. */
export const acceptInProject: Command = {
  id: 'acceptInProject',
  title: { en: 'Accept Mark in the Project…', ar: 'قبول العلامة في المشروع كله…' },
  icon: 'check-all',
  key: 'alt+a alt+enter',
  run: (app) =>
    decideInProject(app, 'acceptEverywhere', (words) => l10n.t('Accept «{0}» in the project', words)),
};

/** The same for rejecting: the marks that stand there now. */
export const rejectInProject: Command = {
  id: 'rejectInProject',
  title: { en: 'Reject Mark in the Project…', ar: 'رفض العلامة في المشروع كله…' },
  icon: 'close-all',
  key: 'alt+a alt+backspace',
  run: (app) =>
    decideInProject(app, 'rejectEverywhere', (words) => l10n.t('Reject «{0}» in the project', words)),
};
