import { EventEmitter, type Selection } from 'vscode';
import type { FocusStore } from './app.ts';
import type { ArticleEditor } from './article-editors.ts';
import type { Focus } from './items.ts';

/** As many actions back as a person remembers. */
const REMEMBERED = 100;

/** Remembers where each editor's last steps went and came from, as long as the editor lives. */
export function createFocusStore(): FocusStore {
  const focuses = new WeakMap<ArticleEditor, Focus>();
  const changed = new EventEmitter<ArticleEditor>();
  const trails = new WeakMap<ArticleEditor, readonly Selection[]>();
  return {
    of: (editor) => focuses.get(editor) ?? null,
    set(editor, focus) {
      focuses.set(editor, focus);
      changed.fire(editor);
    },
    onDidChange: changed.event,
    leave: (editor, from) =>
      void trails.set(editor, [...(trails.get(editor) ?? []), from].slice(-REMEMBERED)),
    cameFrom(editor) {
      const trail = trails.get(editor) ?? [];
      trails.set(editor, trail.slice(0, -1));
      return trail.at(-1);
    },
  };
}
