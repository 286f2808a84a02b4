import { commands } from 'vscode';
import type { App } from '../app.ts';
import { readersOf } from './readers.ts';

/**
 * Shows a list, and gives the keyboard back to the reading view that it was opened from.
 * VS Code does so itself, but where Escape comes before the page knows that it has lost the keyboard, keys would go to the
 * frame round the page, and nowhere.
 */
export async function keepingKeyboard<Picked>(app: App, list: () => Thenable<Picked>): Promise<Picked> {
  const reader = readersOf(app)?.active;
  const had = reader?.hasKeyboard;
  const picked = await list();
  if (had && readersOf(app)?.active === reader)
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return picked;
}
