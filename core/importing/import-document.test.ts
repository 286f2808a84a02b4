import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { analyse, CONTEXT, KEEP, of } from '../../test/unit/formats.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { buildDocument } from '../dataset/build-document.ts';
import { FORMATS } from '../formats/formats.ts';
import type { ReadDocument } from '../formats/format.ts';
import { writeDataset } from '../formats/write-dataset.ts';
import { familyLookup } from '../labels/project-labels.ts';
import { DEFAULT_PROJECT } from '../labels/project.ts';
import { overlaps } from '../text/span.ts';
import { importDocument } from './import-document.ts';
import type { ImportRules } from './import-document.ts';
import { matchArticles } from './match.ts';

const TEXT = 'زار بوتين موسكو أمس\nقال بوتين: "سأعود".';
const ARTICLE = { path: 'articles/x.txt', text: TEXT };

const RULES: ImportRules = {
  annotator: 'salma',
  now: '2026-01-02T03:04:05.000Z',
  newId: () => 'id',
  source: 'import/spacy-jsonl',
  familyOf: familyLookup(DEFAULT_PROJECT),
  rename: new Map(),
  silver: false,
};

/** A document as another program would have it: spans by their words. */
const documentOf = (
  text: string,
  ...spans: readonly (readonly [words: string, label: string])[]
): ReadDocument => ({
  file: null,
  text,
  spans: spans.map(([words, label]) => {
    const start = text.indexOf(words);
    return { layer: CONTEXT.layerOf(label), label, start, end: start + words.length };
  }),
});

const inWords = (annotations: readonly Annotation[]): string[] =>
  annotations.map(({ label, anchor }) => `${label} ${anchor.exact}`);

describe('spans of a dataset become annotations', () => {
  test('by the words of their line', () => {
    const document = documentOf('قال بوتين : " سأعود " .', ['بوتين', 'PER'], ['سأعود', 'direct']);
    const { annotations, losses } = importDocument(document, ARTICLE, [], RULES);
    expect(annotations.map(({ anchor }) => anchor.span?.start)).toEqual([TEXT.lastIndexOf('بوتين'), 32]);
    expect(annotations[0]).toMatchObject({
      family: 'entity',
      decision: 'accepted',
      provenance: { annotator: 'salma', created: RULES.now, source: 'import/spacy-jsonl' },
    });
    expect(losses).toEqual([]);
  });

  test('with their attributes, their note and their ties, under new ids', () => {
    const [visitor, city] = documentOf(TEXT, ['بوتين', 'PER'], ['موسكو', 'GPE']).spans;
    if (!visitor || !city) throw new Error('no spans');
    const relations = [
      { type: 'visits', to: 'T2' },
      { type: 'knows', to: 'gone' },
    ];
    const spans = [
      { ...visitor, id: 'T1', attributes: { wikidata: 'Q7747' }, note: 'الرئيس', relations },
      { ...city, id: 'T2' },
    ];
    let count = 0;
    const rules = { ...RULES, newId: () => `new-${++count}` };
    const { annotations } = importDocument({ ...documentOf(TEXT), spans }, ARTICLE, [], rules);
    expect(annotations).toMatchObject([
      {
        id: 'new-1',
        attributes: { wikidata: 'Q7747' },
        note: 'الرئيس',
        relations: [{ type: 'visits', to: 'new-2' }],
      },
      { id: 'new-2', attributes: {}, note: '', relations: [] },
    ]);
  });

  test('by their own words and surroundings where the line is another', () => {
    const document = documentOf('زار الرئيس بوتين موسكو أمس الأول', ['موسكو', 'GPE']);
    expect(inWords(importDocument(document, ARTICLE, [], RULES).annotations)).toEqual(['GPE موسكو']);
  });

  test('lines with their classes, where a dataset has no spans', () => {
    const lines = [
      { start: 0, end: 19, number: 1, class: 'ad', silver: false },
      { start: 20, end: 40, number: 2, class: 'share', silver: true },
    ];
    const document = { ...documentOf(TEXT), lines };
    expect(inWords(importDocument(document, ARTICLE, [], RULES).annotations)).toEqual([
      'ad زار بوتين موسكو أمس',
    ]);
    expect(importDocument(document, ARTICLE, [], { ...RULES, silver: true }).annotations.length).toBe(2);
  });

  const lost: readonly [
    why: string,
    document: ReadDocument,
    rules: Partial<ImportRules>,
    expected: string[],
  ][] = [
    ['words that are not there', documentOf('زار كيم باريس', ['باريس', 'GPE']), {}, ['not-found GPE باريس']],
    ['a label of no scheme', documentOf(TEXT, ['بوتين', 'PERSON']), {}, ['unknown-label PERSON بوتين']],
    [
      'a label that is renamed',
      documentOf(TEXT, ['بوتين', 'PERSON']),
      { rename: new Map([['PERSON', 'PER']]) },
      [],
    ],
    [
      'what nobody had decided on',
      { ...documentOf(TEXT), spans: [{ layer: 'entities', label: 'PER', start: 4, end: 9, silver: true }] },
      {},
      ['silver PER بوتين'],
    ],
  ];
  test.each(lost)('told: %s', (_why, document, rules, expected) => {
    const { losses } = importDocument(document, ARTICLE, [], { ...RULES, ...rules });
    expect(losses.map(({ reason, label, text }) => `${reason} ${label} ${text}`)).toEqual(expected);
  });

  test('what is decided already stays as it is', () => {
    const document = documentOf(TEXT, ['بوتين', 'PER'], ['موسكو', 'LOC'], ['أمس', 'DATE']);
    const decided = [
      of(TEXT, 'بوتين', 'PER'),
      of(TEXT, 'موسكو', 'GPE'),
      of(TEXT, 'أمس', 'DATE', { decision: 'rejected' }),
    ];
    const { annotations, known, losses } = importDocument(document, ARTICLE, decided, RULES);
    expect(annotations).toEqual([]);
    expect(known).toBe(1);
    expect(losses.map(({ reason, text }) => `${reason} ${text}`)).toEqual(['decided موسكو', 'decided أمس']);
  });
});

