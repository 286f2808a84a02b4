import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../core/annotations/annotation.ts';
import { makeAnchor } from '../core/annotations/anchors.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import { createAnnotationKeeper } from './annotation-keeper.ts';
import { applyChanges } from './documents.ts';

const URI = 'file:///corpus/a.txt';
const FILE = 'file:///corpus/annotations/salma/a.txt.jsonl';
const TEXT = 'زار بوتين موسكو، وقال شكري إن القمة في باريس.\nوأضاف أن مصر وروسيا تتفقان على السلام.\n';

const start = () => {
  const files = memoryFiles();
  const troubles: string[] = [];
  let place = { annotator: 'salma', file: FILE, source: 'a.txt' };
  const hand = (annotator: string): void => {
    place = { ...place, annotator, file: FILE.replace('salma', annotator) };
  };
  const keeper = createAnnotationKeeper(
    files,
    () => Promise.resolve(place),
    'hashiya test',
    (_, { code }) => void troubles.push(code),
    () => undefined,
  );
  return { files, keeper, troubles, hand };
};

const annotationAt = (text: string, at: number, id: number): Annotation => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  family: 'entity',
  label: 'ORG',
  decision: 'accepted',
  anchor: makeAnchor(text, { start: at, end: at + 4 }),
  speaker: null,
  cue: null,
  canonical: null,
  provenance: {
    annotator: 'salma',
    created: '2026-01-02T03:04:05Z',
    modified: '2026-01-02T03:04:05Z',
    source: 'hand',
  },
  further: {},
});

type Step =
  | { readonly kind: 'annotate'; readonly at: number }
  | { readonly kind: 'edit'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'undo' | 'reopen' | 'save' | 'disk fails' | 'disk works' };

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('annotate' as const), at: fc.nat(1000) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        at: fc.nat(1000),
        length: fc.nat(12),
        text: fc.constantFrom('', 'و', 'قال ', '\n', '😀', 'بوتين '),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'undo' as const,
          'reopen' as const,
          'save' as const,
          'disk fails' as const,
          'disk works' as const,
        ),
      }),
    },
  ),
  { maxLength: 25 },
);

describe('annotations', () => {
  it('are never lost, whatever is edited, undone, closed and opened, and however often the disk fails', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run: readonly Step[]) => {
        const { files, keeper } = start();
        let document = TextDocument.create(URI, 'article', 1, TEXT);
        let expected: string[] = [];
        let undoable: string[][] = [];
        let id = 0;
        const ids = (): string[] => (keeper.of(URI)?.annotations ?? []).map((one) => one.id).sort();
        const reopen = async (): Promise<void> => {
          await keeper.close(URI);
          keeper.open(document);
          await keeper.loaded(URI);
          undoable = [];
        };
        await reopen();
        for (const step of run) {
          const text = document.getText();
          if (step.kind === 'annotate' && text.length > 4) {
            const made = annotationAt(text, step.at % (text.length - 4), ++id);
            undoable.push(expected);
            expected = [...expected, made.id].sort();
            await keeper.replace(URI, [...(keeper.of(URI)?.annotations ?? []), made]);
          } else if (step.kind === 'edit') {
            const from = step.at % (text.length + 1);
            const range = { start: document.positionAt(from), end: document.positionAt(from + step.length) };
            const { document: after, edits } = applyChanges(
              document,
              [{ range, text: step.text }],
              document.version + 1,
            );
            document = after;
            keeper.edit(edits, after);
          } else if (step.kind === 'undo') {
            expect(Boolean(await keeper.undo(URI))).toBe(undoable.length > 0);
            expected = undoable.pop() ?? expected;
          } else if (step.kind === 'reopen') await reopen();
          else if (step.kind === 'save') await keeper.flush(URI);
          else files.failure = step.kind === 'disk fails' ? new Error('disk full') : null;
          expect(ids(), `after ${JSON.stringify(step)}`).toEqual(expected);
        }
        files.failure = null;
        await keeper.flush(URI);
        await keeper.close(URI);
        const other = start();
        for (const [name, content] of files.contents) other.files.contents.set(name, content);
        other.keeper.open(document);
        await other.keeper.loaded(URI);
        expect((other.keeper.of(URI)?.annotations ?? []).map((one) => one.id).sort(), 'on disk').toEqual(
          expected,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('that two actions make at once are both written', async () => {
    const { files, keeper } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const [first, second] = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
    await Promise.all([keeper.replace(URI, [first]), keeper.replace(URI, [first, second])]);
    expect(files.contents.get(FILE)).toContain(first.id);
    expect(files.contents.get(FILE)).toContain(second.id);
  });

  it('that could not be written are there when the article is opened again at once', async () => {
    const { files, keeper } = start();
    const document = TextDocument.create(URI, 'article', 1, TEXT);
    keeper.open(document);
    await keeper.loaded(URI);
    files.failure = new Error('disk full');
    const made = annotationAt(TEXT, 4, 1);
    const replaced = keeper.replace(URI, [made]);
    const closed = keeper.close(URI);
    keeper.open(document);
    await Promise.all([replaced, closed, keeper.loaded(URI)]);
    expect(keeper.of(URI)?.annotations.map(({ id }) => id)).toEqual([made.id]);
    files.failure = null;
    await keeper.flush(URI);
    expect(files.contents.get(FILE)).toContain(made.id);
  });

  it('that could not be written stay when somebody else annotates, and get into their own file', async () => {
    const { files, keeper, troubles, hand } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    files.failure = new Error('disk full');
    const made = annotationAt(TEXT, 4, 1);
    await keeper.replace(URI, [made]);
    hand('omar');
    expect(await keeper.placesChanged()).toEqual([]);
    expect(troubles).toEqual(['unwritable']);
    expect(keeper.of(URI)?.annotations.map(({ id }) => id)).toEqual([made.id]);
    expect(await keeper.obstacle(URI), 'nothing is mixed into them').toMatchObject({ code: 'unwritable' });
    files.failure = null;
    expect(await keeper.obstacle(URI)).toBeNull();
    expect(keeper.of(URI)).toMatchObject({ annotations: [], annotator: 'omar' });
    expect(files.contents.get(FILE)).toContain(made.id);
  });

  it('of nobody make no file', async () => {
    const { files, keeper } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.flush(URI);
    await keeper.close(URI);
    expect([...files.contents.keys()]).toEqual([]);
  });
});
