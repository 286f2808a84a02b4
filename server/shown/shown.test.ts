import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, until } from '../../test/unit/server/connect.ts';
import type { TestClient } from '../../test/unit/server/connect.ts';
import type { ArticleState } from '../protocol.ts';
import { followedBy } from './followed-edits.ts';
import { applyChanges } from '../documents.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';

const URI = 'file:///corpus/articles/a.txt';
const TEXT = [
  'افتتاح جسر جديد في عمّان',
  'أعلن وزير الأشغال سامر الحداد في عمّان أن الجسر يفتتح في 12 مايو 2024.',
  'وقال الحداد: «سيخدم الجسر مئة ألف سيارة».',
  'وأضاف أن البنك الدولي مول ثلث المشروع.',
  'اقرأ أيضا: مشاريع الطرق في الأردن',
].join('\n');

/** What is put into the text: words that are marks, halves of them, quotation marks, lines. */
const PIECES = ['', 'ا', ' مصر ', 'سامر', '«', '»', '\n', '\r\n', ' قال محمد العلي: «نعم». \n', 'الأردن'];

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const withoutSerial = ({ serial: _, ...state }: ArticleState): Omit<ArticleState, 'serial'> => state;

/** What a server that has never seen another text says of this one. */
async function freshState(text: string, version: number): Promise<Omit<ArticleState, 'serial'>> {
  const other = await connect();
  await other.open(URI, text, version);
  const state = await other.state(URI);
  other.dispose();
  return withoutSerial(state);
}

describe('edits of an article', () => {
  it(
    'leave the client, at rest, with what a fresh server says of the text',
    { timeout: 120_000 },
    async () => {
      client = await connect();
      let version = 1;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...PIECES)), {
            minLength: 1,
            maxLength: 6,
          }),
          async (edits) => {
            const start = version;
            let text = TEXT;
            await client.open(URI, text, version);
            await until('the first state', () => client.told.states.some((state) => state.version === start));
            for (const [at, length, piece] of edits) {
              const document = TextDocument.create(URI, 'article', version, text);
              const from = document.positionAt(at % (text.length + 1));
              const to = document.positionAt(document.offsetAt(from) + length);
              const change = { range: { start: from, end: to }, text: piece };
              text = applyChanges(document, [change], ++version).document.getText();
              await client.change(URI, version, change);
            }
            const last = version;
            const told = await until('the state at rest', () =>
              client.told.states.find((state) => state.version === last),
            );
            expect(withoutSerial(told)).toEqual(await freshState(text, last));
            await client.close(URI);
            version++;
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  it('are told at once: what was not touched stays, what was is read by its line', async () => {
    client = await connect();
    await client.open(URI, TEXT);
    await until('the first state', () => client.told.states[0]);
    const end = { line: 3, character: 0 };
    await client.change(URI, 2, { range: { start: end, end }, text: 'وصل وفد من مصر.\n' });
    const told = await until('the lines that were edited', () => client.told.provisional[0]);
    const labels = (line: number): string[] =>
      told.items.filter(({ range }) => range.start.line === line).map(({ label }) => label);
    expect(told.version).toBe(2);
    expect(labels(3)).toContain('GPE');
    expect(labels(1)).toContain('PER');
    expect(labels(4)).toContain('ORG');
  });
});

it('several edits come to one that leads to the same text', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.string({ maxLength: 5 })), { minLength: 1 }),
      (text, edits) => {
        const before = TextDocument.create(URI, 'article', 1, text);
        let known: ReturnType<typeof followedBy> | undefined;
        let after = before;
        for (const [at, length, piece] of edits) {
          const range = { start: after.positionAt(at), end: after.positionAt(at + length) };
          const applied = applyChanges(after, [{ range, text: piece }], after.version + 1);
          known = followedBy(known, after, applied.edits, applied.document);
          after = applied.document;
        }
        if (!known) return;
        const { edit } = known;
        const inserted = after.getText().slice(edit.start, edit.start + edit.inserted);
        expect(text.slice(0, edit.start) + inserted + text.slice(edit.end)).toBe(after.getText());
      },
    ),
  );
});
