import { l10n, Uri, window, workspace } from 'vscode';
import type { App } from './app.ts';
import { showWarning } from './notices.ts';

/**
 * The folder of the project of the article that is open, else the workspace folder, which is asked for among several;
 * undefined where there is none, and that has been said, or nothing was picked.
 */
export async function pickFolder(app: App): Promise<Uri | undefined> {
  const document = app.editors.active?.document;
  if (document) {
    const { project } = await app.schemes.of(document);
    if (project) return Uri.joinPath(app.client.protocol2CodeConverter.asUri(project), '..');
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (folder) return folder.uri;
  }
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void showWarning(l10n.t('Open the folder of the articles first: a dataset is made of a folder.'));
    return undefined;
  }
  return folders.length === 1 ? folders[0]?.uri : (await window.showWorkspaceFolderPick())?.uri;
}
