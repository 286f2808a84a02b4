import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { NOTHING_ADDED, NO_FACTS } from '../core/annotations/annotation.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import { makeAnchor } from '../core/annotations/anchors.ts';
import { withStatus } from '../core/annotations/status.ts';
import { parseStore, serialiseStore } from '../core/annotations/store.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import { createAnnotationKeeper } from './annotation-keeper.ts';
import type { AnnotationKeeper, KeepingTrouble } from './annotation-keeper.ts';
import { applyChanges } from './documents.ts';

const URI = 'file:///corpus/a.txt';
const FILE = 'file:///corpus/annotations/salma/a.txt.jsonl';
const HISTORY = 'file:///corpus/history/salma/a.txt.jsonl';
const TEXT = 'زار بوتين موسكو، وقال شكري إن القمة في باريس.\nوأضاف أن مصر وروسيا تتفقان على السلام.\n';

const start = () => {
  const files = memoryFiles();
  const troubles: string[] = [];
  let place = { annotator: 'salma', folder: 'file:///corpus', file: FILE, history: HISTORY, source: 'a.txt' };
  const hand = (annotator: string): void => {
    place = {
      ...place,
      annotator,
      file: FILE.replace('salma', annotator),
      history: HISTORY.replace('salma', annotator),
    };
  };
  let ids = 0;
  const keeper = createAnnotationKeeper(
    { files, now: () => new Date('2026-01-02T03:04:05Z'), newId: () => `step-${++ids}` },
    () => Promise.resolve(place),
    'hashiya test',
    (_, { code }) => void troubles.push(code),
    () => undefined,
    () => undefined,
  );
  /** Another window, or the same one after it was loaded anew: it knows what is on disk alone. */
  const another = (): AnnotationKeeper =>
    createAnnotationKeeper(
      { files, now: () => new Date('2026-01-02T03:04:05Z'), newId: () => `other-${++ids}` },
      () => Promise.resolve(place),
      'hashiya test',
      (_, { code }) => void troubles.push(code),
      () => undefined,
      () => undefined,
    );
  return { files, keeper, another, troubles, hand };
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
  ...NOTHING_ADDED,
});

type Step =
  | { readonly kind: 'annotate'; readonly at: number }
  | { readonly kind: 'edit'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'undo' | 'redo' | 'reopen' | 'save' | 'disk fails' | 'disk works' };

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
          'redo' as const,
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

/** Has other annotations in the place of those that are kept. */
const put = (keeper: AnnotationKeeper, annotations: readonly Annotation[]): Promise<KeepingTrouble | null> =>
  keeper.replace(URI, { annotations, facts: keeper.of(URI)?.facts ?? NO_FACTS }, 'tag');

