import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { articlePath, SAMPLE_ARTICLES } from './sample-project.ts';

/** The folder of a sample project that is about to be opened. */
const PENDING = 'sampleToOpen';

/** Remembers a sample project over the opening of its folder, which may be in another window. */
export const openLater = (context: ExtensionContext, folder: Uri): Thenable<void> =>
  context.globalState.update(PENDING, folder.toString());

/** Where this window has just opened a new sample project: shows its first article, the walkthrough and the articles. */
export async function greetSample(context: ExtensionContext): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const [first] = SAMPLE_ARTICLES;
  const pending = context.globalState.get<string>(PENDING);
  // An address may be spelt otherwise in another window; the path is the same.
  if (!folder || !first || !pending || Uri.parse(pending).path !== folder.uri.path) return;
  await context.globalState.update(PENDING, undefined);
  await window.showTextDocument(Uri.joinPath(folder.uri, articlePath(first)));
  await commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, true);
  await commands.executeCommand('hashiya.views.articles.focus');
  await commands.executeCommand('workbench.action.focusFirstEditorGroup');
}
