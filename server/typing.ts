import type { CancellationToken } from 'vscode-languageserver';

/** In which articles somebody is typing, and who waits for the end of it. */
export interface Typing {
  readonly begins: (uri: string) => void;
  readonly ends: (uri: string) => void;
  /** Resolves when nobody types in an article, or nobody wants to know any more. */
  readonly rested: (uri: string, token: CancellationToken) => Promise<void>;
}

/** Nobody types anywhere yet. */
export function createTyping(): Typing {
  const typed = new Map<string, Set<() => void>>();
  return {
    begins(uri) {
      if (!typed.has(uri)) typed.set(uri, new Set());
    },
    ends(uri) {
      const waiting = typed.get(uri);
      typed.delete(uri);
      for (const resolve of waiting ?? []) resolve();
    },
    rested(uri, token) {
      const waiting = typed.get(uri);
      if (!waiting || token.isCancellationRequested) return Promise.resolve();
      return new Promise((resolve) => {
        const listener = token.onCancellationRequested(() => done());
        const done = (): void => {
          waiting.delete(done);
          listener.dispose();
          resolve();
        };
        waiting.add(done);
      });
    },
  };
}
