import { l10n, ViewColumn } from 'vscode';
import { say } from '../act.ts';
import type { App } from '../app.ts';
import { readersOf } from '../reader/readers.ts';
import type { Command } from './command.ts';

async function open(app: App, column: ViewColumn): Promise<void> {
  const document = app.editors.active?.document;
  if (!document) return say(l10n.t('Open an article first.'));
  await readersOf(app)?.open(document, column);
}

/** Shows the article set from right to left, and back in the text editor, at the same place. */
export const read: Command = {
  id: 'read',
  title: { en: 'Open Reading View or Go Back to Text', ar: 'فتح عرض القراءة أو العودة إلى النص' },
  icon: 'book',
  key: 'alt+a alt+r',
  inTitle: true,
  run: async (app) => {
    const readers = readersOf(app);
    if (readers?.active) await readers.openText();
    else await open(app, ViewColumn.Active);
  },
};

export const readBeside: Command = {
  id: 'readBeside',
  title: { en: 'Open Reading View to the Side', ar: 'فتح عرض القراءة إلى الجانب' },
  icon: 'open-preview',
  key: 'alt+a shift+r',
  run: (app) => open(app, ViewColumn.Beside),
};
