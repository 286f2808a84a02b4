import type { CodeAction, Command, Diagnostic, Range } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { serialiseStore } from '../../core/annotations/store.ts';
import { annotationOn } from '../../test/unit/annotation-on.ts';
import { connect, rangeOf, wordsAt } from '../../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import type { ActParams } from '../protocol.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT = 'زار الوفد درواز، ثم عاد من درواز.\nقال سالم: "سنعود غدا" ومضى.\n';

let client: TestClient;
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

/** Opens the article with annotations in its file. */
async function open(annotations: readonly Annotation[], options: ConnectOptions = {}): Promise<void> {
  const files = memoryFiles({
    'file:///corpus/annotations/salma/articles/a.txt.jsonl': serialiseStore(
      TEXT,
      'articles/a.txt',
      'hashiya test',
      annotations,
    ),
  });
  client = await connect({ files, ...options });
  await client.open(URI, TEXT);
}

const problems = async (): Promise<Diagnostic[]> =>
  (await client.diagnostics(URI)).filter(({ code }) => String(code).startsWith('annotation/'));

const told = async (): Promise<string[]> =>
  (await problems()).map(({ code, range }) => `${String(code)} «${wordsAt(TEXT, range)}»`);

const actionsFor = (diagnostics: readonly Diagnostic[], only?: string[]): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
    context: { diagnostics, ...(only ? { only } : {}) },
  });

const fixes = async (): Promise<CodeAction[]> => {
  const found = await problems();
  return (await actionsFor(found.slice(0, 1))).filter(({ kind }) => kind === 'quickfix.hashiya.mend');
};

const run = async ({ command, arguments: given }: Command): Promise<void> => {
  await client.connection.sendRequest('workspace/executeCommand', { command, arguments: given });
};

/** An annotation whose edges stand exactly there. */
const exactly = (words: string, label: string): Annotation => {
  const { start, end } = spanOf(words);
  return { ...annotationOn(TEXT, words, label), anchor: makeAnchor(TEXT, { start, end }) };
};
const spanOf = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});

describe('a problem of annotations', () => {
  it('is a diagnostic that links to its page, with the other place beside it', async () => {
    await open([annotationOn(TEXT, 'درواز', 'GPE'), annotationOn(TEXT, 'درواز', 'ORG', {}, 2)]);
    const [problem] = await problems();
    expect(problem).toMatchObject({
      code: 'annotation/two-labels',
      codeDescription: { href: 'https://docs.example/codes/annotation.md#two-labels' },
      severity: 3,
      source: 'Hashiya',
      range: rangeOf(TEXT, 'درواز', 2),
      message: '«درواز» is “Organisation” here and “Country or city” elsewhere in this article.',
      relatedInformation: [{ location: { uri: URI, range: rangeOf(TEXT, 'درواز') } }],
    });
    expect((await client.state(URI)).problems).toBe(1);
  });

  it('is said in Arabic', async () => {
    await open([exactly('درواز،', 'GPE')], { language: 'ar' });
    expect((await problems())[0]?.message).toMatch(/^عند طرف «درواز» فراغ/);
    expect((await fixes()).map(({ title }) => title)).toEqual(['تشذيب الطرفين: «درواز»']);
  });

  it('is gone when its fix is done, and back when that is undone', async () => {
    await open([annotationOn(TEXT, 'درواز', 'GPE'), annotationOn(TEXT, 'درواز', 'ORG', {}, 2)]);
    const [toGpe] = await fixes();
    expect(toGpe?.title).toBe('Make all of them in this article: Country or city');
    await run(toGpe?.command as Command);
    expect(await told()).toEqual([]);
    await client.act(URI, 1, { kind: 'undo' });
    expect(await told()).toEqual(['annotation/two-labels «درواز»']);
  });

  it('shows as its setting says, what may be meant as information at most', async () => {
    const at = async (annotation: 'error' | 'hint' | 'off') => {
      await client.configure({ ...DEFAULT_SETTINGS, severity: { ...DEFAULT_SETTINGS.severity, annotation } });
      return (await problems()).map(({ code, severity }) => `${String(code)} ${String(severity)}`);
    };
    await open([
      annotationOn(TEXT, 'درواز', 'GPE'),
      annotationOn(TEXT, 'درواز', 'ORG', {}, 2),
      exactly('غدا"', 'DATE'),
    ]);
    expect(await at('error')).toEqual(['annotation/two-labels 3', 'annotation/stray-edge 1']);
    expect(await at('hint')).toEqual(['annotation/two-labels 4', 'annotation/stray-edge 4']);
    expect(await at('off')).toEqual([]);
  });
});

