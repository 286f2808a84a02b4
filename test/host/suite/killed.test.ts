import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { marksIn } from './articles.ts';
import { storedFor } from './stored.ts';
import { until } from './until.ts';

/** After so many ends within three minutes the client starts no other server. */
const LAST = 5;

/** The processes of Hashiya's server whose parent is this extension host; null where the system does not tell. */
function servers(): number[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return Number(parent) === process.pid && command.includes('server.cjs');
        } catch {
          return false;
        }
      })
      .map(Number);
  } catch {
    return null;
  }
}

describe('a server that is killed', () => {
  let uri: vscode.Uri;
  let editor: vscode.TextEditor;

  before(async function () {
    if (servers()?.length !== 1) return this.skip();
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root);
    uri = vscode.Uri.joinPath(root.uri, 'articles/killed.txt');
    const text = 'زار الرئيس محمد مرسي القاهرة أمس.\nوقالت فرنسا واليابان إن الأمر خطير جدا.\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });
  after(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (uri) await vscode.workspace.fs.delete(uri);
  });

  /** Accepts a mark, and waits until it is on disk. */
  async function accept(words: string): Promise<void> {
    const mark = await until(`a mark on ${words}`, () =>
      marksIn(uri).find(({ range }) => editor.document.getText(range) === words),
    );
    editor.selection = new vscode.Selection(mark.range.start, mark.range.start);
    await vscode.commands.executeCommand('hashiya.accept');
    await until(`${words} on disk`, async () => (await accepted()).includes(words));
  }
  const accepted = async (): Promise<string[]> => (await storedFor(uri)).map(({ exact }) => exact).sort();

  async function kill(): Promise<number> {
    const [pid] = servers() ?? [];
    assert.ok(pid, 'no server runs');
    process.kill(pid, 'SIGKILL');
    await until('the server to end', () => servers()?.includes(pid) === false);
    return pid;
  }

  it('is started again, with what was annotated and what was typed', async () => {
    await accept('محمد مرسي');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'سطر جديد.\n'));
    await kill();
    await until('another server', () => servers()?.length === 1);
    await accept('القاهرة');
    assert.deepEqual(await accepted(), ['القاهرة', 'محمد مرسي'].sort());
    await vscode.commands.executeCommand('hashiya.undo');
    await until('القاهرة to be taken back', async () => !(await accepted()).includes('القاهرة'));
    assert.deepEqual(await accepted(), ['محمد مرسي']);
  });

  it('again and again is left alone in the end, until the button of the message starts it', async () => {
    for (let n = 2; n <= LAST; n++) {
      await kill();
      if (n < LAST) await until('another server', () => servers()?.length === 1);
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.deepEqual(servers(), [], 'a server that is started on and on');
    await until('the button', async () => {
      await vscode.commands.executeCommand('notifications.focusFirstToast');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return servers()?.length === 1;
    });
    await accept('فرنسا');
    assert.deepEqual(await accepted(), ['فرنسا', 'محمد مرسي'].sort());
  });
});
