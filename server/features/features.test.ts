import type {
  CodeAction,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  MarkupContent,
  Range,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, EDITOR, positionOf, rangeOf, until, wordsAt } from '../../test/unit/server/connect.ts';
import type { ConnectOptions, TestClient } from '../../test/unit/server/connect.ts';
import { memoryFiles } from '../../test/unit/server/memory-files.ts';
import { SCHEME_REQUEST } from '../protocol.ts';
import type { Scheme } from '../protocol.ts';

const URI = 'file:///corpus/articles/a.txt';
const TEXT = `وزير الخارجية المصري يزور موسكو
إعلان
قال وزير الخارجية المصري سامح شكري، الثلاثاء 12 سبتمبر 2023، إن بلاده "ستواصل الحوار مع روسيا".
وقالت رويترز إن "الاتفاق قريب.
وارتفعت الأسعار 25% في موسكو.
شارك هذا المقال
اقرأ أيضا:
انطلاق القمة في باريس
مصر ترفع سعر الفائدة
جميع الحقوق محفوظة
`;

let client: TestClient;
const start = async (options?: ConnectOptions, text = TEXT): Promise<void> => {
  client = await connect(options);
  await client.open(URI, text);
};
afterEach(() => {
  expect(client.told.errors, 'errors in the log').toEqual([]);
  client.dispose();
});

const ask = <T>(method: string, params: object = {}): Promise<T> =>
  client.connection.sendRequest<T>(method, { textDocument: { uri: URI }, ...params });
const hoverOn = async (words: string, nth = 1, text = TEXT): Promise<string> => {
  const hover = await client.hover(URI, positionOf(text, words, nth));
  return hover ? (hover.contents as MarkupContent).value : '';
};
/** Markdown as a person sees it: without escapes, emphasis and isolates. */
const plain = (markdown: string): string => markdown.replace(/\\(?=[^\p{L}\p{N}\s])|[*_\u2068\u2069]/gu, '');
const actionsAt = async (range: Range): Promise<CodeAction[]> => {
  const all = await client.diagnostics(URI);
  const diagnostics = all.filter(
    (d) => d.range.start.line === range.start.line && wordsAt(TEXT, d.range) === wordsAt(TEXT, range),
  );
  return ask('textDocument/codeAction', { range, context: { diagnostics } });
};

