import type { MarkupContent } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, PATIENCE, positionOf } from '../test/unit/server/connect.ts';
import type { TestClient } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';

const PITCH = 'نرافق أهل السهل في أفراحهم وأحزانهم ونحمل همومهم إلى كل بيت في البلاد.';
const TOWNS = ['حلب', 'بيروت', 'صنعاء', 'تونس', 'الرباط', 'عمان', 'نزوى', 'أسوان'];

/** An article of our own on the `n`th town, with what its outlet puts below each. */
const textOf = (n: number, below: string = PITCH): string =>
  [
    `افتتاح مدرسة جديدة في ${TOWNS[n]}`,
    `قال محافظ ${TOWNS[n]} إن المدرسة الجديدة ستستقبل تلاميذ ${TOWNS[n]} بعد ${n + 2} أشهر من العمل.`,
    `وأضاف أن كلفتها بلغت ${n + 5} ملايين دينار دفعتها ${TOWNS[n]} من ميزانيتها.`,
    below,
  ].join('\n');

const uriOf = (n: number): string => `file:///corpus/sahl/${n}.txt`;
const others = (): Record<string, string> =>
  Object.fromEntries(TOWNS.map((_, n) => [uriOf(n), textOf(n)] as const).slice(1));

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const hoverOnPitch = async (): Promise<string> => {
  const hover = await client.hover(uriOf(0), positionOf(textOf(0), PITCH));
  return hover ? (hover.contents as MarkupContent).value : '';
};

/** Waits until the hover says so; `before` is done before each look, the how manieth told. */
async function eventually(
  words: string,
  before: (n: number) => Promise<void> = async () => {},
): Promise<void> {
  const stop = performance.now() + PATIENCE;
  for (let n = 0; performance.now() < stop; n++) {
    await before(n);
    if ((await hoverOnPitch()).includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await hoverOnPitch()).toContain(words);
}

describe('lines that recur in the files of an open article’s folder', () => {
  it.each([
    ['en', 'recurs in 8 files of this folder'],
    ['ar', 'تكراره في 8 من ملفات هذا المجلد'],
  ] as const)('are marked, and a hover says why (%s)', async (language, words) => {
    client = await connect({ files: memoryFiles(others()), language });
    await client.open(uriOf(0), textOf(0));
    await eventually(words);
  });

  it('are counted anew when an open article of the folder is edited, and when one changes on disk', async () => {
    const files = memoryFiles(others());
    client = await connect({ files });
    await client.open(uriOf(0), textOf(0));
    await eventually('recurs in 8 files');
    await client.open(uriOf(1), textOf(1));
    await client.change(uriOf(1), 2, { text: textOf(1, 'انتهى العمل.') });
    await client.diagnostics(uriOf(1));
    files.contents.set(uriOf(2), textOf(2, 'انتهى العمل.'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(2), type: 2 }],
    });
    // What the others say now counts from the next look at the article on.
    await eventually('recurs in 6 files', async (n) => {
      await client.change(uriOf(0), n + 2, { text: textOf(0) + '\n'.repeat(n + 1) });
      await client.diagnostics(uriOf(0));
    });
  });

  it('are not looked for in other folders, nor outside of those that the client works in', async () => {
    const elsewhere = Object.fromEntries(
      Object.entries(others()).map(([uri, text]) => [uri.replace('/sahl/', '/jabal/'), text]),
    );
    client = await connect({ files: memoryFiles(elsewhere) });
    await client.open(uriOf(0), textOf(0));
    await client.diagnostics(uriOf(0));
    expect(await hoverOnPitch()).not.toContain('recurs');
  });
});
