import { commands, l10n, type Disposable, type Event } from 'vscode';
import type { App } from '../app.ts';
import { dimRows } from './dimmed.ts';
import { GO_TO, goToPlace, type Goal } from './go-to.ts';
import { VIEWS } from './index.ts';
import type { Row } from './rows.ts';
import { openTree } from './tree.ts';
import { viewId } from './view.ts';
import { showError } from '../notices.ts';

/** Says to the manifest whether an article is being worked on, also while the keyboard is in a view. */
const ARTICLE = 'hashiya.views.article';

/** Opens every side view and registers their commands. */
export function openViews(app: App, onDidChangeProject: Event<void>): Disposable[] {
  const tell = () => void commands.executeCommand('setContext', ARTICLE, app.editors.active !== undefined);
  const opened = VIEWS.map(({ id, open }) => {
    const tree = openTree(id);
    return { tree, ...open({ app, tree, onDidChangeProject }) };
  });
  /** Views that share a command share what it does. */
  const handlers = new Map(opened.flatMap(({ handlers: its }) => Object.entries(its)));
  tell();
  return [
    dimRows(),
    ...opened.flatMap(({ tree, dispose }) => [{ dispose }, tree]),
    app.editors.onDidChangeActive(tell),
    app.articles.onDidChange(tell),
    commands.registerCommand(GO_TO, (goal: Goal) => reporting(app, () => goToPlace(app, goal))),
    ...[...handlers].map(([id, run]) =>
      // A command on several rows is given the one under the mouse, then all.
      commands.registerCommand(viewId(id), (row?: Row, rows?: readonly Row[]) =>
        reporting(app, () => run(rows ?? (row ? [row] : []))),
      ),
    ),
  ];
}

async function reporting(app: App, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    app.output.error(reason);
    void showError(l10n.t('That could not be done: {0}', reason));
  }
}
