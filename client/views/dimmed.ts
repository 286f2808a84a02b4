import { ThemeColor, window, type Disposable } from 'vscode';

/** The scheme of the resources that rows drawn faintly stand for. */
export const DIMMED = 'hashiya-dimmed';

/** Draws rows faintly that no longer count; a tree has no other way to do so. */
export const dimRows = (): Disposable =>
  window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme }) =>
      scheme === DIMMED ? { color: new ThemeColor('disabledForeground') } : undefined,
  });
