import { WorkDoneProgress } from 'vscode-languageclient';
import {
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type CancellationToken,
  type Progress,
  type QuickPickItem,
} from 'vscode';
import {
  EXPORT_REQUEST,
  FORMATS_REQUEST,
  type ExportParams,
  type ExportResult,
  type FormatChoice,
} from '../../server/protocol.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';

/** Writes the annotations of a folder's articles as a dataset; what the format could not say is told. */
export const exportDataset: Command = {
  id: 'export',
  title: { en: 'Export Dataset…', ar: 'تصدير مجموعة بيانات…' },
  icon: 'export',
  key: 'alt+a alt+x',
  anywhere: true,
  async run(app) {
    const folder = await pickFolder(app);
    if (!folder) return;
    const format = await pickFormat(app);
    if (!format) return;
    const options = await pickOptions();
    if (!options) return;
    const target = await pickTarget(folder, format);
    if (!target) return;
    const { code2ProtocolConverter } = app.client;
    const params: ExportParams = {
      folder: code2ProtocolConverter.asUri(folder),
      format: format.id,
      ...options,
      target: code2ProtocolConverter.asUri(target),
    };
    const result = await withProgress(app, format, params);
    if (result) await tell(app, result);
  },
};

/** The folder of the project of the article that is open, else the workspace folder, which is asked for among several. */
async function pickFolder(app: App): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === 'article') {
    const { project } = await app.schemes.of(document);
    if (project) return Uri.joinPath(app.client.protocol2CodeConverter.asUri(project), '..');
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (folder) return folder.uri;
  }
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void window.showWarningMessage(
      l10n.t('Open the folder of the articles first: a dataset is made of a folder.'),
    );
    return undefined;
  }
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}

async function pickFormat({ client }: App): Promise<FormatChoice | undefined> {
  const formats = await client.sendRequest<FormatChoice[]>(FORMATS_REQUEST);
  const items = formats.map((format) => ({
    label: format.title,
    description: format.suffix,
    detail: format.description,
    format,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: l10n.t('Format of the dataset'),
    matchOnDetail: true,
  });
  return picked?.format;
}

type Options = Pick<ExportParams, 'marks' | 'boilerplate'>;

/** Undefined where the person gave up; nothing ticked is an answer. */
async function pickOptions(): Promise<Options | undefined> {
  const items: (QuickPickItem & { option: keyof Options })[] = [
    {
      label: l10n.t('Undecided marks too'),
      detail: l10n.t('What was suggested and not decided on, flagged where the format can.'),
      option: 'marks',
    },
    {
      label: l10n.t('Keep boilerplate'),
      detail: l10n.t('Also the lines that are not the article itself.'),
      option: 'boilerplate',
    },
  ];
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: l10n.t('What the dataset holds besides the annotations; Enter goes on'),
  });
  const has = (option: keyof Options) => picked?.some((item) => item.option === option) ?? false;
  return picked && { marks: has('marks'), boilerplate: has('boilerplate') };
}

async function pickTarget(folder: Uri, { suffix }: FormatChoice): Promise<Uri | undefined> {
  if (suffix) {
    const name = `${folder.path.split('/').findLast(Boolean) ?? 'dataset'}${suffix}`;
    return window.showSaveDialog({
      defaultUri: Uri.joinPath(folder, name),
      saveLabel: l10n.t('Export'),
      filters: { [suffix]: [suffix.slice(1)] },
    });
  }
  const picked = await window.showOpenDialog({
    defaultUri: folder,
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: l10n.t('Export here'),
  });
  return picked?.[0];
}

/** @returns undefined when it was cancelled or failed; a failure has been told */
async function withProgress(
  { client }: App,
  { title }: FormatChoice,
  params: ExportParams,
): Promise<ExportResult | undefined> {
  const run = async (
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ) => {
    const workDoneToken = `hashiya/export/${Date.now()}`;
    let reported = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'end') return;
      const percentage = value.percentage ?? reported;
      progress.report({ message: value.message ?? '', increment: percentage - reported });
      reported = percentage;
    });
    try {
      return await client.sendRequest<ExportResult>(EXPORT_REQUEST, { ...params, workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  };
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: l10n.t('Exporting: {0}', title) },
    run,
  );
}

async function tell({ reports }: App, { files, articles, annotations, losses }: ExportResult): Promise<void> {
  const open = l10n.t('Open');
  const report = l10n.t('Show Report');
  const done = l10n.t('Exported. Annotations: {0}. Articles: {1}.', annotations, articles);
  const [file] = files;
  const actions = [...(file ? [open] : []), ...(losses.length > 0 ? [report] : [])];
  const answer =
    losses.length > 0
      ? await window.showWarningMessage(
          `${done} ${l10n.t('Changed or left out: {0}.', losses.length)}`,
          ...actions,
        )
      : await window.showInformationMessage(done, ...actions);
  if (answer === open && file) await window.showTextDocument(Uri.parse(file));
  if (answer === report) {
    await reports.show([
      `# ${l10n.t('Export report')}`,
      done,
      ...files.map((name) => `- ${workspace.asRelativePath(Uri.parse(name))}`),
      `## ${l10n.t('What the format could not express')}`,
      ...losses.map((loss) => `- ${loss}`),
    ]);
  }
}