describe('a quotation without speaker', () => {
  const quotation = annotationOn(TEXT, 'سنعود غدا', 'direct');
  it('offers to set one in the editor, or to say that there is none, which stays said', async () => {
    await open([quotation]);
    const [ask, none] = await fixes();
    expect(ask?.command?.command).toBe('hashiya.setSpeaker');
    await run(none?.command as Command);
    expect(await told()).toEqual([]);
    const file = 'file:///corpus/annotations/salma/articles/a.txt.jsonl';
    expect(client.files.contents.get(file)).toContain('"hashiya:unattributed":true');
    await client.close(URI);
    await client.open(URI, TEXT);
    expect(await told()).toEqual([]);
    const said = await client.hover(URI, rangeOf(TEXT, 'سنعود').start);
    expect(JSON.stringify(said)).toContain('Speaker: the article names none');
  });

  it('has no command for editors that do not have it', async () => {
    await open([quotation], { extension: false });
    await client.configure({ ...DEFAULT_SETTINGS, annotator: 'salma' });
    expect((await fixes()).map(({ command }) => command?.command)).toEqual(['hashiya.act']);
  });

  it('is told once, by the engine or of the annotation', async () => {
    const text = 'وأضاف "إن الأمر انتهى تماما ولن يعود أبدا".\n';
    client = await connect();
    await client.open(URI, text);
    const codes = async () =>
      (await client.diagnostics(URI))
        .map(({ code }) => String(code))
        .filter((code) => code.endsWith('without-speaker'));
    expect(await codes()).toEqual(['problem/quotation-without-speaker']);
    const mark = (await client.state(URI)).items.find(({ label }) => label === 'direct');
    await client.act(URI, 1, { kind: 'accept', ids: [mark?.id ?? ''] });
    expect(await codes()).toEqual(['annotation/without-speaker']);
    const id = (await client.state(URI)).items.find(({ label }) => label === 'direct')?.id ?? '';
    await client.act(URI, 1, { kind: 'setSpeaker', id, range: null });
    expect(await codes()).toEqual([]);
  });
});

describe('source.fixAll', () => {
  it('trims all edges in one step, and nothing else', async () => {
    await open([exactly('درواز،', 'GPE'), exactly('"سنعود غدا"', 'term'), exactly('الوف', 'ORG')]);
    expect(await told()).toEqual([
      'annotation/half-word «الوف»',
      'annotation/stray-edge «درواز،»',
      'annotation/stray-edge «"سنعود غدا"»',
    ]);
    const [all, ...others] = await actionsFor([], ['source.fixAll']);
    expect(others).toEqual([]);
    expect(all).toMatchObject({
      kind: 'source.fixAll.hashiya',
      title: 'Trim the edges of all annotations',
    });
    expect((all?.command?.arguments?.[0] as ActParams).action.kind).toBe('tidy');
    await run(all?.command as Command);
    expect(await told()).toEqual(['annotation/half-word «الوف»']);
    await client.act(URI, 1, { kind: 'undo' });
    expect(await told()).toHaveLength(3);
  });

  it('is offered to nobody who does not ask, and not where there is nothing to trim', async () => {
    await open([exactly('درواز،', 'GPE')]);
    const kinds = (await actionsFor(await problems())).map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.hashiya');
    await client.close(URI);
    client.dispose();
    await open([annotationOn(TEXT, 'درواز', 'GPE')]);
    expect(await actionsFor([], ['source.fixAll'])).toEqual([]);
  });
});

it('an orphan is told on the first line', async () => {
  const lost = annotationOn('وصل إلى باريس أمس', 'باريس', 'GPE');
  await open([{ ...lost, anchor: { ...lost.anchor, span: null } }]);
  const start: Range['start'] = { line: 0, character: 0 };
  expect(await problems()).toMatchObject([{ code: 'annotation/orphan', range: { start, end: start } }]);
  const [drop] = await fixes();
  await run(drop?.command as Command);
  expect(await told()).toEqual([]);
});
