import { l10n } from 'vscode';
import { SAVE_REQUEST, type SaveResult } from '../../server/protocol.ts';
import { say } from '../act.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { showWarning } from '../notices.ts';

/** Writes annotations that could not be written; says why and offers it again for as long as they cannot be. */
export const saveAgain: Command = {
  id: 'saveAgain',
  title: { en: 'Save Annotations Again', ar: 'حفظ الوسوم من جديد' },
  icon: 'save',
  run: save,
};

async function save(app: App): Promise<void> {
  const document = app.editors.active?.document;
  if (!document) return say(l10n.t('Open an article first.'));
  await saveArticle(app, app.client.code2ProtocolConverter.asUri(document.uri));
}

async function saveArticle(app: App, uri: string): Promise<void> {
  const { unsaved } = await app.client.sendRequest<SaveResult>(SAVE_REQUEST, { uri });
  if (unsaved === null) return say(l10n.t('Every annotation of the article is saved.'));
  const [retry, show] = [l10n.t('Try Again'), l10n.t('Show Output')];
  // Nobody waits for the answer, or no other command would run until the message is closed.
  void showWarning(unsaved, retry, show).then((answer) => {
    if (answer === retry)
      void saveArticle(app, uri).catch((error: unknown) => app.output.error(String(error)));
    if (answer === show) app.output.show();
  });
}
