import { EventEmitter, l10n, Uri, window, workspace, type Disposable } from 'vscode';

/** Shows reports as documents that cannot be edited or saved by mistake. */
export interface Reports extends Disposable {
  /** @param paragraphs in Markdown */
  show(paragraphs: readonly string[]): Promise<void>;
}

/** Makes reports readable in the editor. */
export function provideReports(): Reports {
  const uri = Uri.from({ scheme: 'hashiya-report', path: `/${l10n.t('Export report')}.md` });
  const changed = new EventEmitter<Uri>();
  let content = '';
  const provider = workspace.registerTextDocumentContentProvider(uri.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => content,
  });
  return {
    async show(paragraphs) {
      content = `${paragraphs.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`;
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri));
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
