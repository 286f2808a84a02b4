import { l10n } from 'vscode';
import { currentArticle, goTo, say } from '../act.ts';
import type { App } from '../app.ts';
import { nextItem } from '../items.ts';
import type { Command } from './command.ts';

async function step(app: App, direction: 'forward' | 'backward'): Promise<void> {
  const view = await currentArticle(app);
  if (!view) return;
  const marks = view.visible.filter(({ state }) => state === 'mark');
  const next = nextItem(marks, view.editor.selection.active, direction, app.focus.of(view.editor));
  if (next) goTo(app, view.editor, next);
  else if (marks.length === 0) say(l10n.t('Every mark of this article is decided.'));
}

export const next: Command = {
  id: 'next',
  title: { en: 'Go to Next Mark', ar: 'الانتقال إلى العلامة التالية' },
  icon: 'arrow-down',
  key: 'f9',
  run: (app) => step(app, 'forward'),
};

export const previous: Command = {
  id: 'previous',
  title: { en: 'Go to Previous Mark', ar: 'الانتقال إلى العلامة السابقة' },
  icon: 'arrow-up',
  key: 'shift+f9',
  run: (app) => step(app, 'backward'),
};
