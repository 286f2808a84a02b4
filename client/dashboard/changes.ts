import { Disposable, RelativePattern, workspace, type Uri } from 'vscode';
import type { App } from '../app.ts';

/**
 * Calls back when annotations of a folder have changed: through the editor, of which the server tells at once, or by
 * others, of which the file system tells (not always of files in a folder that is new itself).
 */
export function onAnnotationsChange(app: App, folder: Uri, changed: () => void): Disposable {
  const watchers = ['annotations/**/*.jsonl', 'hashiya.json'].map((pattern) =>
    workspace.createFileSystemWatcher(new RelativePattern(folder, pattern)),
  );
  /** What was decided on each open article, by its URI. */
  const known = new Map<string, string>();
  return Disposable.from(
    ...watchers,
    ...watchers.flatMap((watcher) => [
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    ]),
    app.articles.onDidChange((document) => {
      const decided = (app.articles.latest(document)?.items ?? [])
        .filter(({ state }) => state !== 'mark')
        .map(({ id, label, state }) => `${id} ${label} ${state}`)
        .join('\n');
      const uri = document.uri.toString();
      // The first state of an article that is opened is no change.
      if (known.has(uri) && known.get(uri) !== decided) changed();
      known.set(uri, decided);
    }),
  );
}
