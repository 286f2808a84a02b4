import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { marksIn } from './articles.ts';
import { until } from './until.ts';

describe('annotations that cannot be written', () => {
  let folder: vscode.Uri;
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const write = (name: string, content: string) =>
    vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(content));

  before(async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = vscode.Uri.joinPath(root.uri, 'blocked');
    await write('hashiya.json', '{}');
    // A file lies where the folder of the annotations should be.
    await write('annotations', '');
    await write('article.txt', 'زار الرئيس محمد مرسي القاهرة أمس.\nوقال محمد مرسي إن الأمر خطير جدا.\n');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are written when the person asks for it again and nothing is in the way any more', async () => {
    const uri = at('article.txt');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const [mark] = await until('marks', () => {
      const marks = marksIn(uri);
      return marks.length > 0 && marks;
    });
    assert.ok(mark);
    editor.selection = new vscode.Selection(mark.range.start, mark.range.start);
    const before = marksIn(uri).length;
    await vscode.commands.executeCommand('hashiya.accept');
    await until('the mark to go', () => marksIn(uri).length < before);
    await vscode.commands.executeCommand('hashiya.saveAgain');
    assert.deepEqual(await storedIn(), [], 'nothing can be on disk');
    await vscode.workspace.fs.delete(at('annotations'));
    await vscode.commands.executeCommand('hashiya.saveAgain');
    assert.equal((await storedIn()).length, 1);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  const storedIn = async () => {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, 'annotations/**/*.jsonl'),
      null,
    );
    const contents = await Promise.all(found.map((file) => vscode.workspace.fs.readFile(file)));
    return contents
      .flatMap((bytes) => new TextDecoder().decode(bytes).split('\n'))
      .filter((line) => line.includes('"target"'));
  };
});
