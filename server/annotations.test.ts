import { afterEach, describe, expect, it } from 'vitest';
import { parseStore } from '../core/annotations/store.ts';
import { connect, EDITOR, positionOf, rangeOf, until, wordsAt } from '../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../test/unit/server/connect.ts';
import { memoryFiles } from '../test/unit/server/memory-files.ts';
import type { MemoryFiles } from '../test/unit/server/memory-files.ts';
import { SAVE_REQUEST } from './protocol.ts';
import type { SaveResult } from './protocol.ts';
import { TOOL } from './version.ts';

const URI = 'file:///corpus/articles/a.txt';
const FILE = 'file:///corpus/annotations/salma/articles/a.txt.jsonl';
const TEXT =
  'أعلنت روسيا في 12 سبتمبر 2023 أن القمة انتهت.\nوقالت روسيا إن 25% من المقاعد شغرت في قاعة البركة.\n';

let client: TestClient;
let expected: string[] = [];
const start = async (options?: ConnectOptions): Promise<MemoryFiles> => {
  expected = [];
  client = await connect(options);
  return client.files;
};
const again = async (files: MemoryFiles, options?: ConnectOptions): Promise<void> => {
  client.dispose();
  await start({ ...options, files });
};
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  for (const message of expected) expect(client.told.messages.join('\n')).toContain(message);
  expected = [];
  client.dispose();
});

/** What a file holds for a text: decision, label and words of each annotation. */
const stored = (files: MemoryFiles, text = TEXT, file = FILE): string[] =>
  parseStore(files.contents.get(file) ?? '', text).annotations.map(
    ({ decision, label, anchor }) =>
      `${decision} ${label} ${anchor.span ? text.slice(anchor.span.start, anchor.span.end) : `(${anchor.exact})`}`,
  );

/** What the client is shown, the same way, marks left out. */
const shown = async (text = TEXT): Promise<string[]> =>
  (await client.state(URI)).items
    .filter(({ state }) => state !== 'mark')
    .map(({ state, label, range }) => `${state} ${label} ${wordsAt(text, range)}`);

const idAt = async (words: string, label: string, text = TEXT): Promise<string> => {
  const item = (await client.state(URI)).items.find(
    ({ range, label: own }) => own === label && wordsAt(text, range) === words,
  );
  if (!item) throw new Error(`No ${label} «${words}» in the article.`);
  return item.id;
};

describe('an annotation', () => {
  it('is written when it is made, hides its mark, and is there after everything has been opened anew', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    const made = await client.act(URI, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'قاعة البركة')],
      label: 'FAC',
    });
    expect(made).toMatchObject({
      done: true,
      message: null,
      trouble: false,
      range: rangeOf(TEXT, 'قاعة البركة'),
    });
    const accepted = await client.act(URI, 1, { kind: 'accept', ids: [await idAt('روسيا', 'GPE')] });
    expect(accepted.done).toBe(true);
    const expectedItems = ['accepted GPE روسيا', 'accepted FAC قاعة البركة'];
    expect(stored(files)).toEqual(expectedItems);
    expect(files.contents.get(FILE)).toContain(`"hashiya:tool":"${TOOL}"`);
    expect((await client.diagnostics(URI)).filter((d) => wordsAt(TEXT, d.range) === 'روسيا')).toHaveLength(1);
    await client.close(URI);
    await again(files);
    await client.open(URI, TEXT);
    expect(await shown()).toEqual(expectedItems);
  });

  it('is carried along edits, and written with its new place when the article is saved', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    const at = positionOf(TEXT, 'وقالت');
    await client.change(URI, 2, { range: { start: at, end: at }, text: 'سطر جديد 😀\n' });
    const edited = TEXT.replace('وقالت', 'سطر جديد 😀\nوقالت');
    expect(await shown(edited)).toEqual(['accepted FAC قاعة البركة']);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: URI } });
    await until('the file', () => stored(files, edited).length === 1 && files.writes === 2);
    expect(parseStore(files.contents.get(FILE) ?? '', edited).textChanged).toBe(false);
    await again(files);
    await client.open(URI, edited);
    expect(await shown(edited)).toEqual(['accepted FAC قاعة البركة']);
  });

  it('is found again when the article was changed where nobody could follow', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    await again(files);
    const other = `عنوان لم يكن.\n${TEXT}`;
    await client.open(URI, other);
    expect(await shown(other)).toEqual(['accepted FAC قاعة البركة']);
  });

  it('becomes an orphan when its words go, is kept, and finds its place when they come back', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    const range = rangeOf(TEXT, ' في قاعة البركة');
    await client.change(URI, 2, { range, text: '' });
    expect(await shown()).toEqual(['orphan FAC ']);
    await client.act(URI, 2, { kind: 'accept', ids: [await idAt('روسيا', 'GPE')] });
    expect(stored(files)).toContain('accepted FAC قاعة البركة');
    await client.change(URI, 3, { range: { start: range.start, end: range.start }, text: ' في قاعة البركة' });
    expect(await shown()).toEqual(['accepted GPE روسيا', 'accepted FAC قاعة البركة']);
  });

  it('can be rejected, relabelled and removed', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'reject', ids: [await idAt('روسيا', 'GPE')] });
    expect(stored(files)).toEqual(['rejected GPE روسيا']);
    await client.act(URI, 1, { kind: 'relabel', id: await idAt('25%', 'PERCENT'), label: 'CARDINAL' });
    expect(stored(files)).toEqual(['rejected GPE روسيا', 'accepted CARDINAL 25%']);
    await client.act(URI, 1, { kind: 'remove', ids: [await idAt('25%', 'CARDINAL')] });
    expect(stored(files)).toEqual(['rejected GPE روسيا']);
  });

  it('is made of every mark of the same name at once', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    const result = await client.act(URI, 1, { kind: 'acceptEverywhere', id: await idAt('روسيا', 'GPE') });
    expect(result.message).toBe('Changed: 2 annotations.');
    expect(stored(files)).toEqual(['accepted GPE روسيا', 'accepted GPE روسيا']);
  });
});

