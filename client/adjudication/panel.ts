import {
  l10n,
  RelativePattern,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import {
  ADJUDICATE_REQUEST,
  type AdjudicateParams,
  type AdjudicateResult,
  type AdjudicationState,
} from '../../server/protocol.ts';
import { rangeOf } from '../act.ts';
import type { App } from '../app.ts';
import { language } from '../language.ts';
import { requestLabels } from '../webview/labels.ts';
import { openPage } from '../webview/page.ts';
import type { ShownLabel } from '../webview/shown-label.ts';
import type { FromPage, ToPage } from './messages.ts';
import { pickContested } from './pick-article.ts';
import { requestAdjudication } from './request.ts';
import { texts } from './texts.ts';

/** How long annotations and text must have rested before they are compared anew, in milliseconds. */
const PAUSE = 300;

/** The one panel: it shows one article at a time. */
let open: { readonly panel: WebviewPanel; readonly show: (article: Uri, folder: Uri) => void } | undefined;

/**
 * Shows what the annotators of an article disagree on.
 * @param folder the project's
 */
export function showAdjudication(app: App, article: Uri, folder: Uri): void {
  if (open) {
    open.panel.reveal();
    open.show(article, folder);
  } else open = makePanel(app, article, folder);
}

function makePanel(app: App, firstArticle: Uri, firstFolder: Uri): NonNullable<typeof open> {
  let article = firstArticle;
  let folder = firstFolder;
  let state: AdjudicationState | null = null;
  let labels: readonly ShownLabel[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let watchers: readonly Disposable[] = [];
  /** Counts what was asked, so that an answer that was overtaken is left out. */
  let asked = 0;
  let isOpen = true;

  const panel = openPage(app, {
    id: 'adjudication',
    title: titleOf(article),
    column: window.activeTextEditor?.viewColumn ?? ViewColumn.Active,
    receive: (message: FromPage) => receive(message),
  });
  const post = (message: ToPage): void => {
    if (isOpen) void panel.webview.postMessage(message);
  };

  const uriOf = (uri: Uri): string => app.client.code2ProtocolConverter.asUri(uri);
  /** Shows what the server says; what was asked before is out of date by then. */
  const take = (found: AdjudicationState): void => {
    asked++;
    state = found;
    post({ kind: 'state', state, labels });
  };

  const look = async (): Promise<void> => {
    const mine = ++asked;
    try {
      const [found, itsLabels] = await Promise.all([
        requestAdjudication(app, article),
        requestLabels(app, folder),
      ]);
      if (mine !== asked) return;
      labels = itsLabels;
      if (found) take(found);
      else post({ kind: 'failed', reason: l10n.t('the article lies in no project’s folder.') });
    } catch (error) {
      if (mine === asked) post({ kind: 'failed', reason: reasonOf(error) });
    }
  };
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), PAUSE);
  };
  const watch = (): void => {
    for (const watcher of watchers) watcher.dispose();
    watchers = ['annotations/**/*.jsonl', 'hashiya.json'].flatMap((pattern) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, pattern));
      // Other articles' annotations change nothing here.
      const isOurs = (uri: Uri): boolean =>
        !uri.path.endsWith('.jsonl') || state === null || uri.path.endsWith(`/${state.path}.jsonl`);
      const tell = (uri: Uri): void => {
        if (isOurs(uri)) changed();
      };
      return [watcher, watcher.onDidChange(tell), watcher.onDidCreate(tell), watcher.onDidDelete(tell)];
    });
  };

  /** Has the server settle something, and tells the page what came of it. */
  const settle = async (id: string | null, params: AdjudicateParams): Promise<void> => {
    try {
      const result = await app.client.sendRequest<AdjudicateResult>(ADJUDICATE_REQUEST, params);
      if (params.uri !== uriOf(article)) return;
      // First what now is, then that it was done: in between nothing looks as if it had been forgotten.
      if (result.state) take(result.state);
      post({ kind: 'answer', id, refused: result.refused });
    } catch (error) {
      post({ kind: 'answer', id, refused: reasonOf(error) });
    }
  };

  const receive = async (message: FromPage): Promise<void> => {
    const uri = uriOf(article);
    switch (message.kind) {
      case 'ready':
        post({ kind: 'hello', language: language(), texts: texts() });
        return look();
      case 'decide':
        return settle(message.id, { uri, id: message.id, taken: message.taken });
      case 'takeAgreed':
        return settle(null, { uri, agreed: true });
      case 'open':
        return openPlace(article, state, message.id, panel.viewColumn);
      case 'another': {
        const picked = await pickContested(app, folder, l10n.t('Article to adjudicate'));
        if (picked) show(picked, folder);
      }
    }
  };

  const show = (next: Uri, of: Uri): void => {
    article = next;
    folder = of;
    state = null;
    panel.title = titleOf(article);
    watch();
    void look();
  };

  const listeners = [
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === article.toString()) changed();
    }),
    // Watchers may miss what happens in a folder that is only just there, as the gold layer's is at first.
    panel.onDidChangeViewState(() => {
      if (panel.active) changed();
    }),
  ];
  panel.onDidDispose(() => {
    isOpen = false;
    asked++;
    clearTimeout(waiting);
    for (const watcher of [...watchers, ...listeners]) watcher.dispose();
    open = undefined;
  });
  watch();
  return { panel, show };
}

const titleOf = (article: Uri): string =>
  l10n.t('Adjudication: {0}', article.path.split('/').findLast(Boolean) ?? '');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Shows and selects the place of a dispute: where the article is on screen already, else beside the panel. */
async function openPlace(
  article: Uri,
  state: AdjudicationState | null,
  id: string,
  own: ViewColumn | undefined,
): Promise<void> {
  const dispute = state?.disputes.find((one) => one.id === id);
  if (!dispute) return;
  const shown = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === article.toString(),
  );
  const isAlone = window.tabGroups.all.length < 2;
  const other = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own)?.viewColumn;
  await window.showTextDocument(await workspace.openTextDocument(article), {
    viewColumn: shown?.viewColumn ?? (isAlone ? ViewColumn.Beside : other) ?? ViewColumn.Beside,
    selection: rangeOf(dispute.range),
  });
}
