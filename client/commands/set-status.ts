import { l10n, window } from 'vscode';
import type { ArticleStatus } from '../../server/protocol.ts';
import { act, currentArticle, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { besides } from '../language.ts';
import { STATUS_ICONS, statusTitle } from '../views/statuses.ts';
import type { Command } from './command.ts';
import { goToArticle } from './next-article.ts';
import { showWarning } from '../notices.ts';

/** In the order in which an article passes through them. */
const STATUSES: readonly ArticleStatus[] = ['new', 'in-work', 'done', 'checked'];

/** Lets the person say how far they are with the article; the status that comes next stands first. */
export const setStatus: Command = {
  id: 'setStatus',
  title: { en: 'Set Status of the Article…', ar: 'تعيين حالة المقال…' },
  icon: 'tasklist',
  key: 'alt+a shift+f',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { status } = view.state;
    const at = STATUSES.indexOf(status);
    const items = [...STATUSES.slice(at + 1), ...STATUSES.slice(0, at + 1)].map((one) => ({
      label: `$(${STATUS_ICONS[one]}) ${statusTitle(one)}`,
      ...(one === status && { description: besides(l10n.t('the status now')) }),
      status: one,
    }));
    const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Status of the article') });
    if (picked && picked.status !== status) await give(app, view, picked.status);
  },
};

/** The article is done; on to the next one that is not. */
export const finish: Command = {
  id: 'finish',
  title: { en: 'Article Done, Go to the Next', ar: 'إنهاء المقال والانتقال إلى التالي' },
  icon: 'pass',
  key: 'alt+a alt+f',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { status } = view.state;
    const isFinished = status === 'done' || status === 'checked';
    if (!isFinished && !((await mayFinish(view)) && (await give(app, view, 'done')))) return;
    await goToArticle(app, 'forward');
  },
};

/** Whether nothing is left to decide on, or the person says that it may be left. Weak suggestions may. */
async function mayFinish({ state }: ArticleView): Promise<boolean> {
  const left = state.items.filter((item) => item.state === 'mark' && !item.weak).length;
  if (left === 0) return true;
  const done = l10n.t('Done All the Same');
  const question = l10n.t('Marks that nobody has decided on: {0}. Is the article done?', left);
  const detail = l10n.t('What is left undecided counts as passed over.');
  return (await showWarning(question, { modal: true, detail }, done)) === done;
}

async function give(app: App, view: ArticleView, status: ArticleStatus): Promise<boolean> {
  const done = await act(app, view, { kind: 'setStatus', status });
  if (done && !done.message) say(l10n.t('Status of the article: {0}', statusTitle(status)));
  return done !== undefined;
}
