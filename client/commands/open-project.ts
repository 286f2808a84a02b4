import { l10n, Uri, window, workspace } from 'vscode';
import type { App } from '../app.ts';
import { projectTemplate, type DescribedSchema } from '../project-template.ts';
import type { Command } from './command.ts';
import { showInformation, showWarning } from '../notices.ts';
import { asLabel } from '../foreign-text.ts';

/** Opens the project file; where there is none, makes one with every field explained, after asking. */
export const openProject: Command = {
  id: 'openProject',
  title: { en: 'Open Project File', ar: 'فتح ملف المشروع' },
  icon: 'settings-gear',
  key: 'alt+a alt+p',
  anywhere: true,
  async run(app) {
    const file = (await projectOfArticle(app)) ?? (await pickProject()) ?? (await createProject(app));
    if (file) await window.showTextDocument(file);
  },
};

async function projectOfArticle(app: App): Promise<Uri | undefined> {
  const document = app.editors.active?.document;
  if (!document) return undefined;
  const { project } = await app.schemes.of(document);
  return project ? app.client.protocol2CodeConverter.asUri(project) : undefined;
}

async function pickProject(): Promise<Uri | undefined> {
  const found = await workspace.findFiles('**/hashiya.json', '**/node_modules/**', 50);
  if (found.length < 2) return found[0];
  const items = found.map((uri) => ({ label: asLabel(workspace.asRelativePath(uri)), uri }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Project file') }))?.uri;
}

async function createProject(app: App): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void showWarning(l10n.t('Open the folder of the articles first: hashiya.json stands in it.'));
    return undefined;
  }
  const folder = folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick();
  if (!folder) return undefined;
  const create = l10n.t('Create hashiya.json');
  // Modal, so that Enter answers it: no key reaches the buttons of a notification.
  const answer = await showInformation(
    l10n.t('{0} has no project file.', folder.name),
    {
      modal: true,
      detail: l10n.t('Articles can be annotated without one; it says which files are articles.'),
    },
    create,
  );
  if (answer !== create) return undefined;
  const file = Uri.joinPath(folder.uri, 'hashiya.json');
  const heading = l10n.t(
    'Hashiya’s project file. Every field may be left out; each stands here with its default.',
  );
  const content = projectTemplate(await projectSchema(app), heading);
  await workspace.fs.writeFile(file, new TextEncoder().encode(content));
  return file;
}

async function projectSchema({ context }: App): Promise<DescribedSchema> {
  const file = Uri.joinPath(context.extensionUri, 'schemas/hashiya.schema.json');
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as DescribedSchema;
}
