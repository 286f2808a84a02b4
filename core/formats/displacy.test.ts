import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../annotations/anchors.ts';
import { of, read, told, write } from '../../test/unit/formats.ts';

describe('displaCy JSON', async () => {
  const text = '😀 قال كيم: "نعم".\nزار موسكو.';
  const speaker = makeAnchor(text, { start: text.indexOf('كيم'), end: text.indexOf('كيم') + 3 });
  const annotations = [
    of(text, 'كيم', 'PER', { canonical: 'كيم <جونغ> أون' }),
    of(text, 'موسكو', 'GPE'),
    of(text, 'نعم', 'direct', { family: 'quotation', speaker, canonical: null }),
  ];
  const dataset = await write('displacy', text, annotations);
  const [record] = JSON.parse(dataset.content) as {
    ents: Record<string, unknown>[];
    spans: Record<string, unknown>[];
    tokens: string[];
    title: string;
    settings: unknown;
  }[];

  test('is a folder of documents and options', () => {
    expect(dataset.files.map(({ path }) => path)).toEqual(['documents.json', 'options.json']);
    expect(told(dataset)).toEqual([]);
  });

  test('entities count code points, and show a name that their words do not say, escaped', () => {
    expect(record?.ents).toEqual([
      { start: 6, end: 9, label: 'PER', kb_id: 'كيم &#60;جونغ&#62; أون', kb_url: '#' },
      { start: 22, end: 27, label: 'GPE', kb_id: '', kb_url: '#' },
    ]);
  });

  test('all spans have tokens, ends exclusive, speakers too', () => {
    const words = record?.spans.map(({ label, start_token: start, end_token: end }) => [
      label,
      record.tokens.slice(start as number, end as number).join('|'),
    ]);
    expect(words).toEqual([
      ['PER', 'كيم'],
      ['direct', 'نعم'],
      ['GPE', 'موسكو'],
      ['SPEAKER', 'كيم'],
    ]);
  });

  test('is drawn from right to left, under the path of the article', () => {
    expect(record?.settings).toEqual({ lang: 'ar', direction: 'rtl' });
    expect(record?.title).toBe('articles/x.txt');
  });

  test('the options have a light colour for every label', () => {
    const { colors } = JSON.parse(String(dataset.files[1]?.content)) as { colors: Record<string, string> };
    expect(Object.keys(colors)).toEqual(expect.arrayContaining(['PER', 'direct', 'ad', 'SPEAKER', 'CUE']));
    const lightness = Object.values(colors).map((colour) =>
      Math.min(...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))),
    );
    expect(Math.min(...lightness)).toBeGreaterThan(170);
  });

  test.each([
    ['a list', '[{"text": "قال كيم", "ents": [{"start": 4, "end": 7, "label": "PER"}], "title": null}]'],
    ['one document', '{\n"text": "قال كيم",\n"ents": [{"start": 4, "end": 7, "label": "PER"}]}'],
    [
      'Doc.to_json',
      '{"text": "قال كيم", "ents": [], "tokens": [{"id": 0, "start": 0, "end": 3}], "spans": {"sc": [{"start": 4, "end": 7, "label": "PER", "kb_id": ""}]}}',
    ],
  ])('reads %s', async (_what, content) => {
    const { documents, problems } = await read('displacy', content);
    expect(documents.map(({ spans }) => spans)).toEqual([
      [{ layer: 'entities', label: 'PER', start: 4, end: 7 }],
    ]);
    expect(problems).toEqual([]);
  });

  test('tells what it cannot read, and keeps the rest', async () => {
    const content =
      '{"text": "قال كيم", "ents": [{"start": 9, "end": 12, "label": "PER"}, {"start": 4, "end": 7, "label": "PER"}]}\n{"words": []}';
    const { documents, problems } = await read('displacy', content);
    expect(documents.map(({ spans }) => spans.length)).toEqual([1]);
    expect(problems.map(({ line }) => line)).toEqual([1, 2]);
  });
});
