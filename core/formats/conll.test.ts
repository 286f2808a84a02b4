import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../annotations/anchors.ts';
import { of, read, told, write } from '../../test/unit/formats.ts';

describe('CoNLL-2003', () => {
  const text = 'قال الكرملين والكرملين. زار بوتين كوريا الشمالية\nوعاد';
  const start = text.indexOf('والكرملين') + 1;
  const annotations = [
    of(text, 'الكرملين', 'ORG'),
    { ...of(text, 'الكرملين', 'ORG'), id: '2', anchor: makeAnchor(text, { start, end: start + 8 }) },
    of(text, 'كوريا الشمالية', 'GPE'),
  ];
  const rows = (content: string): string[] => content.split('\n').map((row) => row.replace(' _ _ ', ' '));

  test('whole words: a name takes in its particle, and that is told', async () => {
    const dataset = await write('conll', text, annotations);
    expect(rows(dataset.content)).toEqual([
      '-DOCSTART- -X- -X- O',
      '',
      'قال O',
      'الكرملين B-ORG',
      'والكرملين B-ORG',
      '. O',
      '',
      'زار O',
      'بوتين O',
      'كوريا B-GPE',
      'الشمالية I-GPE',
      '',
      'وعاد O',
      '',
      '',
    ]);
    expect(told(dataset)).toEqual(['widened ORG الكرملين']);
  });

  test('particles split off: nothing is lost', async () => {
    const dataset = await write('conll-clitics', text, annotations);
    expect(rows(dataset.content).slice(2, 7)).toEqual([
      'قال O',
      'الكرملين B-ORG',
      'و O',
      'الكرملين B-ORG',
      '. O',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('no sentence ends inside an entity', async () => {
    const line = 'كتاب ماذا؟ لماذا؟ لنا';
    const dataset = await write('conll', line, [of(line, 'ماذا؟ لماذا؟', 'PRODUCT')]);
    expect(rows(dataset.content).slice(2, 8)).toEqual([
      'كتاب O',
      'ماذا B-PRODUCT',
      '؟ I-PRODUCT',
      'لماذا I-PRODUCT',
      '؟ I-PRODUCT',
      '',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('what has no layer is counted, and no loss', async () => {
    const dataset = await write('conll', text, [of(text, 'بوتين', 'direct', { family: 'quotation' })]);
    expect(dataset.omitted).toEqual([{ layer: 'quotations', count: 1 }]);
    expect(told(dataset)).toEqual([]);
  });

  // A mark of number is one grapheme with a digit behind it, and none with a control or the end of the text.
  test.each([
    ['a mark of number before a control', '\u0600\u200f5 كيم'],
    ['a mark of number at the end', 'زار كيم\u0600'],
    ['a joiner behind a control', 'كيم،\u200f\u200d نعم'],
  ])('nothing is lost beside %s', async (_what, line) => {
    expect(told(await write('conll', line, [of(line, 'كيم', 'PER')]))).toEqual([]);
  });
});

describe('the schemes', () => {
  const text = 'زار بوتين كوريا الشمالية روسيا موسكو أمس';
  const annotations = [
    of(text, 'بوتين', 'PER'),
    of(text, 'كوريا الشمالية', 'GPE'),
    of(text, 'روسيا', 'GPE'),
    of(text, 'موسكو', 'مدينة'),
  ];
  test.each([
    ['conll', 'O B-PER B-GPE I-GPE B-GPE B-مدينة O'],
    ['conll-iob1', 'O I-PER I-GPE I-GPE B-GPE I-مدينة O'],
    ['conll-bilou', 'O U-PER B-GPE L-GPE U-GPE U-مدينة O'],
  ])('%s', async (id, tags) => {
    const dataset = await write(id, text, annotations);
    const rows = dataset.content.split('\n').slice(2, -2);
    expect(rows.map((row) => row.split(' ')[3]).join(' ')).toBe(tags);
    expect(told(dataset)).toEqual([]);
  });
});

/** The entities of a file as "LABEL words", document by document. */
const entitiesOf = async (content: string): Promise<string[][]> =>
  (await read('conll', content)).documents.map(({ text, spans }) =>
    spans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`),
  );

describe('files of other programs', () => {
  const expected = [['PER كيم', 'GPE كوريا الشمالية', 'GPE موسكو']];
  const words = ['كيم', 'في', 'كوريا', 'الشمالية', 'موسكو'];
  const file = (tags: string, row: (word: string, tag: string, i: number) => string, end = '\n'): string =>
    words.map((word, i) => row(word, tags.split(' ')[i] ?? '', i) + end).join('');
  test.each([
    ['IOB1', 'I-PER O I-GPE I-GPE B-GPE'],
    ['IOB2', 'B-PER O B-GPE I-GPE B-GPE'],
    ['BILOU', 'U-PER O B-GPE L-GPE U-GPE'],
    ['BIOES', 'S-PER O B-GPE E-GPE S-GPE'],
  ])('%s', async (_scheme, tags) => {
    const content = file(tags, (word, tag) => `${word} ${tag}`);
    expect(await entitiesOf(content)).toEqual(expected);
    expect((await read('conll', content)).problems).toEqual([]);
  });

  const iob2 = 'B-PER O B-GPE I-GPE B-GPE';
  test.each([
    ['CoNLL-2002: three columns', file(iob2, (word, tag) => `${word} NN ${tag}`)],
    ['CoNLL-2003: chunks are tags too', file(iob2, (word, tag) => `${word} NN I-NP ${tag}`)],
    ['tabs', file(iob2, (word, tag) => `${word}\t${tag}`)],
    ['\\r\\n and a byte order mark', '\ufeff' + file(iob2, (word, tag) => `${word} ${tag}`, '\r\n')],
    ['one more blank than needed', file(iob2, (word, tag) => `${word}  ${tag} `)],
    [
      'Universal NER: numbered, with comments and two columns behind',
      '# sent_id = 1\n# text = كيم في كوريا الشمالية موسكو\n' +
        file(iob2, (word, tag, i) => `${i + 1}\t${word}\t${tag}\t-\t-`),
    ],
    [
      'GermEval 2014: numbered, nested entities behind',
      '#\thttp://example.org/1\t[2023-09-12]\n' +
        file(iob2, (word, tag, i) => `${i + 1}\t${word}\t${tag}\t${i === 4 ? 'B-LOC' : 'O'}`),
    ],
    [
      'CoNLL-2012: brackets in the eleventh column',
      '#begin document (nw/a); part 000\n' +
        file(
          '(PER) * (GPE* *) (GPE)',
          (word, tag, i) => `nw/a   0   ${i}   ${word}   NN   *   -   -   -   -   ${tag}   -`,
        ) +
        '\n#end document\n',
    ],
  ])('%s', async (_what, content) => {
    expect(await entitiesOf(content)).toEqual(expected);
    expect((await read('conll', content)).problems).toEqual([]);
  });

  test('a token of a file with tabs may have blanks, as doccano writes it', async () => {
    expect(await entitiesOf('كوريا الشمالية\tB-GPE\nأمس\tO\n')).toEqual([['GPE كوريا الشمالية']]);
  });

  test('"#" is a token where it has a tag', async () => {
    const { documents } = await read('conll', '# O\nكيم B-PER\n\n# كلام\nنعم O\n');
    expect(documents.map(({ text }) => text)).toEqual(['# كيم\nنعم']);
  });

  test.each(['-DOCSTART- -X- O O', '-DOCSTART-\tO', '-DOCSTART- (2)', '# newdoc id = 2'])(
    '"%s" begins a document',
    async (start) => {
      expect(await entitiesOf(`${start}\n\nكيم B-PER\n\n${start}\n\nموسكو B-GPE\n`)).toEqual([
        ['PER كيم'],
        ['GPE موسكو'],
      ]);
    },
  );

  test.each([
    ['كيم B-PER\nفي X-PER\nبوتين B-PER\n', [2], [['PER كيم', 'PER بوتين']]],
    ['كيم NN B-PER\nفي NN\nبوتين NN B-PER\n', [2], [['PER كيم', 'PER بوتين']]],
    ['كيم B-PER\nفي O\nبوتين I-PER\n', [3], [['PER كيم', 'PER بوتين']]],
    ['كيم U-PER\nجونغ B-PER\nفي O\n', [3], [['PER كيم', 'PER جونغ']]],
  ])('names the line of what is wrong, and keeps the rest: %j', async (content, lines, entities) => {
    const { problems } = await read('conll', content);
    expect(problems.map(({ line }) => line)).toEqual(lines);
    expect(await entitiesOf(content)).toEqual(entities);
  });
});
