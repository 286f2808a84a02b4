import { commands, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { openLater } from '../greet-sample.ts';
import {
  annotationPath,
  annotationsAt,
  articlePath,
  freeName,
  GIT_ATTRIBUTES,
  SAMPLE_ARTICLES,
  SAMPLE_PROJECT_FILE,
  SAMPLES,
} from '../sample-project.ts';
import type { Command } from './command.ts';
import { showInformation } from '../notices.ts';

/** What a sample project is called, unless something has that name. */
const NAME = 'hashiya-sample';

/** Makes a project of sample articles in a folder of its own, some annotated, and offers to open it. */
export const createSampleProject: Command = {
  id: 'createSampleProject',
  title: { en: 'Create Sample Project…', ar: 'إنشاء مشروع نموذجي…' },
  icon: 'beaker',
  anywhere: true,
  async run({ context }) {
    const [place] =
      (await window.showOpenDialog({
        canSelectFolders: true,
        canSelectFiles: false,
        title: l10n.t('Where to put the folder {0}', NAME),
        openLabel: l10n.t('Create Here'),
      })) ?? [];
    if (!place) return;
    const location = ProgressLocation.Notification;
    const title = l10n.t('Creating the sample project');
    const folder = await window.withProgress({ location, title }, () =>
      copySamples(context.extensionUri, place),
    );
    const here = l10n.t('Open Here');
    const answer = await showInformation(
      l10n.t('The sample project is ready: {0}', folder.path.split('/').at(-1) ?? NAME),
      { modal: true, detail: l10n.t('{0} articles, some annotated, two untouched.', SAMPLE_ARTICLES.length) },
      here,
      l10n.t('Open in New Window'),
    );
    if (!answer) return;
    await openLater(context, folder);
    const how = answer === here ? { forceReuseWindow: true } : { forceNewWindow: true };
    await commands.executeCommand('vscode.openFolder', folder, how);
  },
};

/** @returns the new folder */
async function copySamples(extension: Uri, place: Uri): Promise<Uri> {
  const taken = (await workspace.fs.readDirectory(place)).map(([name]) => name);
  const folder = Uri.joinPath(place, freeName(NAME, taken));
  // By name: an extension that is served over the net cannot list its own folders.
  const read = async (path: string) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await workspace.fs.readFile(Uri.joinPath(extension, SAMPLES, path)),
    );
  const write = (path: string, content: string) =>
    workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(content));
  await write('hashiya.json', await read(SAMPLE_PROJECT_FILE));
  await write('.gitattributes', GIT_ATTRIBUTES);
  for (const article of SAMPLE_ARTICLES) {
    await write(articlePath(article), await read(articlePath(article)));
    if (article.status === 'new') continue;
    const content = annotationsAt(article.status, await read(annotationPath(article)));
    await write(annotationPath(article), content);
  }
  return folder;
}
