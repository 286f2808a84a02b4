import { WorkDoneProgress } from 'vscode-languageclient';
import {
  CancellationTokenSource,
  commands,
  l10n,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type WebviewPanel,
} from 'vscode';
import type { ProjectStatistics } from '../../core/dataset/statistics/figures.ts';
import { STATISTICS_REQUEST, type StatisticsParams, type StatisticsResult } from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { language } from '../language.ts';
import { requestLabels } from '../webview/labels.ts';
import { openPage } from '../webview/page.ts';
import { onAnnotationsChange } from './changes.ts';
import type { FromPage, Target, ToPage } from './messages.ts';
import { texts } from './texts.ts';

/** How long nothing may change before figures are counted anew, in milliseconds. */
const PAUSE = 1000;

/** Where counting takes longer, it is left to the person to do it again. */
const QUICK = 5000;

/** The dashboards that are open, by the folder that they are of. */
const open = new Map<string, WebviewPanel>();

/** Shows the dashboard of a project's folder: the one that is open, or a new one. */
export function showDashboard(app: App, folder: Uri): void {
  const known = open.get(folder.toString());
  if (known) known.reveal();
  else
    open.set(
      folder.toString(),
      makePanel(app, folder, () => open.delete(folder.toString())),
    );
}

function makePanel(app: App, folder: Uri, onClosed: () => void): WebviewPanel {
  const project = folder.path.split('/').findLast(Boolean) ?? '';
  const panel = openPage(app, {
    id: 'dashboard',
    title: l10n.t('Statistics of {0}', project),
    column: window.activeTextEditor?.viewColumn ?? ViewColumn.Active,
    receive: (message: FromPage) => receive(message),
  });
  const { webview } = panel;
  let counting: CancellationTokenSource | undefined;
  let statistics: ProjectStatistics | undefined;
  let took = 0;
  let isOutdated = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const post = (message: ToPage): void => void webview.postMessage(message);

  const count = async (): Promise<void> => {
    counting?.cancel();
    const source = new CancellationTokenSource();
    counting = source;
    isOutdated = false;
    const started = Date.now();
    const isCurrent = (): boolean => counting === source;
    try {
      const [result, labels] = await Promise.all([
        requestStatistics(app, folder, source, (article, percentage) => {
          if (isCurrent()) post({ kind: 'progress', article, percentage });
        }),
        requestLabels(app, folder),
      ]);
      if (!isCurrent()) return;
      took = Date.now() - started;
      statistics = result.statistics;
      post({ kind: 'figures', project, statistics, labels, troubles: result.troubles });
    } catch (error) {
      if (!isCurrent()) return;
      if (source.token.isCancellationRequested) post({ kind: 'cancelled' });
      else post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    } finally {
      source.dispose();
    }
  };

  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      isOutdated = true;
      if (!panel.visible) return;
      if (took <= QUICK) void count();
      else post({ kind: 'outdated' });
    }, PAUSE);
  };

  const receive = async (message: FromPage): Promise<void> => {
    switch (message.kind) {
      case 'ready':
        post({ kind: 'hello', language: language(), texts: texts() });
        return count();
      case 'refresh':
        return count();
      case 'cancel':
        return counting?.cancel();
      case 'open':
        return openTarget(folder, message.target, statistics, panel.viewColumn);
      case 'save':
        return savePicture(folder, project, message);
    }
  };

  const listeners: Disposable[] = [
    onAnnotationsChange(app, folder, changed),
    panel.onDidChangeViewState(() => {
      if (panel.visible && isOutdated) changed();
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(waiting);
    counting?.cancel();
    counting = undefined;
    for (const listener of listeners) listener.dispose();
    onClosed();
  });
  return panel;
}

async function requestStatistics(
  { client }: App,
  folder: Uri,
  { token }: CancellationTokenSource,
  onProgress: (article: string, percentage: number) => void,
): Promise<StatisticsResult<ProjectStatistics>> {
  const workDoneToken = `hashiya/statistics/${crypto.randomUUID()}`;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'report') onProgress(value.message ?? '', value.percentage ?? 0);
  });
  try {
    const params: StatisticsParams = { folder: client.code2ProtocolConverter.asUri(folder), workDoneToken };
    return await client.sendRequest<StatisticsResult<ProjectStatistics>>(STATISTICS_REQUEST, params, token);
  } finally {
    listener.dispose();
  }
}

/** Opens what was clicked; only what the figures themselves tell of, so that no page can ask for other files. */
async function openTarget(
  folder: Uri,
  target: Target,
  statistics: ProjectStatistics | undefined,
  viewColumn: ViewColumn | undefined,
): Promise<void> {
  if (target.kind === 'annotator') {
    if (!statistics?.coverage.annotators.some(({ annotator }) => annotator === target.annotator)) return;
    await commands.executeCommand('revealInExplorer', await annotationsOf(folder, target.annotator));
    return;
  }
  const file = target.kind === 'place' ? target.place.file : target.file;
  if (!statistics?.dataset.byArticle.some((article) => article.file === file)) return;
  const document = await workspace.openTextDocument(Uri.joinPath(folder, file));
  const editor = { ...(viewColumn && { viewColumn }), preview: true };
  if (target.kind === 'article') {
    await window.showTextDocument(document, editor);
    return;
  }
  const { line, character, length } = target.place;
  // A quotation may run over several lines.
  const start = document.offsetAt(new Range(line - 1, character, line - 1, character).start);
  const selection = new Range(document.positionAt(start), document.positionAt(start + length));
  await window.showTextDocument(document, { ...editor, selection });
}

/** The folder of an annotator's annotations, or the one that holds it where its name is written otherwise. */
async function annotationsOf(folder: Uri, annotator: string): Promise<Uri> {
  const annotations = Uri.joinPath(folder, 'annotations');
  const names = (await workspace.fs.readDirectory(annotations)).map(([name]) => name);
  return names.includes(annotator) ? Uri.joinPath(annotations, annotator) : annotations;
}

async function savePicture(
  folder: Uri,
  project: string,
  { name, format, content }: Extract<FromPage, { kind: 'save' }>,
): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${project}-${name.replace(/[^a-z-]/g, '')}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!target) return;
  await workspace.fs.writeFile(
    target,
    Uint8Array.from(atob(content), (character) => character.charCodeAt(0)),
  );
  window.setStatusBarMessage(l10n.t('Saved: {0}', workspace.asRelativePath(target)), 5000);
}
