import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

describe('the manifest', () => {
  const extension = vscode.extensions.getExtension('hashiya.hashiya');

  it('is that of the extension under test', () => assert.ok(extension));

  it('names only files that come with the extension', () => {
    const folder = extension?.extensionPath ?? '';
    const files = [...new Set(filesIn(extension?.packageJSON))];
    assert.ok(files.length > 4, files.join());
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(folder, file))),
      [],
    );
  });

  it('has every command that it names', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    assert.ok(contributes.commands.length > 0);
    assert.deepEqual(
      contributes.commands.filter(({ command }) => !known.has(command)),
      [],
    );
  });
});

/** Every string in a value that is written as a relative path, save the programs of the command line. */
function filesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value] : [];
  if (typeof value !== 'object' || value === null || key === 'bin') return [];
  return Object.entries(value).flatMap(([name, inner]) => filesIn(inner, name));
}
