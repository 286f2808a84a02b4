// Runs inside the extension host of a real VS Code, in a folder of articles that is no project: activates Hashiya, then
// opens one article after the other. What it measured goes to the file that HASHIYA_MEASURED names.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

const EXTENSION = 'hashiya.hashiya';

/** How long marks are waited for, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Called by VS Code.
 * @returns {Promise<void>}
 * @throws Error where the extension is missing or was active before anybody asked, or where an article gets no marks
 */
export async function run() {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (!extension) throw new Error(`The editor has no extension ${EXTENSION}.`);
  if (extension.isActive) throw new Error('The extension was active before it was asked for.');
  const files = await vscode.workspace.findFiles('*.txt');
  const began = performance.now();
  await extension.activate();
  const activation = performance.now() - began;
  /** @type {number[]} */
  const marks = [];
  for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) marks.push(await openedToMarks(file));
  writeFileSync(String(process.env['HASHIYA_MEASURED']), JSON.stringify({ activation, marks }));
}

/** Milliseconds from the order to open an article to its first diagnostics of ours. */
async function openedToMarks(/** @type {vscode.Uri} */ file) {
  const marked = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${file.path} got no marks.`)), PATIENCE);
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.path === file.path)) return;
      if (!vscode.languages.getDiagnostics(file).some(({ source }) => source?.toLowerCase() === 'hashiya'))
        return;
      clearTimeout(timer);
      listener.dispose();
      resolve(performance.now());
    });
  });
  const began = performance.now();
  await vscode.window.showTextDocument(file);
  return (await marked) - began;
}