describe('annotations', () => {
  it('are never lost, whatever is edited, undone, closed and opened, and however often the disk fails', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run: readonly Step[]) => {
        const { files, keeper } = start();
        let document = TextDocument.create(URI, 'article', 1, TEXT);
        let expected: string[] = [];
        const undoable: string[][] = [];
        let redoable: string[][] = [];
        let id = 0;
        const ids = (): string[] => (keeper.of(URI)?.annotations ?? []).map((one) => one.id).sort();
        const reopen = async (): Promise<void> => {
          await keeper.close(URI);
          keeper.open(document);
          await keeper.loaded(URI);
        };
        await reopen();
        for (const step of run) {
          const text = document.getText();
          if (step.kind === 'annotate' && text.length > 4) {
            const made = annotationAt(text, step.at % (text.length - 4), ++id);
            undoable.push(expected);
            redoable = [];
            expected = [...expected, made.id].sort();
            await put(keeper, [...(keeper.of(URI)?.annotations ?? []), made]);
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
            const before = undoable.pop();
            if (before) redoable.push(expected);
            expected = before ?? expected;
          } else if (step.kind === 'redo') {
            expect(Boolean(await keeper.redo(URI))).toBe(redoable.length > 0);
            const after = redoable.pop();
            if (after) undoable.push(expected);
            expected = after ?? expected;
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
    await Promise.all([put(keeper, [first]), put(keeper, [first, second])]);
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
    const replaced = put(keeper, [made]);
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
    await put(keeper, [made]);
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

  it('are written under the status that the file had', async () => {
    const { files, keeper } = start();
    const finished = serialiseStore(TEXT, 'a.txt', 'hashiya test', [annotationAt(TEXT, 4, 1)], [], {
      ...NO_FACTS,
      status: 'done',
    });
    files.contents.set(FILE, finished);
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    await put(keeper, [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)]);
    const status = (): unknown => parseStore(files.contents.get(FILE) ?? '', TEXT).header?.facts.status;
    expect(status()).toBe('done');
    files.contents.set(FILE, withStatus(files.contents.get(FILE) ?? '', 'checked') ?? '');
    await put(keeper, [annotationAt(TEXT, 10, 2)]);
    expect(status(), 'somebody set it meanwhile').toBe('checked');
    expect(parseStore(files.contents.get(FILE) ?? '', TEXT).annotations).toHaveLength(1);
  });

  it('go with what is said of the article, which is undone and done again as they are', async () => {
    const { keeper } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const facts = (): unknown => keeper.of(URI)?.facts;
    const [asked, done] = [
      { status: null, attributes: { topic: 'سياسة' } },
      { status: 'done', attributes: { topic: 'سياسة' } },
    ];
    await keeper.replace(URI, { annotations: [], facts: asked }, 'setArticleAttribute');
    await keeper.replace(URI, { annotations: [], facts: done }, 'setStatus');
    expect(await keeper.undo(URI)).toBe(true);
    expect(facts()).toEqual(asked);
    expect(await keeper.redo(URI)).toBe(true);
    expect(facts()).toEqual(done);
    expect(await keeper.redo(URI)).toBe(false);
    await keeper.undo(URI);
    await keeper.undo(URI);
    expect(facts()).toEqual(NO_FACTS);
  });

  it('and what others say of the article are merged, never overwritten', async () => {
    const { files, keeper } = start();
    const said = (): unknown => parseStore(files.contents.get(FILE) ?? '', TEXT).header?.facts;
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const topic = { status: null, attributes: { topic: 'سياسة' } };
    await keeper.replace(URI, { annotations: [], facts: topic }, 'setArticleAttribute');
    files.contents.set(FILE, withStatus(files.contents.get(FILE) ?? '', 'done') ?? '');
    const place = { status: null, attributes: { topic: 'سياسة', place: 'باريس' } };
    await keeper.replace(URI, { annotations: [], facts: place }, 'setArticleAttribute');
    expect(said()).toEqual({ ...place, status: 'done' });
    await keeper.undo(URI);
    expect(said()).toEqual({ ...topic, status: 'done' });
  });

  it('are undone and done again after the window was loaded anew, as before', async () => {
    const { files, keeper, another } = start();
    const document = TextDocument.create(URI, 'article', 1, TEXT);
    keeper.open(document);
    await keeper.loaded(URI);
    const [first, second] = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
    await put(keeper, [first]);
    await put(keeper, [first, second]);
    await put(keeper, []);
    const ids = (one: AnnotationKeeper): unknown => one.of(URI)?.annotations.map(({ id }) => id);
    const later = another();
    later.open(document);
    await later.loaded(URI);
    expect(await later.undo(URI)).toBe(true);
    expect(ids(later)).toEqual([first.id, second.id]);
    expect(await later.undo(URI)).toBe(true);
    expect(ids(later)).toEqual([first.id]);
    const last = another();
    last.open(document);
    await last.loaded(URI);
    for (const expected of [[first.id, second.id], []]) {
      expect(await last.redo(URI)).toBe(true);
      expect(ids(last)).toEqual(expected);
    }
    expect(await last.redo(URI)).toBe(false);
    expect(files.contents.get(HISTORY)?.trim().split('\n')).toHaveLength(7);
  });

  it('are undone where they stand by then, when the article was edited in between', async () => {
    const { keeper, another } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const made = annotationAt(TEXT, TEXT.indexOf('شكري'), 1);
    await put(keeper, [made]);
    await put(keeper, []);
    const edited = `سطر جديد.\n${TEXT.replace('باريس', 'القاهرة')}`;
    const later = another();
    later.open(TextDocument.create(URI, 'article', 1, edited));
    await later.loaded(URI);
    expect(await later.undo(URI)).toBe(true);
    const at = edited.indexOf('شكري');
    expect(later.of(URI)?.annotations.map(({ anchor }) => anchor.span)).toEqual([{ start: at, end: at + 4 }]);
  });

  it('that one window made another takes back, and neither loses what the other did', async () => {
    const { files, keeper, another } = start();
    const document = TextDocument.create(URI, 'article', 1, TEXT);
    const other = another();
    for (const one of [keeper, other]) {
      one.open(document);
      await one.loaded(URI);
    }
    const [first, second] = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
    await put(keeper, [first]);
    await put(other, [second]);
    const stored = (): string[] =>
      parseStore(files.contents.get(FILE) ?? '', TEXT).annotations.map(({ id }) => id);
    expect(stored()).toEqual([first.id, second.id]);
    expect(await keeper.undo(URI), 'the last thing that was done, be it elsewhere').toBe(true);
    expect(stored()).toEqual([first.id]);
    expect(await other.undo(URI)).toBe(true);
    expect(stored()).toEqual([]);
    expect(await keeper.redo(URI)).toBe(true);
    expect(stored()).toEqual([first.id]);
  });

  it('stay undoable when the program is killed between writing them and their history', async () => {
    const { files, keeper, another } = start();
    const document = TextDocument.create(URI, 'article', 1, TEXT);
    keeper.open(document);
    await keeper.loaded(URI);
    const [first, second] = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
    await put(keeper, [first]);
    const before = files.contents.get(HISTORY) ?? '';
    await put(keeper, [first, second]);
    const whole = files.contents.get(HISTORY) ?? '';
    for (const cut of [before, whole.slice(0, before.length + 40)]) {
      files.contents.set(HISTORY, cut);
      const later = another();
      later.open(document);
      await later.loaded(URI);
      expect(await later.undo(URI)).toBe(true);
      expect(later.of(URI)?.annotations.map(({ id }) => id)).toEqual([second.id]);
      expect(await later.redo(URI)).toBe(true);
      await later.close(URI);
    }
  });

  it('are saved though their history cannot be, which is told once and made up for', async () => {
    const { files, keeper, troubles } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const [first, second, third] = [4, 10, 16].map((at, i) => annotationAt(TEXT, at, i)) as Annotation[];
    const { append } = files;
    files.append = () => Promise.reject(new Error('disk full'));
    expect(await put(keeper, [first as Annotation])).toBeNull();
    expect(await put(keeper, [first, second] as Annotation[])).toBeNull();
    expect(troubles).toEqual(['unwritable-history']);
    expect(files.contents.get(FILE)).toContain((second as Annotation).id);
    expect(await keeper.undo(URI), 'it is kept in memory').toBe(true);
    files.append = append;
    expect(await put(keeper, [first, third] as Annotation[])).toBeNull();
    expect(files.contents.get(HISTORY)?.trim().split('\n')).toHaveLength(4);
  });

  describe('that two windows change at once', () => {
    const version = (label: string, minute: number): Annotation => {
      const made = annotationAt(TEXT, 4, 1);
      return { ...made, label, provenance: { ...made.provenance, modified: `2026-01-02T04:0${minute}:00Z` } };
    };
    const labels = (one: AnnotationKeeper): unknown => one.of(URI)?.annotations.map(({ label }) => label);

    const cases: readonly [
      what: string,
      theirs: Annotation[],
      ours: Annotation[],
      counting: string[],
      passedOver: string[],
    ][] = [
      ['ours counts where it is later', [version('ORG', 1)], [version('GPE', 2)], ['GPE'], ['ORG']],
      ['theirs counts where it is later', [version('ORG', 2)], [version('GPE', 1)], ['ORG'], ['GPE']],
      ['a change counts more than a removal', [version('ORG', 2)], [], ['ORG'], []],
      ['a change counts more than a removal of theirs', [], [version('ORG', 2)], ['ORG'], []],
    ];
    it.each(cases)('%s, and the other comes back by undo', async (_, theirs, ours, counting, passedOver) => {
      const { files, keeper, another, troubles } = start();
      const document = TextDocument.create(URI, 'article', 1, TEXT);
      const other = another();
      for (const one of [keeper, other]) {
        one.open(document);
        await one.loaded(URI);
      }
      await put(keeper, [version('PER', 0)]);
      await other.filesChanged([FILE]);
      await put(other, theirs);
      expect(troubles).toEqual([]);
      await put(keeper, ours);
      expect(labels(keeper)).toEqual(counting);
      expect(troubles, 'told once').toEqual(['conflict']);
      expect(files.contents.get(HISTORY)).toContain('"action":"conflict"');
      await other.filesChanged([FILE]);
      expect(labels(other)).toEqual(counting);
      const later = another();
      later.open(document);
      await later.loaded(URI);
      await later.undo(URI);
      expect(labels(later)).toEqual(passedOver);
      await later.redo(URI);
      expect(labels(later)).toEqual(counting);
      expect(troubles).toEqual(['conflict']);
    });

    it('of what is said of the article ours counts, and theirs comes back by undo', async () => {
      const { keeper, another, troubles } = start();
      const document = TextDocument.create(URI, 'article', 1, TEXT);
      const other = another();
      for (const one of [keeper, other]) {
        one.open(document);
        await one.loaded(URI);
      }
      const say = (one: AnnotationKeeper, status: string): Promise<unknown> =>
        one.replace(URI, { annotations: [], facts: { status, attributes: {} } }, 'setStatus');
      await say(other, 'in-work');
      await say(keeper, 'done');
      expect(keeper.of(URI)?.facts.status).toBe('done');
      expect(troubles).toEqual(['conflict']);
      await keeper.undo(URI);
      expect(keeper.of(URI)?.facts.status).toBe('in-work');
    });

    it('are no conflict where each changed another one', async () => {
      const { files, keeper, another, troubles } = start();
      const document = TextDocument.create(URI, 'article', 1, TEXT);
      const other = another();
      for (const one of [keeper, other]) {
        one.open(document);
        await one.loaded(URI);
      }
      const [first, second] = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
      await put(keeper, [first]);
      await put(other, [second]);
      await put(keeper, [{ ...first, label: 'PER' }, second]);
      await put(other, [first, { ...second, label: 'PER' }]);
      expect(troubles).toEqual([]);
      expect(parseStore(files.contents.get(FILE) ?? '', TEXT).annotations.map(({ label }) => label)).toEqual([
        'PER',
        'PER',
      ]);
    });
  });

  it('of which git left both versions: the later counts, and the other comes back by undo', async () => {
    const { files, keeper, troubles } = start();
    const [older, newer] = [annotationAt(TEXT, 4, 1), { ...annotationAt(TEXT, 4, 1), label: 'PER' }].map(
      (one, i) => ({ ...one, provenance: { ...one.provenance, modified: `2026-01-02T04:0${i}:00Z` } }),
    ) as [Annotation, Annotation];
    const [header = '', ours = ''] = serialiseStore(TEXT, 'a.txt', 'hashiya test', [older]).split('\n');
    const [, theirs = ''] = serialiseStore(TEXT, 'a.txt', 'hashiya test', [newer]).split('\n');
    files.contents.set(
      FILE,
      [header, '<<<<<<< HEAD', ours, '=======', theirs, '>>>>>>> other', ''].join('\n'),
    );
    // Whatever was added before: opening alone writes nothing.
    keeper.open(TextDocument.create(URI, 'article', 1, `سطر.\n${TEXT}`));
    await keeper.loaded(URI);
    expect(troubles).toEqual(['damaged-lines', 'conflict']);
    expect(keeper.of(URI)?.annotations.map(({ label }) => label)).toEqual(['PER']);
    expect([...files.contents.keys()]).toEqual([FILE]);
    expect(await keeper.undo(URI)).toBe(true);
    expect(keeper.of(URI)?.annotations.map(({ label, anchor }) => [label, anchor.span?.start])).toEqual([
      ['ORG', 9],
    ]);
    expect(parseStore(files.contents.get(FILE) ?? '', TEXT).problems).toEqual([]);
  });

  describe('in a damaged file', () => {
    const ours = [annotationAt(TEXT, 4, 1), annotationAt(TEXT, 10, 2)];
    const whole = serialiseStore(TEXT, 'a.txt', 'hashiya test', ours);
    const cut = whole.slice(0, -40);
    const damages: readonly (readonly [what: string, content: string, read: number])[] = [
      ['cut off within a line', cut, 1],
      ['with a line of garbage', whole.replace('\n', '\n\0\0\0{\n'), 2],
      ['of nothing but garbage', '\0\0\0\0\0\0', 0],
    ];

    it.each(damages)(
      '%s: the rest is read, and it is kept aside before it is written',
      async (_, content, read) => {
        const { files, keeper, troubles } = start();
        files.contents.set(FILE, content);
        keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
        await keeper.loaded(URI);
        expect(troubles).toEqual(['damaged-lines']);
        expect(keeper.of(URI)?.annotations).toHaveLength(read);
        expect([...files.contents.keys()], 'opening writes nothing').toEqual([FILE]);
        await put(keeper, [...(keeper.of(URI)?.annotations ?? []), annotationAt(TEXT, 20, 9)]);
        expect(troubles).toEqual(['damaged-lines', 'kept-aside']);
        expect(files.contents.get(`${FILE}.broken`)).toBe(content);
        const written = parseStore(files.contents.get(FILE) ?? '', TEXT);
        expect(written.problems).toEqual([]);
        expect(written.annotations).toHaveLength(read + 1);
      },
    );

    it('that breaks again: the second version does not overwrite the first, the same one makes no other', async () => {
      const { files, keeper, another } = start();
      const contents = [cut, `${cut}!`, cut];
      for (const content of contents) {
        files.contents.set(FILE, content);
        const window = another();
        window.open(TextDocument.create(URI, 'article', 1, TEXT));
        await window.loaded(URI);
        await put(window, [annotationAt(TEXT, 20, 9)]);
      }
      await keeper.close(URI);
      expect([...files.contents].filter(([uri]) => uri.endsWith('.broken'))).toEqual([
        [`${FILE}.broken`, cut],
        [`${FILE}.2.broken`, `${cut}!`],
      ]);
    });

    it.each([['', 'emptied'], ...damages.map(([what, content]) => [content, what])])(
      'while the article is open (%#): what is here is kept, and written back when it is closed',
      async (content) => {
        const { files, keeper } = start();
        files.contents.set(FILE, whole);
        keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
        await keeper.loaded(URI);
        files.contents.set(FILE, content);
        await keeper.filesChanged([FILE]);
        expect(keeper.of(URI)?.annotations).toHaveLength(2);
        await keeper.close(URI);
        expect(parseStore(files.contents.get(FILE) ?? '', TEXT).annotations).toEqual(ours);
      },
    );

    it('is not overwritten where it cannot be kept aside: that is told, and tried again', async () => {
      const { files, keeper } = start();
      files.contents.set(FILE, cut);
      keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
      await keeper.loaded(URI);
      files.failure = new Error('ENOSPC: no space left on device');
      const failed = await put(keeper, [annotationAt(TEXT, 20, 9)]);
      expect(failed).toMatchObject({ code: 'unwritable' });
      expect(files.contents.get(FILE)).toBe(cut);
      files.failure = null;
      expect(await keeper.flush(URI)).toBeNull();
      expect(files.contents.get(`${FILE}.broken`)).toBe(cut);
    });
  });

  it('are taken back in the order in which they were made, though the clock went back meanwhile', async () => {
    const files = memoryFiles();
    let minute = 30;
    const window = (): AnnotationKeeper =>
      createAnnotationKeeper(
        { files, now: () => new Date(Date.UTC(2026, 0, 2, 3, --minute)), newId: () => `at-${minute}` },
        () =>
          Promise.resolve({
            annotator: 'salma',
            folder: 'file:///corpus',
            file: FILE,
            history: HISTORY,
            source: 'a.txt',
          }),
        'hashiya test',
        (_, { code }) => expect.unreachable(code),
        () => undefined,
        () => undefined,
      );
    const keeper = window();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.loaded(URI);
    const made = [4, 10, 20].map((at, id) => annotationAt(TEXT, at, id));
    for (let n = 1; n <= made.length; n++) expect(await put(keeper, made.slice(0, n))).toBeNull();
    await keeper.close(URI);
    const later = window();
    later.open(TextDocument.create(URI, 'article', 1, TEXT));
    await later.loaded(URI);
    for (let n = made.length - 1; n >= 0; n--) {
      expect(await later.undo(URI)).toBe(true);
      expect(later.of(URI)?.annotations.map(({ id }) => id)).toEqual(made.slice(0, n).map(({ id }) => id));
    }
  });

  it('of nobody make no file', async () => {
    const { files, keeper } = start();
    keeper.open(TextDocument.create(URI, 'article', 1, TEXT));
    await keeper.flush(URI);
    await keeper.close(URI);
    expect([...files.contents.keys()]).toEqual([]);
  });
});
