import { languages, type Disposable, type TextDocument } from 'vscode';
import type { Articles } from './articles.ts';

/** How long the annotations of an article must have rested before its outline is made anew, in milliseconds. */
const REST = 300;

/**
 * Keeps outline and breadcrumbs in step with the annotations. The editor asks for symbols when the text changes or the
 * providers do, and cannot be told otherwise; so a provider of nothing is put in the place of another one.
 */
export function refreshOutline(articles: Articles): Disposable {
  const provideNothing = () =>
    languages.registerDocumentSymbolProvider({ language: 'article' }, { provideDocumentSymbols: () => [] });
  const versions = new WeakMap<TextDocument, number>();
  let standing: Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    const before = standing;
    standing = provideNothing();
    before?.dispose();
  };
  const listener = articles.onDidChange((document) => {
    const state = articles.latest(document);
    if (state?.provisional) return;
    const version = state?.version;
    // For a new version of the text the editor asks by itself.
    if (version === undefined || versions.get(document) !== version) {
      if (version !== undefined) versions.set(document, version);
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(refresh, REST);
  });
  return {
    dispose() {
      clearTimeout(timer);
      listener.dispose();
      standing?.dispose();
    },
  };
}
