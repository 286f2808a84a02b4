import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../annotations/anchors.ts';
import { of, read, told, write } from '../../test/unit/formats.ts';

describe('spaCy JSON lines', async () => {
  const text = '😀 قال كيم: "نعم". زار موسكو.';
  const speaker = makeAnchor(text, { start: text.indexOf('كيم'), end: text.indexOf('كيم') + 3 });
  const annotations = [
    of(text, 'كيم', 'PER', { canonical: 'كيم جونغ أون' }),
    of(text, 'نعم', 'direct', { family: 'quotation', speaker, canonical: 'كيم جونغ أون' }),
  ];
  const record = JSON.parse((await write('spacy-jsonl', text, annotations)).content) as {
    text: string;
    entities: [number, number, string][];
    spans: Record<string, [number, number, string][]>;
    words: string[];
    spaces: boolean[];
    meta: {
      offsets: string;
      spans: { quotations: { speaker: [number, number]; canonical: string; silver: boolean }[] };
    };
  };
  const words = ([start, end]: readonly [number, number, ...unknown[]]): string =>
    [...record.text].slice(start, end).join('');

  test('counts code points', () => {
    expect(record.meta.offsets).toBe('codepoint');
    expect(record.entities).toEqual([[6, 9, 'PER']]);
    expect(record.entities.map(words)).toEqual(['كيم']);
  });

  test('has quotations with their speakers', () => {
    expect(record.spans['quotations']?.map((span) => `${span[2]} ${words(span)}`)).toEqual(['direct نعم']);
    expect(record.spans['speakers']?.map((span) => `${span[2]} ${words(span)}`)).toEqual(['SPEAKER كيم']);
    expect(record.meta.spans.quotations.map(({ speaker: at, canonical }) => [words(at), canonical])).toEqual([
      ['كيم', 'كيم جونغ أون'],
    ]);
  });

  test('every span begins and ends with a word, particles being words', async () => {
    const line = 'قال والكرملين بموسكو';
    const dataset = await write('spacy-jsonl', line, [of(line, 'الكرملين', 'ORG'), of(line, 'موسكو', 'GPE')]);
    const { words, spaces } = JSON.parse(dataset.content) as typeof record;
    expect(words).toEqual(['قال', 'و', 'الكرملين', 'ب', 'موسكو']);
    expect(spaces).toEqual([true, false, true, false, false]);
  });

  // spaCy makes the text of its words and of a blank behind each that has one.
  test.each([
    ['newlines and more blanks', 'قال  كيم\n\nنعم ', ['قال', ' ', 'كيم', '\n\n', 'نعم']],
    ['controls and joiners', 'قال\u200f كيم،\u200f\u200d', ['قال', '\u200f ', 'كيم', '،', '\u200f\u200d']],
    ['a blank at the start', ' كيم', [' ', 'كيم']],
  ])('the words make up a text with %s', async (_what, line, expected) => {
    const { words, spaces } = JSON.parse(
      (await write('spacy-jsonl', line, [of(line, 'كيم', 'PER')])).content,
    ) as typeof record;
    expect(words).toEqual(expected);
    expect(words.map((word, i) => word + (spaces[i] ? ' ' : '')).join('')).toBe(line);
  });

  test('overlapping entities stay in the span group, and are told', async () => {
    const line = 'في كوريا الشمالية';
    const dataset = await write('spacy-jsonl', line, [
      of(line, 'كوريا', 'LOC'),
      of(line, 'كوريا الشمالية', 'GPE'),
    ]);
    expect(told(dataset)).toEqual(['overlap LOC كوريا']);
    const { entities, spans } = JSON.parse(dataset.content) as typeof record;
    expect([entities.length, spans['entities']?.length]).toEqual([1, 2]);
  });

  test.each([
    ['training data', '{"text": "😀 قال كيم", "entities": [[6, 9, "PER"]]}\n'],
    ['training data of spaCy 2', '[["😀 قال كيم", {"entities": [[6, 9, "PER"]]}]]'],
    [
      'Example.to_dict, which has no text',
      '{"doc_annotation": {"entities": ["O", "O", "U-PER"]}, "token_annotation": {"ORTH": ["😀", "قال", "كيم"], "SPACY": [true, true, false]}}',
    ],
    ['tags of words', '{"text": "😀 قال كيم", "words": ["😀", "قال", "كيم"], "ner": ["O", "-", "B-PER"]}'],
    ['a span group', '{"text": "😀 قال كيم", "spans": {"sc": [[6, 9, "PER", "Q1"]]}}'],
  ])('reads %s', async (_what, content) => {
    const { documents, problems } = await read('spacy-jsonl', content);
    expect(documents.map(({ text: words, spans }) => [words, spans])).toEqual([
      ['😀 قال كيم', [{ layer: 'entities', label: 'PER', start: 7, end: 10 }]],
    ]);
    expect(problems).toEqual([]);
  });

  test('names the line of what it cannot read, and keeps the rest', async () => {
    const content = '{"text": "x"}\n{"text": 1}\n{"text": "x", "entities": [[1], [0, 1, "PER"]]}\n{';
    const { documents, problems } = await read('spacy-jsonl', content);
    expect(documents.map(({ spans }) => spans.length)).toEqual([0, 1]);
    expect(problems.map(({ line }) => line).sort()).toEqual([2, 3, 4]);
  });
});
