import { describe, expect, test } from 'vitest';
import { textHash } from '../../annotations/store.ts';
import { buildDocument } from '../../dataset/build-document.ts';
import { CONTEXT, analyse, anchorOf, format, of, told, write } from '../../../test/unit/formats.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile } from '../format.ts';
import { prove } from '../proof.ts';
import { writeDataset } from '../write-dataset.ts';

/** An article of which the first line and the fourth are none of its own. */
const ARTICLE = [
  '😀 شارك الخبر على فيسبوك',
  'وصل الوفد الحكومي إلى صنعاء أمس الثلاثاء بعد رحلة طويلة.',
  'قال الوزير سالم باعوم: "نعم 😀". ثم زار عدن وصنعاء.',
  'إقرأ أيضاً: نتائج الدوري',
  'وعاد مساءً.',
].join('\n');

const anchor = (words: string) => anchorOf(ARTICLE, words);

const ANNOTATIONS = [
  of(ARTICLE, 'سالم باعوم', 'PER'),
  of(ARTICLE, 'عدن', 'GPE'),
  of(ARTICLE, 'نعم 😀', 'direct', {
    family: 'quotation',
    speaker: anchor('سالم باعوم'),
    cue: anchor('قال'),
    canonical: 'سالم باعوم',
  }),
  of(ARTICLE, '😀 شارك الخبر على فيسبوك', 'share', { family: 'boilerplate', canonical: null }),
  of(ARTICLE, 'إقرأ أيضاً: نتائج الدوري', 'read-also', { family: 'boilerplate', canonical: null }),
];

const CLEAN = { marks: false, boilerplate: false };

interface Place {
  start: number;
  end: number;
  text: string;
}

interface Piece {
  start: number;
  source: number;
  length: number;
}

const rows = <T>(content: string): T[] =>
  content
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as T);

/** The words of the article that pieces of a text point to, and those that the text has there. */
const bothSides = (text: string, pieces: readonly Piece[]) =>
  pieces.map(({ start, source, length }) => [
    [...ARTICLE].slice(source, source + length).join(''),
    [...text].slice(start, start + length).join(''),
  ]);

const parse = (id: string, ...files: DatasetFile[]) => format(id).parse(files, CONTEXT);

describe('Hashiya JSON lines', () => {
  test('has what `hashiya analyze` has, under the same names', async () => {
    const { content } = await write('hashiya-jsonl', ARTICLE, ANNOTATIONS, CLEAN);
    const [record] = rows<{
      text: string;
      sha256: string;
      pieces: Piece[];
      lines: { line: number; class: string; silver: boolean; start: number; end: number }[];
      entities: (Place & { label: string; annotator: string })[];
      quotations: (Place & { kind: string; speaker: Place; cue: Place; canonical: string })[];
      sentences: [number, number, number?][][];
    }>(content);
    if (!record) throw new Error('no record');
    const words = ({ start, end }: Pick<Place, 'start' | 'end'>) =>
      [...record.text].slice(start, end).join('');
    expect(record.sha256).toBe(textHash(record.text));
    expect(record.entities.map((span) => [span.label, span.text, words(span), span.annotator])).toEqual([
      ['PER', 'سالم باعوم', 'سالم باعوم', 'huda'],
      ['GPE', 'عدن', 'عدن', 'huda'],
    ]);
    expect(
      record.quotations.map((span) => [span.kind, words(span), words(span.speaker), words(span.cue)]),
    ).toEqual([['direct', 'نعم 😀', 'سالم باعوم', 'قال']]);
    expect(record.lines.map((line) => [line.line, words(line), line.silver])).toEqual([
      [2, 'وصل الوفد الحكومي إلى صنعاء أمس الثلاثاء بعد رحلة طويلة.', true],
      [3, 'قال الوزير سالم باعوم: "نعم 😀". ثم زار عدن وصنعاء.', true],
      [5, 'وعاد مساءً.', true],
    ]);
    expect(
      record.sentences
        .at(-2)
        ?.map(([start, end, proper]) => [
          words({ start, end }),
          proper === undefined ? '' : words({ start: proper, end }),
        ]),
    ).toEqual([
      ['ثم', ''],
      ['زار', ''],
      ['عدن', ''],
      ['وصنعاء', 'صنعاء'],
      ['.', ''],
    ]);
    for (const [article, text] of bothSides(record.text, record.pieces)) expect(text).toBe(article);
    expect(record.pieces.length).toBe(2);
  });

  test('reads what `hashiya analyze` prints, with the article beside it', async () => {
    const report = {
      file: 'articles/x.txt',
      offsets: 'utf16',
      lines: [{ line: 1, class: 'body' }],
      entities: [{ start: 3, end: 6, label: 'PER', text: 'كيم', confidence: 0.9 }],
      quotations: [],
    };
    const { documents, problems } = await parse(
      'hashiya-jsonl',
      { path: 'a.jsonl', content: JSON.stringify(report) },
      { path: 'articles/x.txt', content: '😀 كيم\n' },
    );
    expect(problems).toEqual([]);
    expect(documents).toMatchObject([
      {
        file: 'articles/x.txt',
        text: '😀 كيم\n',
        lines: [{ number: 1, class: 'body', start: 0, end: 6 }],
        spans: [{ layer: 'entities', label: 'PER', start: 3, end: 6 }],
      },
    ]);
  });

  test('says of each line what is wrong with it, and reads the rest', async () => {
    const content = [
      '{"text": "قال كيم", "entities": [{"start": 4, "end": 7, "label": "PER"}, {"start": 4}]}',
      '{"file": "articles/y.txt", "entities": []}',
      '{"text": "😀 كيم", "entities": [{"start": 3, "end": 6, "label": "PER", "text": "كيم"}]}',
      '[',
    ].join('\r\n');
    const { documents, problems } = await parse('hashiya-jsonl', { path: 'a.jsonl', content });
    expect(documents.map(({ spans }) => spans.length)).toEqual([1, 1]);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^1 an entry of "entities" has no valid/),
      expect.stringMatching(/^2 the record has no "text".*articles\/y\.txt/),
      expect.stringMatching(/^3 .*is not where its "text" stands: «كيم»; check "offsets"/),
      expect.stringMatching(/^4 the line is no JSON/),
    ]);
  });
});