describe('undo', () => {
  it('takes back the last action, then the one before, and says when there is none', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    await client.act(URI, 1, { kind: 'relabel', id: await idAt('القمة', 'EVENT'), label: 'ORG' });
    expect(stored(files)).toEqual(['accepted ORG القمة']);
    await client.change(URI, 2, { range: rangeOf(TEXT, 'أعلنت'), text: 'وأعلنت' });
    const edited = TEXT.replace('أعلنت', 'وأعلنت');
    expect(await client.act(URI, 1, { kind: 'undo' })).toMatchObject({ done: true, message: 'Undone.' });
    expect(stored(files, edited)).toEqual(['accepted EVENT القمة']);
    await client.act(URI, 2, { kind: 'undo' });
    expect(stored(files, edited)).toEqual([]);
    expect(await client.act(URI, 2, { kind: 'undo' })).toEqual({
      done: false,
      message: 'There is no action to undo in this article.',
      range: null,
      trouble: false,
    });
  });

  it('leaves alone what others changed meanwhile', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    const ours = files.contents.get(FILE) ?? '';
    files.contents.set(FILE, withOther(ours));
    expect((await client.act(URI, 1, { kind: 'undo' })).done).toBe(true);
    expect(stored(files)).toEqual(['accepted GPE روسيا']);
  });
});

/** The file as another program leaves it that added an annotation of the first «روسيا». */
function withOther(content: string): string {
  const [header, line = ''] = content.split('\n');
  const other = JSON.parse(line) as Record<string, unknown>;
  other['id'] = 'urn:uuid:11111111-1111-4111-8111-111111111111';
  other['body'] = { type: 'TextualBody', purpose: 'tagging', value: 'GPE' };
  other['target'] = {
    source: 'articles/a.txt',
    selector: [
      { type: 'TextPositionSelector', start: 6, end: 11 },
      { type: 'TextQuoteSelector', exact: 'روسيا', prefix: 'أعلنت ', suffix: ' في 12 سبتمبر 2023 أن القمة ' },
    ],
  };
  return [header, JSON.stringify(other), line, ''].join('\n');
}

