import { commands, l10n, TabInputCustom, window } from 'vscode';
import { OVERVIEW_REQUEST, type ProjectOverview } from '../../server/protocol.ts';
import { say } from '../act.ts';
import type { App } from '../app.ts';
import { neighbour } from '../article-order.ts';
import { pickFolder } from '../pick-folder.ts';
import type { Command } from './command.ts';

/** Opens the next article of the project that is not done, as the one before is open: as text, or in the reading view. */
export async function goToArticle(app: App, direction: 'forward' | 'backward'): Promise<void> {
  const document = app.editors.active?.document;
  const folder = await pickFolder(app);
  if (!folder) return;
  const { code2ProtocolConverter, protocol2CodeConverter } = app.client;
  const { articles } = await app.client.sendRequest<ProjectOverview>(OVERVIEW_REQUEST, {
    folder: code2ProtocolConverter.asUri(folder),
  });
  const sameUri = (uri: string) => protocol2CodeConverter.asUri(uri).toString();
  const here = articles.find(({ uri }) => sameUri(uri) === document?.uri.toString());
  const next = neighbour(articles, here?.uri ?? null, direction);
  if (!next) return say(l10n.t('Every other article of the project is done.'));
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = protocol2CodeConverter.asUri(next.uri);
  if (input instanceof TabInputCustom) await commands.executeCommand('vscode.openWith', uri, input.viewType);
  else await window.showTextDocument(uri);
  say(next.path);
}

export const nextArticle: Command = {
  id: 'nextArticle',
  title: { en: 'Go to Next Article Not Done', ar: 'الانتقال إلى المقال التالي غير المنجز' },
  icon: 'arrow-right',
  key: 'alt+a alt+pagedown',
  anywhere: true,
  run: (app) => goToArticle(app, 'forward'),
};

export const previousArticle: Command = {
  id: 'previousArticle',
  title: { en: 'Go to Previous Article Not Done', ar: 'الانتقال إلى المقال السابق غير المنجز' },
  icon: 'arrow-left',
  key: 'alt+a alt+pageup',
  anywhere: true,
  run: (app) => goToArticle(app, 'backward'),
};