describe('documents find their article', () => {
  const articles = [
    { path: 'a/x.txt', text: 'افتتح الوزير المعرض الدولي للكتاب\nقال' },
    { path: 'a/y.txt', text: 'غادر المنتخب إلى الدوحة مساء اليوم\nقال' },
    { path: 'b/y.txt', text: 'هطلت أمطار غزيرة على الساحل السوري' },
  ];
  const cases: readonly [how: string, file: string | null, text: string, expected: string | null][] = [
    ['by path', 'b/y.txt', '', 'b/y.txt'],
    ['by path, a sentence', 'a/y.txt#4', '', 'a/y.txt'],
    ['by file name', 'out/x.ann', '', 'a/x.txt'],
    ['not by a file name that two have', 'y.ann', '', null],
    ['by what is written', null, 'غادر المنتخب إلى الدوحة مساء اليوم .', 'a/y.txt'],
    ['by a sentence within a line', null, 'الوزير المعرض الدولي للكتاب', 'a/x.txt'],
    ['not by a line that two have', null, 'قال', null],
  ];
  test.each(cases)('%s', (_how, file, text, expected) => {
    const [article] = matchArticles([{ file, text, spans: [] }], articles);
    expect(article?.path ?? null).toBe(expected);
  });
});

describe('what a format carries comes back as annotations', () => {
  test.each(FORMATS.map((format) => [format.id, format] as const))('%s', async (id, format) => {
    await fc.assert(
      fc.asyncProperty(annotatedText, async ([text, annotations]) => {
        const accepted = annotations.filter(
          ({ decision, label }) => decision === 'accepted' && RULES.familyOf(label) !== null,
        );
        const built = buildDocument('articles/x.txt', analyse(text), accepted, KEEP);
        const { files, losses } = await writeDataset(format, [built], CONTEXT);
        const { documents } = await format.parse(files, CONTEXT);
        const [document] = documents;
        if (!document) {
          expect(built.document.spans.filter(({ layer }) => format.layers.includes(layer))).toEqual([]);
          return;
        }
        const imported = importDocument(document, { path: 'articles/x.txt', text }, accepted, RULES);
        // All of it is known, but for what the format could not hold and said so.
        const told = new Set(losses.map(({ label }) => label));
        // A dataset of lines has each line by itself, where an annotation may class several, or blanks too.
        const isLineOf = ({ label, anchor }: Annotation): boolean =>
          format.layers.length === 0 &&
          accepted.some(
            (one) =>
              one.label === label && one.anchor.span && anchor.span && overlaps(one.anchor.span, anchor.span),
          );
        expect(
          inWords(imported.annotations.filter((one) => !isLineOf(one))).filter(
            (one) => !told.has(one.split(' ')[0] ?? ''),
          ),
          id,
        ).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
