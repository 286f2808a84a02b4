import type { TextEditor } from 'vscode';
import type { FocusStore } from './app.ts';
import type { Focus } from './items.ts';

/** Remembers where each editor's last step went, as long as the editor lives. */
export function createFocusStore(): FocusStore {
  const focuses = new WeakMap<TextEditor, Focus>();
  return {
    of: (editor) => focuses.get(editor) ?? null,
    set: (editor, focus) => void focuses.set(editor, focus),
  };
}
