import type { Uri } from 'vscode';
import { l10n, window, type QuickPickItem } from 'vscode';
import {
  IMPORT_REQUEST,
  type FormatChoice,
  type ImportParams,
  type ImportResult,
} from '../../server/protocol.ts';
import { longRequest } from '../long-request.ts';
import { pickFolder } from '../pick-folder.ts';
import { pickFormat } from '../pick-format.ts';
import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { showInformation, showWarning } from '../notices.ts';

/** Takes a dataset into a project, as marks or as annotations; what could not be placed is told. */
export const importDataset: Command = {
  id: 'import',
  title: { en: 'Import Dataset…', ar: 'استيراد مجموعة بيانات…' },
  icon: 'cloud-download',
  key: 'alt+a alt+i',
  anywhere: true,
  async run(app) {
    const folder = await pickFolder(app);
    if (!folder) return;
    const format = await pickFormat(app, l10n.t('Format of the dataset'));
    if (!format) return;
    const dataset = await pickDataset(folder, format);
    if (!dataset) return;
    const target = await pickTarget();
    if (!target) return;
    const { code2ProtocolConverter } = app.client;
    const params: ImportParams = {
      folder: code2ProtocolConverter.asUri(folder),
      format: format.id,
      dataset: code2ProtocolConverter.asUri(dataset),
      isFolder: format.suffix === '',
      target,
    };
    const title = l10n.t('Importing: {0}', format.title);
    const result = await longRequest<ImportResult>(app, IMPORT_REQUEST, title, params);
    if (result) await tell(app, result);
  },
};

async function pickDataset(folder: Uri, { suffix }: FormatChoice): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    defaultUri: folder,
    canSelectFiles: suffix !== '',
    canSelectFolders: suffix === '',
    openLabel: l10n.t('Import'),
    ...(suffix === '' ? {} : { filters: { [suffix]: [suffix.slice(1)], '*': ['*'] } }),
  });
  return picked?.[0];
}

async function pickTarget(): Promise<ImportParams['target'] | undefined> {
  const items: (QuickPickItem & { target: ImportParams['target'] })[] = [
    {
      label: l10n.t('As marks'),
      detail: l10n.t('Suggestions in the place of Hashiya’s own, to accept or reject.'),
      target: 'marks',
    },
    {
      label: l10n.t('As annotations'),
      detail: l10n.t('As if you had decided on each; what you have decided already stays.'),
      target: 'annotations',
    },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('What its spans become') });
  return picked?.target;
}

async function tell({ reports }: App, { articles, taken, known, losses }: ImportResult): Promise<void> {
  const done = l10n.t('Imported. Spans: {0}. Articles: {1}. Known already: {2}.', taken, articles, known);
  if (losses.length === 0) {
    await showInformation(done);
    return;
  }
  const report = l10n.t('Show Report');
  const answer = await showWarning(`${done} ${l10n.t('Not taken as they are: {0}.', losses.length)}`, report);
  if (answer === report)
    await reports.show([
      `# ${l10n.t('Import report')}`,
      done,
      `## ${l10n.t('What could not be taken as it is')}`,
      ...losses.map((loss) => `- ${loss}`),
    ]);
}
