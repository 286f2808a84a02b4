import { describe, expect, test } from 'vitest';
import { CONTEXT, anchorOf, format, of, write } from '../../../test/unit/formats.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile } from '../format.ts';
import { idOfIri, iriOfId, pathOfIri, relativeIri } from './iri.ts';

const TEXT = '😀 قال كيم: "نعم". زار موسكو.';

const anchor = (words: string) => anchorOf(TEXT, words);

const parse = (...files: DatasetFile[]) => format('web-annotation').parse(files, CONTEXT);

/** The words of spans, as "label words", speaker and cue behind. */
const wordsOf = ({ documents }: Awaited<ReturnType<typeof parse>>): string[] =>
  documents.flatMap(({ text, spans }) =>
    spans.map(({ label, start, end, speaker, cue }) =>
      [label, ...[{ start, end }, speaker, cue].map((at) => at && text.slice(at.start, at.end))]
        .filter((one) => typeof one === 'string')
        .join(' '),
    ),
  );

describe('W3C Web Annotation', () => {
  const annotations = [
    of(TEXT, 'كيم', 'PER', { id: '8d1c9c5e-3a2b-4c6d-9e0f-112233445566', canonical: 'كيم جونغ أون' }),
    of(TEXT, 'نعم', 'direct', { family: 'quotation', speaker: anchor('كيم'), cue: anchor('قال') }),
  ];

  test('a collection, and beside each text a page of annotations by position and quote', async () => {
    const { files } = await write('web-annotation', TEXT, annotations);
    expect(files.map(({ path }) => path)).toEqual([
      'collection.jsonld',
      'articles/x.txt',
      'articles/x.txt.jsonld',
    ]);
    const [collection, text, page] = files.map(({ content }) => textOfFile(content));
    expect(text).toBe(TEXT);
    expect(JSON.parse(collection ?? '')).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'collection.jsonld',
      type: 'AnnotationCollection',
      label: 'x',
      generator: { type: 'Software', name: 'hashiya 0.1.0' },
      total: 2,
      first: 'articles/x.txt.jsonld',
      last: 'articles/x.txt.jsonld',
    });
    expect(JSON.parse(page ?? '')).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'x.txt.jsonld',
      type: 'AnnotationPage',
      partOf: { id: '../collection.jsonld', type: 'AnnotationCollection', label: 'x' },
      startIndex: 0,
      items: [
        {
          id: 'urn:uuid:8d1c9c5e-3a2b-4c6d-9e0f-112233445566',
          type: 'Annotation',
          motivation: 'tagging',
          creator: { type: 'Person', name: 'huda' },
          body: { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
          target: {
            source: 'x.txt',
            selector: [
              { type: 'TextPositionSelector', start: 6, end: 9 },
              {
                type: 'TextQuoteSelector',
                exact: 'كيم',
                prefix: '😀 قال ',
                suffix: ': "نعم". زار موسكو.',
              },
            ],
          },
          'hashiya:family': 'entity',
          'hashiya:decision': 'accepted',
          'hashiya:canonical': 'كيم جونغ أون',
        },
        { id: '#direct-نعم', 'hashiya:family': 'quotation', 'hashiya:speaker': { source: 'x.txt' } },
      ],
    });
  });

  const annotation = (start: number, end: number, exact: string, label: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `#${label}`,
    type: 'Annotation',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: label },
      { type: 'TextualBody', purpose: 'commenting', value: 'لا شك' },
    ],
    target: {
      source: 'http://example.org/x.txt',
      selector: [
        { type: 'TextQuoteSelector', exact },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  });
  const link = {
    id: '#link',
    type: 'Annotation',
    motivation: 'linking',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'speaker' }],
    target: [{ id: '#direct' }, { id: '#PER' }],
  };

  // The forms of Recogito's and Annotorious' exports (github.com/recogito/recogito-js/wiki), with text of our own.
  const foreign: readonly [what: string, list: readonly object[], expected: readonly string[]][] = [
    ['code points', [annotation(6, 9, 'كيم', 'PER')], ['PER كيم']],
    ['UTF-16 code units, as Recogito counts', [annotation(7, 10, 'كيم', 'PER')], ['PER كيم']],
    [
      'relations between annotations',
      [annotation(7, 10, 'كيم', 'PER'), annotation(13, 16, 'نعم', 'direct'), link],
      ['PER كيم', 'direct نعم كيم'],
    ],
    ['a position where its words are not', [annotation(0, 3, 'موسكو', 'GPE')], ['GPE موسكو']],
    [
      'a quote alone',
      [
        {
          type: 'Annotation',
          bodyValue: 'GPE',
          target: { source: 'x.txt', selector: { type: 'TextQuoteSelector', exact: 'موسكو' } },
        },
      ],
      ['GPE موسكو'],
    ],
    [
      'a position alone',
      [
        {
          type: 'Annotation',
          body: { type: 'TextualBody', value: 'PER' },
          target: { source: 'x.txt', selector: { type: 'TextPositionSelector', start: 6, end: 9 } },
        },
      ],
      ['PER كيم'],
    ],
  ];
  test.each(foreign)('reads %s', async (_what, list, expected) => {
    const read = await parse(
      { path: 'x.txt', content: TEXT },
      { path: 'export.json', content: `\ufeff${JSON.stringify(list)}` },
    );
    expect(read.problems).toEqual([]);
    expect(wordsOf(read)).toEqual(expected);
  });

  test('tells what has no text, no tag, no place, and reads the rest', async () => {
    const { target, ...untargeted } = annotation(6, 9, 'كيم', 'PER');
    const read = await parse(
      { path: 'a/x.txt', content: TEXT },
      { path: 'a/y.txt', content: '' },
      {
        path: 'a/all.jsonld',
        content: JSON.stringify({
          type: 'AnnotationPage',
          items: [
            { ...untargeted, target: { ...target, source: 'x.txt' } },
            { ...untargeted, id: '#1', target: { ...target, source: 'gone.txt' } },
            { ...untargeted, id: '#2', body: [], target: { ...target, source: 'x.txt' } },
            { ...annotation(6, 9, 'باريس', 'GPE'), id: '#3' },
          ],
        }),
      },
      { path: 'b.jsonld', content: '{' },
    );
    expect(wordsOf(read)).toEqual(['PER كيم']);
    expect(read.problems.map(({ path, message }) => `${path} ${message}`)).toEqual([
      expect.stringMatching(/^a\/all\.jsonld there is no text for the annotation #1: put gone\.txt/),
      expect.stringMatching(/^a\/all\.jsonld the annotation #2 has no tag/),
      expect.stringMatching(/^a\/all\.jsonld the annotation #3 has no place.*«باريس»/),
      expect.stringMatching(/^b\.jsonld the file is no JSON/),
    ]);
  });
});

describe('IRIs', () => {
  test.each([
    ['articles/x.txt.jsonld', 'articles/x.txt', 'x.txt'],
    ['articles/x.txt.jsonld', 'collection.jsonld', '../collection.jsonld'],
    ['collection.jsonld', 'مقالات/خبر 1.txt', 'مقالات/خبر%201.txt'],
    ['a/b/c', 'a/d/12:30 #1.txt', '../d/12%3A30%20%231.txt'],
  ])('from %s to %s: %s, and back', (from, to, iri) => {
    expect(relativeIri(from, to)).toBe(iri);
    expect(pathOfIri(from, iri)).toBe(to);
  });

  test.each([
    ['8d1c9c5e-3a2b-4c6d-9e0f-112233445566', 'urn:uuid:8d1c9c5e-3a2b-4c6d-9e0f-112233445566'],
    ['https://example.org/1', 'https://example.org/1'],
    ['PER-كيم جونغ', '#PER-كيم%20جونغ'],
    ['#1', '#%231'],
    ['urn:uuid:x', '#urn%3Auuid%3Ax'],
  ])('the id %s is %s, and back', (id, iri) => {
    expect(iriOfId(id)).toBe(iri);
    expect(idOfIri(iri)).toBe(id);
  });
});
