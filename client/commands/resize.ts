import { l10n } from 'vscode';
import type { Action } from '../../server/protocol.ts';
import { act, currentArticle, say } from '../act.ts';
import type { App } from '../app.ts';
import { chosenItems } from '../items.ts';
import type { Command } from './command.ts';

type Resize = Extract<Action, { kind: 'resize' }>;

async function resize(app: App, end: Resize['end'], by: Resize['by']): Promise<void> {
  const view = await currentArticle(app);
  if (!view) return;
  const [item] = chosenItems(
    view.visible,
    [view.editor.selection],
    ({ state }) => state !== 'rejected',
    app.focus.of(view.editor),
  );
  if (!item) return say(l10n.t('There is no mark or annotation here.'));
  await act(app, view, { kind: 'resize', id: item.id, end, by });
}

/** The start of a span by a word towards the text before it. */
export const widenStart: Command = {
  id: 'widenStart',
  title: { en: 'Widen at the Start by a Word', ar: 'توسيع البداية بكلمة' },
  key: 'alt+home',
  run: (app) => resize(app, 'start', 'wider'),
};

export const narrowStart: Command = {
  id: 'narrowStart',
  title: { en: 'Narrow at the Start by a Word', ar: 'تضييق البداية بكلمة' },
  key: 'shift+alt+home',
  run: (app) => resize(app, 'start', 'narrower'),
};

export const widenEnd: Command = {
  id: 'widenEnd',
  title: { en: 'Widen at the End by a Word', ar: 'توسيع النهاية بكلمة' },
  key: 'alt+end',
  run: (app) => resize(app, 'end', 'wider'),
};

export const narrowEnd: Command = {
  id: 'narrowEnd',
  title: { en: 'Narrow at the End by a Word', ar: 'تضييق النهاية بكلمة' },
  key: 'shift+alt+end',
  run: (app) => resize(app, 'end', 'narrower'),
};