describe('the file of the annotations', () => {
  it('is merged with, not written over, when others have changed it', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    files.contents.set(FILE, withOther(files.contents.get(FILE) ?? ''));
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    expect(stored(files)).toEqual(['accepted GPE روسيا', 'accepted EVENT القمة', 'accepted FAC قاعة البركة']);
  });

  it('is read again when others have changed it', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    files.contents.set(FILE, withOther(files.contents.get(FILE) ?? ''));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: FILE, type: 2 }],
    });
    await until('the other annotation', () =>
      client.told.states.at(-1)?.items.some(({ state, label }) => state === 'accepted' && label === 'GPE'),
    );
    files.contents.delete(FILE);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: FILE, type: 3 }],
    });
    await until('none', () => client.told.states.at(-1)?.items.every(({ state }) => state === 'mark'));
  });

  it('keeps lines that nobody can read', async () => {
    const files = memoryFiles();
    await start({ files });
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    files.contents.set(FILE, `${files.contents.get(FILE)}{"id": half a line\n`);
    await again(files);
    await client.open(URI, TEXT);
    await client.act(URI, 1, { kind: 'accept', ids: [await idAt('روسيا', 'GPE')] });
    expect(stored(files)).toHaveLength(2);
    expect(files.contents.get(`${FILE}.broken`)).toContain('{"id": half a line\n');
    expected = ['line 3'];
  });

  it('of a newer version is not touched', async () => {
    const files = memoryFiles();
    const newer = '{"hashiya:schema":99,"hashiya:tool":"x","source":"articles/a.txt","hashiya:sha256":"0"}\n';
    files.contents.set(FILE, newer);
    await start({ files });
    await client.open(URI, TEXT);
    const result = await client.act(URI, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'القمة')],
      label: 'EVENT',
    });
    expect(result).toMatchObject({
      done: false,
      message: expect.stringContaining('newer version') as string,
    });
    expect(files.contents.get(FILE)).toBe(newer);
  });

  it('that cannot be written loses nothing: the next action writes it all', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    files.failure = new Error('ENOSPC: no space left on device');
    const failed = await client.act(URI, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'القمة')],
      label: 'EVENT',
    });
    expect(failed).toMatchObject({ done: true, message: expect.stringContaining('no space left') as string });
    expect(failed.message).toMatch(/^Annotations not saved: ENOSPC/);
    expect(await shown()).toEqual(['accepted EVENT القمة']);
    await until('word of what is unsaved', () => client.told.states.at(-1)?.unsaved === failed.message);
    await client.close(URI);
    await until('a message', () => client.told.messages.length > 0);
    await client.open(URI, TEXT);
    expect(await shown(), 'after closing and opening').toEqual(['accepted EVENT القمة']);
    files.failure = null;
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'قاعة البركة')], label: 'FAC' });
    expect(stored(files)).toEqual(['accepted EVENT القمة', 'accepted FAC قاعة البركة']);
  });

  it('that could not be written can be written again when the client asks', async () => {
    const files = await start();
    await client.open(URI, TEXT);
    expect((await client.state(URI)).unsaved).toBeNull();
    const save = () => client.connection.sendRequest<SaveResult>(SAVE_REQUEST, { uri: URI });
    files.failure = new Error('ENOTDIR: not a directory');
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    expect((await save()).unsaved).toContain('ENOTDIR');
    expect((await client.state(URI)).unsaved).toContain('ENOTDIR');
    files.failure = null;
    expect(await save()).toEqual({ unsaved: null });
    expect(stored(files)).toEqual(['accepted EVENT القمة']);
    await until('word that all is saved', () => client.told.states.at(-1)?.unsaved === null);
  });

  it('that cannot be read is not written over', async () => {
    const files = memoryFiles();
    const { read } = files;
    Object.assign(files, {
      read: (uri: string) =>
        uri.endsWith('.jsonl') ? Promise.reject(new Error('EACCES: permission denied')) : read(uri),
    });
    await start({ files });
    await client.open(URI, TEXT);
    const refused = await client.act(URI, 1, {
      kind: 'tag',
      ranges: [rangeOf(TEXT, 'القمة')],
      label: 'EVENT',
    });
    expect(refused).toMatchObject({
      done: false,
      message: expect.stringContaining('permission denied') as string,
    });
    Object.assign(files, { read });
    expect(
      (await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' })).done,
    ).toBe(true);
  });

  it('lies where project and settings say', async () => {
    const files = memoryFiles({ 'file:///corpus/articles/hashiya.json': '{ "annotator": "هدى" }' });
    await start({ files });
    await client.open(URI, TEXT);
    const tag = () => client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' });
    await tag();
    expect(stored(files, TEXT, 'file:///corpus/articles/annotations/هدى/a.txt.jsonl')).toEqual([
      'accepted EVENT القمة',
    ]);
    await client.configure({ annotator: 'ليلى' });
    await until('another annotator', () => client.told.states.at(-1)?.annotator === 'ليلى');
    expect(await shown()).toEqual([]);
    await tag();
    expect(stored(files, TEXT, 'file:///corpus/articles/annotations/ليلى/a.txt.jsonl')).toEqual([
      'accepted EVENT القمة',
    ]);
  });
});

describe('an action', () => {
  it('on an outdated version is refused', async () => {
    await start();
    await client.open(URI, TEXT);
    await client.change(URI, 2, { range: rangeOf(TEXT, 'أعلنت'), text: 'ذكرت' });
    expect(
      await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' }),
    ).toEqual({
      done: false,
      message: 'The article has changed in the meantime. Try again.',
      range: null,
      trouble: false,
    });
  });

  it.each([
    ['of no kind', { kind: 'explode' }],
    ['that is none', null],
    ['without ranges', { kind: 'tag', label: 'PER' }],
  ])('%s is refused', async (_, action) => {
    await start();
    await client.open(URI, TEXT);
    expect(await client.act(URI, 1, action as never)).toMatchObject({ done: false });
  });

  it('on an article that is not open or not saved is refused', async () => {
    await start({ language: 'ar' });
    const tag = { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' } as const;
    expect((await client.act(URI, 1, tag)).message).toBe('هذا المقال غير مفتوح.');
    await client.open('untitled:Untitled-1', TEXT);
    expect((await client.act('untitled:Untitled-1', 1, tag)).message).toBe(
      'احفظ المقال أولًا: وسومه تُحفظ إلى جانبه.',
    );
  });

  it('works as a command for editors that know no requests of ours', async () => {
    const files = await start({ extension: false, capabilities: { ...EDITOR, workspace: {} } });
    await client.open(URI, TEXT);
    const action = { kind: 'tag', ranges: [rangeOf(TEXT, 'القمة')], label: 'EVENT' };
    const params = { command: 'hashiya.act', arguments: [{ uri: URI, version: 1, action }] };
    expect(await client.connection.sendRequest('workspace/executeCommand', params)).toMatchObject({
      done: true,
    });
    expect(stored(files, TEXT, 'file:///corpus/annotations/annotator/articles/a.txt.jsonl')).toEqual([
      'accepted EVENT القمة',
    ]);
  });
});
