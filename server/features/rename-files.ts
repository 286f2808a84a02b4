/** workspace/willRenameFiles: the annotations of an article go with it, whoever made them. */
import { ResourceOperationKind } from 'vscode-languageserver';
import type { FileRename, RenameFile, WorkspaceEdit } from 'vscode-languageserver';
import { guarded } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { pathWithin, within } from '../uris.ts';

/** The renamings of annotation files that the renaming of an article, or of a folder of articles, asks for. */
async function renamingsFor(server: Server, { oldUri, newUri }: FileRename): Promise<RenameFile[]> {
  const { folder } = await server.projects.of(oldUri);
  const [from, to] = [pathWithin(folder, oldUri), pathWithin(folder, newUri)];
  // What leaves the project leaves its annotations behind; what lies among the annotations is no article.
  if (from === null || to === null || from.startsWith('annotations/')) return [];
  const annotations = within(folder, 'annotations');
  return (await server.runtime.files.list(annotations)).flatMap((uri) => {
    const [, annotator = '', article = ''] = /^([^/]+)\/(.+)$/.exec(pathWithin(annotations, uri) ?? '') ?? [];
    const isOfFile = article === `${from}.jsonl`;
    if (!isOfFile && !article.startsWith(`${from}/`)) return [];
    const renamed = within(annotations, `${annotator}/${to}${article.slice(from.length)}`);
    return [{ kind: 'rename', oldUri: uri, newUri: renamed, options: { ignoreIfExists: true } }];
  });
}

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
