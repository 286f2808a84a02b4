import { afterEach, expect, it } from 'vitest';
import { connect, EDITOR, PATIENCE, rangeOf } from '../test/unit/server/connect.ts';
import type { TestClient } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const TEXT = 'وقال سعيد الراوي إن العمل سينتهي.\n';
const URI = 'file:///other/articles/a.txt';
const change = (added: string[], removed: string[]): Promise<void> => {
  const folders = (uris: string[]) => uris.map((uri) => ({ uri, name: uri }));
  return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: folders(added), removed: folders(removed) },
  });
};
const tag = (words: string) =>
  client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, words)], label: 'PER' });

it('an article of a folder that is opened beside the others is annotated in that folder', async () => {
  const files = memoryFiles();
  client = await connect({
    files,
    capabilities: { ...EDITOR, workspace: { ...EDITOR.workspace, workspaceFolders: true } },
  });
  expect(client.initialized.capabilities.workspace).toMatchObject({
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: {} },
  });
  await change(['file:///other'], []);
  await client.open(URI, TEXT);
  await tag('سعيد الراوي');
  const stores = (): string[] => [...files.contents.keys()].filter((uri) => uri.includes('/annotations/'));
  expect(stores()).toEqual(['file:///other/annotations/salma/articles/a.txt.jsonl']);
  await change([], ['file:///other/']);
  await expect
    .poll(async () => (await client.state(URI)).items.some(({ state }) => state === 'accepted'), {
      timeout: PATIENCE,
    })
    .toBe(false);
});
