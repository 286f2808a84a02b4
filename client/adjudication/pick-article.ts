import { l10n, window, type Uri } from 'vscode';
import {
  CONTESTED_REQUEST,
  type ContestedArticle,
  type ContestedParams,
  type ContestedResult,
} from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { besides } from '../language.ts';
import { longRequest } from '../long-request.ts';
import { showInformation, showWarning } from '../notices.ts';
import { asLabel } from '../foreign-text.ts';

/**
 * Lets the person pick among the articles of a project that several have annotated: those first in which something is
 * left to settle. Says what to do where there are none.
 * @param why stands in the list: why this is asked
 * @returns its URI; undefined where nothing was picked
 */
export async function pickContested(app: App, folder: Uri, why: string): Promise<Uri | undefined> {
  const { code2ProtocolConverter, protocol2CodeConverter } = app.client;
  const params: ContestedParams = { folder: code2ProtocolConverter.asUri(folder) };
  const title = l10n.t('Comparing annotations');
  const result = await longRequest<ContestedResult>(app, CONTESTED_REQUEST, title, params);
  if (!result) return undefined;
  const { articles, troubles } = result;
  for (const trouble of troubles) app.output.warn(trouble);
  if (troubles.length > 0) void showWarning(troubles.slice(0, 3).join(' '));
  if (articles.length === 0) {
    void showInformation(
      l10n.t(
        'No article here has annotations by two people yet. Each sets hashiya.annotator to their own name and annotates; then what they disagree on can be settled.',
      ),
    );
    return undefined;
  }
  const items = articles
    .toSorted((a, b) => rank(a) - rank(b))
    .map((article) => ({ ...itemOf(article), article }));
  const picked = await window.showQuickPick(items, { placeHolder: why, matchOnDescription: true });
  return picked && protocol2CodeConverter.asUri(picked.article.uri);
}

/** Open disagreements come first, then what only has to be taken over, then what is done. */
const rank = ({ open, agreedLeft }: ContestedArticle): number => (open > 0 ? 0 : agreedLeft > 0 ? 1 : 2);

const itemOf = (article: ContestedArticle): { label: string; description: string } => {
  const { path, annotators, disputes, open, agreedLeft } = article;
  const left =
    open > 0
      ? l10n.t('{0} open of {1}', open, disputes)
      : agreedLeft > 0
        ? l10n.t('{0} to take over', agreedLeft)
        : l10n.t('settled');
  const icon = ['circle-large-outline', 'arrow-circle-down', 'pass'][rank(article)] ?? 'circle-large-outline';
  return { label: `$(${icon}) ${asLabel(path)}`, description: besides(left, annotators.join(', ')) };
};
