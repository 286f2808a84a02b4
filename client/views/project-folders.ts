import { RelativePattern, Uri, workspace } from 'vscode';

/** As many projects as a list of them shows. */
const MOST = 50;

/**
 * The folders whose articles belong together: those with a project file, and workspace folders without any.
 * @returns in the order of the workspace's folders, then by path
 */
export async function projectFolders(): Promise<Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(async ({ uri }) => {
      const pattern = new RelativePattern(uri, '**/hashiya.json');
      const files = await workspace.findFiles(pattern, '**/node_modules/**', MOST);
      const projects = files
        .map((file) => Uri.joinPath(file, '..'))
        .sort((a, b) => (a.path < b.path ? -1 : Number(a.path !== b.path)));
      return projects.length > 0 ? projects : [uri];
    }),
  );
  // Workspace folders may lie in one another.
  const known = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...known.values()];
}
