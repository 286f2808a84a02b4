/** workspace/willRenameFiles: the annotations of an article go with it, whoever made them, with their history, and its imported marks. */
import { ResourceOperationKind } from 'vscode-languageserver';
import type { FileRename, RenameFile, WorkspaceEdit } from 'vscode-languageserver';
import { guarded } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { pathWithin, within } from '../uris.ts';

/** The renamings of files of annotations and marks that the renaming of an article, or of a folder of articles, asks for. */
async function renamingsFor(server: Server, { oldUri, newUri }: FileRename): Promise<RenameFile[]> {
  const { folder } = await server.projects.of(oldUri);
  const [from, to] = [pathWithin(folder, oldUri), pathWithin(folder, newUri)];
  // What leaves the project leaves its annotations behind; what lies among them is no article.
  if (from === null || to === null || /^(?:annotations|history|marks)\/.*\.jsonl$/.test(from)) return [];
  const renamings: RenameFile[] = [];
  for (const [name, form] of STORES)
    for (const uri of await server.runtime.files.list(within(folder, name))) {
      const [, before = '', article = ''] = form.exec(pathWithin(folder, uri) ?? '') ?? [];
      const isOfArticle = article.startsWith(from) && BEHIND_ARTICLE.test(article.slice(from.length));
      if (!isOfArticle && !article.startsWith(`${from}/`)) continue;
      const renamed = within(folder, before + to + article.slice(from.length));
      renamings.push({ kind: 'rename', oldUri: uri, newUri: renamed, options: { ignoreIfExists: true } });
    }
  return renamings;
}

/** What a file's path has behind its article's: damaged versions of it go along, too. */
const BEHIND_ARTICLE = /^\.jsonl(?:(?:\.\d+)?\.broken)?$/;

/** Where files lie that belong to articles, and which part of their path is the article's. */
const STORES: readonly (readonly [folder: string, form: RegExp])[] = [
  ['annotations', /^(annotations\/[^/]+\/)(.+)$/],
  ['history', /^(history\/[^/]+\/)(.+)$/],
  ['marks', /^(marks\/)(.+)$/],
];

/** Renames annotation files together with articles, in the one step that the editor can undo. */
export const renameFiles: Feature = {
  capabilities: (client) =>
    client.workspace?.fileOperations?.willRename &&
    client.workspace.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Rename)
      ? { workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } } }
      : {},
  register(server) {
    server.connection.workspace.onWillRenameFiles(
      guarded(server, 'renaming files', null, async ({ files }): Promise<WorkspaceEdit | null> => {
        const renamings = await Promise.all(files.map((file) => renamingsFor(server, file)));
        return renamings.flat().length > 0 ? { documentChanges: renamings.flat() } : null;
      }),
    );
  },
};
