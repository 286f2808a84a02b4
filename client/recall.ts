import type { ArticleState } from '../server/protocol.ts';

/** What the server said of articles that were closed lately, to be drawn when they are opened again. */
export interface Recall {
  /** @param text the article's, to which the state belongs */
  keep(text: string, state: ArticleState): void;
  /** The state that was kept for a text, as one of the version that it is opened with; undefined for any other text. */
  find(uri: string, text: string, version: number): ArticleState | undefined;
}

/** @param most how many articles are kept; the one that was closed first is forgotten first */
export function createRecall(most: number): Recall {
  const kept = new Map<string, { readonly text: string; readonly state: ArticleState }>();
  return {
    keep(text, state) {
      kept.delete(state.uri);
      kept.set(state.uri, { text, state });
      for (const uri of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(uri);
    },
    find(uri, text, version) {
      const found = kept.get(uri);
      return found?.text === text ? { ...found.state, version } : undefined;
    },
  };
}
