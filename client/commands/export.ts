import { l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import {
  EXPORT_REQUEST,
  type ExportParams,
  type ExportResult,
  type FormatChoice,
} from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { longRequest } from '../long-request.ts';
import { pickFolder } from '../pick-folder.ts';
import { pickFormat } from '../pick-format.ts';
import type { Command } from './command.ts';
import { showInformation, showWarning } from '../notices.ts';

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
    const format = await pickFormat(app, l10n.t('Format of the dataset'));
    if (!format) return;
    const options = await pickOptions();
    if (!options) return;
    const target = await pickTarget(folder, options.split ? '' : format.suffix);
    if (!target) return;
    const { code2ProtocolConverter } = app.client;
    const params: ExportParams = {
      folder: code2ProtocolConverter.asUri(folder),
      format: format.id,
      ...options,
      target: code2ProtocolConverter.asUri(target),
    };
    const title = l10n.t('Exporting: {0}', format.title);
    const result = await longRequest<ExportResult>(app, EXPORT_REQUEST, title, params);
    if (result) await tell(app, result);
  },
};

type Options = Pick<ExportParams, 'marks' | 'boilerplate' | 'sentences' | 'split'>;

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
    {
      label: l10n.t('Split it'),
      detail: l10n.t(
        'Into train, validation and test as hashiya.json says, else 80/10/10; near-duplicates together.',
      ),
      option: 'split',
    },
    {
      label: l10n.t('Sentences'),
      detail: l10n.t('Each sentence a document of its own.'),
      option: 'sentences',
    },
  ];
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: l10n.t('How the dataset is made; Enter goes on'),
  });
  const has = (option: keyof Options) => picked?.some((item) => item.option === option) ?? false;
  return (
    picked && {
      marks: has('marks'),
      boilerplate: has('boilerplate'),
      sentences: has('sentences'),
      split: has('split'),
    }
  );
}

async function pickTarget(folder: Uri, suffix: FormatChoice['suffix']): Promise<Uri | undefined> {
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

async function tell(
  { reports }: App,
  { files, articles, annotations, splits, losses }: ExportResult,
): Promise<void> {
  const open = l10n.t('Open');
  const report = l10n.t('Show Report');
  const parts = (splits ?? []).map((split) => `${split.name} ${split.articles}`).join(', ');
  const exported = l10n.t('Exported. Annotations: {0}. Articles: {1}.', annotations, articles);
  const done = parts === '' ? exported : `${exported} ${parts}.`;
  const [file] = files;
  const actions = [...(file ? [open] : []), ...(losses.length > 0 ? [report] : [])];
  const answer =
    losses.length > 0
      ? await showWarning(`${done} ${l10n.t('Changed or left out: {0}.', losses.length)}`, ...actions)
      : await showInformation(done, ...actions);
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