describe('quotations with their speakers', () => {
  test('each stands in its sentences, and in the article', async () => {
    const { content } = await write('quotation-pairs', ARTICLE, ANNOTATIONS, CLEAN);
    const [pair] = rows<{
      text: string;
      line: number;
      kind: string;
      quotation: Place;
      speaker: Place & { label: string };
      cue: Place;
      canonical: string;
      pieces: Piece[];
    }>(content);
    if (!pair) throw new Error('no record');
    expect(pair).toMatchObject({
      line: 3,
      kind: 'direct',
      canonical: 'سالم باعوم',
      text: 'قال الوزير سالم باعوم: "نعم 😀".',
      speaker: { text: 'سالم باعوم', label: 'PER' },
      cue: { start: 0, end: 3, text: 'قال' },
    });
    for (const { start, end, text } of [pair.quotation, pair.speaker, pair.cue])
      expect([...pair.text].slice(start, end).join('')).toBe(text);
    expect(bothSides(pair.text, pair.pieces)).toEqual([[pair.text, pair.text]]);
  });

  const spoilt: readonly [what: string, from: RegExp, to: string, expected: readonly string[]][] = [
    ['another kind', /"kind":"direct"/, '"kind":"term"', ['changed direct نعم 😀', 'unexpected term نعم 😀']],
    ['another speaker', /"speaker":\{"start":\d+/, '"speaker":{"start":0', ['changed direct نعم 😀']],
    ['another place', /"source":\d+/, '"source":9', ['changed direct نعم 😀']],
    ['another text', /"text":"قال/, '"text":"قيل', ['changed direct نعم 😀']],
    ['no record', /^[^\n]*\n/, '', ['changed direct نعم 😀']],
  ];
  test.each(spoilt)('the proof sees %s', async (_what, from, to, expected) => {
    const { content, document } = await write('quotation-pairs', ARTICLE, ANNOTATIONS, CLEAN);
    expect(content).toMatch(from);
    const spoiltFile = { path: '', content: content.replace(from, to) };
    const { losses } = await prove(format('quotation-pairs'), [spoiltFile], [document], [], CONTEXT);
    expect(losses.map(({ reason, label, text }) => `${reason} ${label} ${text}`)).toEqual(expected);
  });
});

describe('clean text', () => {
  const built = buildDocument('articles/x.txt', analyse(ARTICLE), ANNOTATIONS, CLEAN);

  test('is the article without its boilerplate, with the way back', async () => {
    const { files } = await writeDataset(format('clean-text'), [built], CONTEXT);
    const text =
      'وصل الوفد الحكومي إلى صنعاء أمس الثلاثاء بعد رحلة طويلة.\nقال الوزير سالم باعوم: "نعم 😀". ثم زار عدن وصنعاء.\nوعاد مساءً.';
    expect(files.map(({ path }) => path)).toEqual(['map.jsonl', 'texts/articles/x.txt']);
    expect(files[1]?.content).toBe(text);
    const [map] = rows<{ path: string; sha256: string; pieces: Piece[] }>(
      textOfFile(files[0]?.content ?? ''),
    );
    expect(map).toMatchObject({ path: 'texts/articles/x.txt', sha256: textHash(text) });
    for (const [article, clean] of bothSides(text, map?.pieces ?? [])) expect(clean).toBe(article);
  });

  test('the proof sees a text that changed, and a map that does', async () => {
    const { files } = await format('clean-text').serialise([built.document], CONTEXT);
    const spoil = (path: string, from: string, to: string) =>
      files.map((file) =>
        file.path === path ? { ...file, content: textOfFile(file.content).replace(from, to) } : file,
      );
    const seen = async (spoilt: readonly DatasetFile[]) =>
      (await prove(format('clean-text'), spoilt, [built.document], [], CONTEXT)).losses.map(
        ({ layer, reason, detail }) => [layer, reason, detail],
      );
    expect(await seen(files)).toEqual([]);
    expect(await seen(spoil('texts/articles/x.txt', 'الوفد ', 'الوفد  '))).toEqual([
      [null, 'changed', 'text'],
    ]);
    expect(await seen(spoil('map.jsonl', '"start":0', '"start":1'))).toEqual([[null, 'changed', 'pieces']]);
    expect(await seen(files.slice(1))).toContainEqual([null, 'changed', 'pieces']);
  });

  test('reads any folder of texts, and says what a map lacks', async () => {
    const { documents, problems } = await parse(
      'clean-text',
      { path: 'a/b.txt', content: '\ufeffنص' },
      { path: 'map.jsonl', content: '{"file": "x.txt"}' },
    );
    expect(documents).toEqual([{ file: 'a/b.txt', text: 'نص', spans: [] }]);
    expect(problems).toMatchObject([{ path: 'map.jsonl', line: 1, message: /texts\/x\.txt/ }]);
  });
});

describe('lines with their classes', () => {
  test('every line that is not blank, decided or silver', async () => {
    const { content } = await write('line-classes', ARTICLE, ANNOTATIONS);
    const lines = rows<{ line: number; class: string; silver: boolean; text: string; pieces: Piece[] }>(
      content,
    );
    expect(lines.map((line) => [line.line, line.text])).toEqual(
      ARTICLE.split('\n').map((text, i) => [i + 1, text]),
    );
    expect(lines.filter(({ silver }) => !silver).map((line) => line.class)).toEqual(['share', 'read-also']);
    for (const { text, pieces } of lines) expect(bothSides(text, pieces)).toEqual([[text, text]]);
  });

  test('the proof sees another class', async () => {
    const dataset = await write('line-classes', ARTICLE, ANNOTATIONS);
    expect(told(dataset)).toEqual([]);
    const content = dataset.content.replace('"class":"share"', '"class":"ad"');
    const { losses } = await prove(
      format('line-classes'),
      [{ path: '', content }],
      [dataset.document],
      [],
      CONTEXT,
    );
    expect(losses.map(({ reason, detail }) => [reason, detail])).toEqual([['changed', 'lines']]);
  });

  test('reads pairs of text and label, as classifiers are given them', async () => {
    const content = '{"text": "إعلان", "label": "ad"}\n{"text": "عنوان"}\n{"text": "خبر", "label": "body"}';
    const { documents, problems } = await parse('line-classes', { path: '', content });
    expect(documents).toMatchObject([
      {
        file: null,
        text: 'إعلان\nخبر',
        lines: [
          { class: 'ad', number: 1 },
          { class: 'body', number: 2 },
        ],
      },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });
});
