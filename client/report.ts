import { EventEmitter, l10n, Uri, window, workspace, type Disposable } from 'vscode';

/** Shows reports as documents that cannot be edited or saved by mistake. */
export interface Reports extends Disposable {
  /**
   * @param paragraphs in Markdown
   * @param title what the document is called
   */
  show(paragraphs: readonly string[], title?: string): Promise<void>;
}

/** Makes reports readable in the editor. */
export function provideReports(): Reports {
  const scheme = 'hashiya-report';
  const changed = new EventEmitter<Uri>();
  const contents = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => contents.get(path) ?? '',
  });
  return {
    async show(paragraphs, title = l10n.t('Export report')) {
      const uri = Uri.from({ scheme, path: `/${title}.md` });
      contents.set(uri.path, `${paragraphs.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`);
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri));
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
