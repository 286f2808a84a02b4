import { l10n, languages, Uri, window, workspace } from 'vscode';
import { ACT_REQUEST, type ActParams, type ActResult, type ArticleStatus } from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { ARTICLE_STATUSES } from './article-status.ts';
import { showWarning } from '../notices.ts';

/** What a status is called. */
export const statusTitle = (status: ArticleStatus): string =>
  ({
    new: l10n.t('New'),
    'in-work': l10n.t('In work'),
    done: l10n.t('Done'),
    checked: l10n.t('Checked'),
  })[status];

export const STATUS_ICONS: Readonly<Record<ArticleStatus, string>> = {
  new: 'circle-large-outline',
  'in-work': 'edit',
  done: 'pass',
  checked: 'verified-filled',
};

/** Lets a person tick the statuses of the articles that a list shows; undefined where they think better of it. */
export async function pickStatuses(
  current: readonly ArticleStatus[],
): Promise<readonly ArticleStatus[] | undefined> {
  const entries = ARTICLE_STATUSES.map((status) => ({
    label: `$(${STATUS_ICONS[status]}) ${statusTitle(status)}`,
    picked: current.includes(status),
    status,
  }));
  const picked = await window.showQuickPick(entries, {
    canPickMany: true,
    placeHolder: l10n.t('Articles to show'),
  });
  if (!picked) return undefined;
  // None ticked would show nothing: then all are meant.
  return picked.length > 0 ? picked.map(({ status }) => status) : ARTICLE_STATUSES;
}

/** Asks for a status and gives it to articles, open or not. */
export async function setStatuses(app: App, uris: readonly string[]): Promise<void> {
  const [first] = uris;
  if (first === undefined) return;
  const placeHolder =
    uris.length === 1
      ? l10n.t('Status of {0}', Uri.parse(first).path.split('/').at(-1) ?? '')
      : l10n.t('Status of {0} articles', uris.length);
  const entries = ARTICLE_STATUSES.map((status) => ({
    label: `$(${STATUS_ICONS[status]}) ${statusTitle(status)}`,
    status,
  }));
  const picked = await window.showQuickPick(entries, { placeHolder });
  if (!picked) return;
  const location = { viewId: 'hashiya.views.articles' };
  const troubles = await window.withProgress({ location }, async () => {
    const told: string[] = [];
    for (const uri of uris) told.push(...(await setStatus(app, Uri.parse(uri), picked.status)));
    return told;
  });
  if (troubles.length > 0) void showWarning([...new Set(troubles)].join('\n'));
}

/** @returns why it was not done, if it was not */
async function setStatus(app: App, uri: Uri, status: ArticleStatus): Promise<string[]> {
  const opened = await workspace.openTextDocument(uri);
  const document =
    opened.languageId === 'article' ? opened : await languages.setTextDocumentLanguage(opened, 'article');
  const state = await app.articles.current(document);
  const name = uri.path.split('/').at(-1) ?? '';
  if (!state) return [l10n.t('{0} could not be read.', name)];
  const params: ActParams = {
    uri: state.uri,
    version: state.version,
    action: { kind: 'setStatus', status },
  };
  const { done, message } = await app.client.sendRequest<ActResult>(ACT_REQUEST, params);
  return done ? [] : [message ?? l10n.t('{0} could not be read.', name)];
}