describe('a hover', () => {
  it('explains an entity', async () => {
    await start();
    const said = plain(await hoverOn('موسكو', 2));
    expect(said).toContain('Country or city · `GPE`');
    expect(said).toContain('A place with a government');
    expect(said).toContain('Name: «موسكو»');
    expect(said).toContain('2 mentions in this article, the first on line 1');
    expect(said).toMatch(/Suggested by the list of .+, \d+ % sure/);
  });

  it('explains in Arabic', async () => {
    await start({ language: 'ar' });
    const said = plain(await hoverOn('موسكو', 2));
    expect(said).toContain('دولة أو مدينة · `GPE`');
    expect(said).toContain('عدد مرات الذكر في المقال: 2، أولها في السطر 1');
    expect(said).toMatch(/اقتراح مصدره قائمة .+، بثقة \d+٪/);
  });

  it('tells the value of a date', async () => {
    await start();
    expect(plain(await hoverOn('سبتمبر'))).toContain('Value: 2023-09-12');
  });

  it('explains a quotation and what stands in it', async () => {
    await start();
    const said = plain(await hoverOn('روسيا'));
    expect(said.indexOf('Country or city')).toBeLessThan(said.indexOf('Direct quotation'));
    expect(said).toContain('Speaker: «سامح شكري» (line 3)');
    expect(said).toContain('Cue: «قال»');
  });

  it('explains boilerplate', async () => {
    await start();
    expect(plain(await hoverOn('شارك هذا'))).toContain('Page controls · `share`');
  });

  it('says who decided on an annotation and when', async () => {
    await start();
    await client.act(URI, 1, { kind: 'tag', ranges: [rangeOf(TEXT, 'الاتفاق')], label: 'LAW' });
    expect(plain(await hoverOn('الاتفاق'))).toContain(
      'Annotated by salma on 2026-01-02 03:04; source: by hand',
    );
    const mark = (await client.state(URI)).items.find(({ label }) => label === 'PERCENT');
    await client.act(URI, 1, { kind: 'reject', ids: [mark?.id ?? ''] });
    expect(plain(await hoverOn('25%'))).toContain(
      'Rejected by salma on 2026-01-02 03:04; source: the form of percentages',
    );
  });

  it('shows the text of the article letter by letter, whatever it holds', async () => {
    const evil =
      '<img src=x onerror=alert(1)> [موسكو](command:workbench.action.quit) $(flame) `x` ![i](http://e.example/i.png) www.e.example \u202eموسكو';
    await start({}, evil);
    await client.act(URI, 1, {
      kind: 'tag',
      ranges: [{ start: { line: 0, character: 0 }, end: { line: 0, character: evil.length } }],
      label: 'ORG',
    });
    const said = await hoverOn('command', 1, evil);
    expect(plain(said)).toContain('[موسكو](command:workbench');
    for (const live of [
      /(?<!\\)</,
      /(?<!\\)\]\(/,
      /(?<!\\)\$\(/,
      /(?<!\\)`x/,
      /https?:\/\//,
      /www\.e/,
      /\u202e/,
    ])
      expect(said).not.toMatch(live);
  });

  it('is plain text for editors that know no Markdown', async () => {
    await start({ capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    const hover = await client.hover(URI, positionOf(TEXT, 'موسكو'));
    expect((hover?.contents as MarkupContent).kind).toBe('plaintext');
    expect((hover?.contents as MarkupContent).value).toContain(
      'Country or city · GPE\n\nA place with a government:',
    );
  });

  it('is none where nothing is marked', async () => {
    await start();
    expect(await client.hover(URI, positionOf(TEXT, 'يزور'))).toBeNull();
    expect(await client.hover(URI, { line: 99, character: 99 })).toBeNull();
  });
});

describe('code actions', () => {
  it('decide on a mark, and the server does what they say', async () => {
    await start();
    const range = rangeOf(TEXT, 'موسكو', 2);
    const actions = await actionsAt(range);
    const titles = actions.map(({ title }) => title.replace(/[\u2068\u2069]/g, ''));
    expect(titles.slice(0, 3)).toEqual([
      'Accept: Country or city «موسكو»',
      'Reject: no Country or city',
      'Accept every mention of «موسكو»',
    ]);
    expect(titles).toContain('Change the label to Organisation');
    expect(titles).not.toContain('Change the label to Country or city');
    const everywhere = actions[2]?.command;
    await client.connection.sendRequest('workspace/executeCommand', {
      command: everywhere?.command,
      arguments: everywhere?.arguments,
    });
    const accepted = (await client.state(URI)).items.filter(({ state }) => state === 'accepted');
    expect(accepted.map((item) => wordsAt(TEXT, item.range))).toEqual(['موسكو', 'موسكو']);
    expect(client.told.messages).toEqual(['Changed: 2 annotations.']);
    const after = await actionsAt(range);
    expect(after[0]?.title).toBe('Remove the annotation: Country or city');
  });

  it('decide on a whole run of boilerplate', async () => {
    await start();
    const related = (await client.diagnostics(URI)).find(({ code }) => code === 'boilerplate/related');
    expect(wordsAt(TEXT, related?.range as Range)).toBe('انطلاق القمة في باريس\nمصر ترفع سعر الفائدة');
    expect(related).toMatchObject({ severity: 4, tags: [1], message: 'Other headline · 2 lines' });
    const [accept] = await actionsAt(related?.range as Range);
    expect(accept?.title).toBe('Accept: Other headline (2 lines)');
    await client.connection.sendRequest('workspace/executeCommand', accept?.command as object);
    expect((await client.state(URI)).items.filter(({ state }) => state === 'accepted')).toHaveLength(2);
  });

  it('mend a problem by an edit of this version', async () => {
    await start();
    const problem = (await client.diagnostics(URI)).find(
      ({ code }) => code === 'problem/unbalanced-quotation',
    );
    if (!problem) throw new Error('The quotation mark without partner was not found.');
    expect(problem).toMatchObject({
      severity: 2,
      codeDescription: { href: 'https://docs.example/codes/problem.md#unbalanced-quotation' },
    });
    const context = { diagnostics: [problem] };
    const [mend] = await ask<CodeAction[]>('textDocument/codeAction', { range: problem.range, context });
    const [change] = (mend?.edit?.documentChanges ?? []) as [{ textDocument: object; edits: object[] }];
    expect(change.textDocument).toEqual({ uri: URI, version: 1 });
    expect(change.edits.length).toBeGreaterThan(0);
    await client.change(URI, 2, { range: rangeOf(TEXT, 'إعلان'), text: 'خبر' });
    expect(
      await ask('textDocument/codeAction', { range: problem.range, context }),
      'for another version',
    ).toEqual([]);
  });

  it('are filtered by kind', async () => {
    await start();
    const range = rangeOf(TEXT, 'باريس');
    const diagnostics = (await client.diagnostics(URI)).filter((d) => wordsAt(TEXT, d.range) === 'باريس');
    const rewrites = await ask<CodeAction[]>('textDocument/codeAction', {
      range,
      context: { diagnostics, only: ['refactor'] },
    });
    expect(rewrites.length).toBeGreaterThan(5);
    expect(rewrites.every(({ kind }) => kind?.startsWith('refactor.rewrite.'))).toBe(true);
  });
});

it('the outline has the headline, quotations by speaker, entities and boilerplate', async () => {
  await start();
  const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
  const [headline, ...sections] = symbols;
  expect(headline?.name).toBe('وزير الخارجية المصري يزور موسكو');
  expect(sections.map(({ name }) => name)).toEqual([
    'Advertisement',
    'Page controls',
    'Heading of links',
    'Other headline',
    'Legal notice',
  ]);
  const groups = headline?.children ?? [];
  expect(groups[0]?.name).toBe('Quotations');
  const shukri = groups[0]?.children?.find(({ name }) => name === 'سامح شكري');
  expect(shukri?.children?.map(({ range }) => wordsAt(TEXT, range))).toContain('ستواصل الحوار مع روسيا');
  const places = groups.find(({ name }) => name === 'Country or city');
  expect(places?.children?.find(({ name }) => name === 'موسكو')?.detail).toBe('\u200e2');
});

it('boilerplate folds', async () => {
  await start();
  expect(await ask<FoldingRange[]>('textDocument/foldingRange')).toEqual([
    { startLine: 5, endLine: 9, kind: 'region' },
  ]);
});

it('selections grow from the word to the paragraph', async () => {
  await start();
  const [innermost] = await ask<SelectionRange[]>('textDocument/selectionRange', {
    positions: [positionOf(TEXT, 'الحوار')],
  });
  const words: string[] = [];
  for (let at = innermost; at; at = at.parent) words.push(wordsAt(TEXT, at.range));
  expect(words[0]).toBe('الحوار');
  expect(words).toContain('ستواصل الحوار مع روسيا');
  expect(words.at(-1)).toBe(TEXT.split('\n')[2]);
  for (const [i, inner] of words.slice(0, -1).entries()) expect(words[i + 1]).toContain(inner);
});

describe('places', () => {
  it('are every mention of an entity', async () => {
    await start();
    const position = positionOf(TEXT, 'موسكو', 2);
    const both = [rangeOf(TEXT, 'موسكو'), rangeOf(TEXT, 'موسكو', 2)];
    const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position });
    expect(highlights.map(({ range }) => range)).toEqual(both);
    const context = { includeDeclaration: true };
    const all = await ask<Location[]>('textDocument/references', { position, context });
    expect(all.map(({ range }) => range)).toEqual(both);
    const others = await ask<Location[]>('textDocument/references', {
      position,
      context: { includeDeclaration: false },
    });
    expect(others.map(({ range }) => range)).toEqual([both[1]]);
    const definition = await ask<Location[]>('textDocument/definition', { position });
    expect(definition.map(({ range }) => range)).toEqual([both[0]]);
  });

  it('lead from a quotation to its speaker', async () => {
    await start();
    const position = positionOf(TEXT, 'الحوار');
    const definition = await ask<Location[]>('textDocument/definition', { position });
    expect(definition.map(({ range }) => wordsAt(TEXT, range))).toEqual(['سامح شكري']);
    const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position });
    expect(highlights.map(({ range }) => wordsAt(TEXT, range))).toEqual(['سامح شكري', 'قال']);
  });

  it('count annotations as mentions', async () => {
    await start();
    await client.act(URI, 1, {
      kind: 'accept',
      ids: [(await client.state(URI)).items.find(({ range }) => wordsAt(TEXT, range) === 'موسكو')?.id ?? ''],
    });
    const all = await ask<Location[]>('textDocument/references', {
      position: positionOf(TEXT, 'موسكو', 2),
      context: { includeDeclaration: true },
    });
    expect(all).toHaveLength(2);
  });
});

describe('workspace symbols', () => {
  it('are entities of open articles and of the files of the project', async () => {
    const files = memoryFiles({
      'file:///corpus/hashiya.json': '{ "include": ["articles/**/*.txt"] }',
      'file:///corpus/articles/b.txt': 'زار الوفد باريس.',
      'file:///corpus/notes.txt': 'زار الوفد باريس.',
      'file:///corpus/articles/binary.txt': '\u0000\ufffd',
    });
    await start({ files });
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'باريس',
    });
    expect(found.map(({ name, location }) => `${name} ${location.uri}`)).toEqual([
      'باريس file:///corpus/articles/a.txt',
      'باريس file:///corpus/articles/b.txt',
    ]);
    expect(await client.connection.sendRequest('workspace/symbol', { query: 'طوكيو' })).toEqual([]);
  });
});

describe('the scheme', () => {
  it('has every label of the default scheme, in the editor’s language', async () => {
    await start({ language: 'ar' });
    const scheme = await client.connection.sendRequest<Scheme>(SCHEME_REQUEST, { uri: URI });
    expect(scheme).toMatchObject({ annotator: 'salma', project: null });
    expect(scheme.labels.find(({ id }) => id === 'PER')).toMatchObject({
      title: 'شخص',
      key: 'p',
      family: 'entity',
    });
    expect(scheme.labels.find(({ id }) => id === 'related')?.family).toBe('boilerplate');
  });

  it('is the project’s where it has one, and other labels are refused and not suggested', async () => {
    const project =
      '{ "labels": { "only": ["GPE"], "add": [{ "id": "SHIP", "family": "entity", "title": "Ship" }], "colours": { "SHIP": "#123456" } } }';
    const files = memoryFiles({ 'file:///corpus/hashiya.json': project });
    await start({ files });
    const scheme = await client.connection.sendRequest<Scheme>(SCHEME_REQUEST, { uri: URI });
    expect(scheme.project).toBe('file:///corpus/hashiya.json');
    expect(scheme.labels.map(({ id }) => id)).toEqual(['GPE', 'SHIP']);
    expect(scheme.labels[1]).toMatchObject({ title: 'Ship', colour: '#123456' });
    expect(new Set((await client.state(URI)).items.map(({ label }) => label))).toEqual(new Set(['GPE']));
    const range = rangeOf(TEXT, 'الاتفاق');
    expect((await client.act(URI, 1, { kind: 'tag', ranges: [range], label: 'LAW' })).message).toContain(
      'no label “LAW”',
    );
    expect((await client.act(URI, 1, { kind: 'tag', ranges: [range], label: 'SHIP' })).done).toBe(true);
    expect(plain(await hoverOn('الاتفاق'))).toContain('Ship · `SHIP`');
  });
});

it('a project file that comes or changes counts at once', async () => {
  const files = memoryFiles();
  await start({ files });
  expect((await client.state(URI)).annotator).toBe('salma');
  files.contents.set('file:///corpus/hashiya.json', '{ "annotator": "هدى", "labels": { "only": ["PER"] } }');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'file:///corpus/hashiya.json', type: 1 }],
  });
  await until('the new annotator', () => client.told.states.at(-1)?.annotator === 'هدى');
  expect(new Set((await client.state(URI)).items.map(({ label }) => label))).toEqual(new Set(['PER']));
});

it('what is wrong with a project file is shown in it, until it is mended', async () => {
  const content = '{\n  "annotators": "هدى"\n}';
  const files = memoryFiles({ 'file:///corpus/hashiya.json': content });
  await start({ files });
  const of = (uri: string) => client.told.pushed.filter((push) => push.uri === uri);
  const [shown] = await until('the problem', () => of('file:///corpus/hashiya.json').at(-1)?.diagnostics);
  expect(shown).toMatchObject({ severity: 1, range: rangeOf(content, '"هدى"') });
  files.contents.set('file:///corpus/hashiya.json', '{ "annotators": ["هدى"] }');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'file:///corpus/hashiya.json', type: 2 }],
  });
  await until('none', () => of('file:///corpus/hashiya.json').at(-1)?.diagnostics.length === 0);
});

it('a client of little learning gets what it understands', async () => {
  await start({ extension: false, capabilities: { ...EDITOR, textDocument: {} } });
  const symbols = await ask<SymbolInformation[]>('textDocument/documentSymbol');
  expect(symbols[0]).toMatchObject({ location: { uri: URI } });
  const state = await client.state(URI);
  await client.act(URI, 1, { kind: 'accept', ids: [state.items[0]?.id ?? ''] });
  const [command] = await ask<{ command: string }[]>('textDocument/codeAction', {
    range: state.items[0]?.range,
    context: { diagnostics: [] },
  });
  expect(command?.command).toBe('hashiya.act');
});
