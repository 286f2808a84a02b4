import { l10n, workspace } from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { act, currentArticle, goTo, say, type ArticleView } from './act.ts';
import type { App } from './app.ts';
import { chosenItems, nextItem } from './items.ts';
import { goesOnTo } from './step-filter.ts';

/** Accepts or rejects what the carets and selections mean, and goes on to the next mark if the setting says so. */
export async function decide(app: App, kind: 'accept' | 'reject'): Promise<void> {
  const view = await currentArticle(app);
  if (!view) return;
  const { editor, visible } = view;
  const inState = (wanted: ArticleItem['state']) =>
    chosenItems(visible, editor.selections, ({ state }) => state === wanted, app.focus.of(editor));
  const marks = inState('mark');
  // Who changes their mind about a rejected mark accepts it; in a selection the undecided ones go first.
  const chosen = marks.length === 0 && kind === 'accept' ? inState('rejected') : marks;
  if (chosen.length === 0) return say(l10n.t('There is no undecided mark here.'));
  const done = await act(app, view, { kind, ids: chosen.map(({ id }) => id) });
  if (done) goOn(app, view, chosen);
}

/** Moves on from what was decided just now; one selection alone, for several carets are where the person put them. */
export function goOn(app: App, { editor, visible }: ArticleView, decided: readonly ArticleItem[]): void {
  const last = decided.at(-1);
  const wanted = workspace.getConfiguration('hashiya', editor.document.uri).get('goOnAfterDecision', true);
  if (!last || !wanted || editor.selections.length > 1) return;
  const left = visible.filter(
    (item) => item === last || (goesOnTo(app.stepping.filter, item) && !decided.includes(item)),
  );
  const next = nextItem(left, last.range.start, 'forward', last);
  if (next) goTo(app, editor, next);
  else say(l10n.t('Every mark of this article is decided.'));
}
