import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../annotations/anchors.ts';
import { KEEP, of, read, told, write } from '../../test/unit/formats.ts';

/** The rows of words: ID, FORM, MISC and the columns of spans. */
const rowsOf = (content: string): string[] =>
  content
    .split('\n')
    .filter((row) => /^\d/.test(row))
    .map((row) => [...row.split('\t').slice(0, 2), ...row.split('\t').slice(9)].join(' '));

const commentsOf = (content: string): string[] =>
  content.split('\n').filter((row) => row.startsWith('#') && !row.includes('json'));

describe('CoNLL-U Plus', () => {
  const text = 'قال كيم والكرملين: "نعم".\nزار  موسكو';
  const speaker = makeAnchor(text, { start: 4, end: 7 });
  const cue = makeAnchor(text, { start: 0, end: 3 });
  const annotations = [
    of(text, 'كيم', 'PER'),
    of(text, 'الكرملين', 'ORG'),
    of(text, 'موسكو', 'GPE'),
    of(text, 'نعم', 'direct', { family: 'quotation', speaker, cue }),
  ];

  test('has a column for each layer, ranges for particles, and what restores the text', async () => {
    const dataset = await write('conllu-plus', text, annotations);
    expect(rowsOf(dataset.content)).toEqual([
      '1 قال _ * * * 3 *',
      '2 كيم _ 1:PER * 3 * *',
      '3-4 والكرملين SpaceAfter=No _ _ _ _ _',
      '3 و _ * * * * *',
      '4 الكرملين _ 2:ORG * * * *',
      '5 : _ * * * * *',
      '6 " SpaceAfter=No * * * * *',
      '7 نعم SpaceAfter=No * 3:direct * * *',
      '8 " SpaceAfter=No * * * * *',
      '9 . SpacesAfter=\\n * * * * *',
      '1 زار SpacesAfter=\\s\\s * * * * *',
      '2 موسكو SpaceAfter=No 4:GPE * * * *',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('has what CoNLL-U asks for of documents, paragraphs and sentences', async () => {
    const dataset = await write('conllu-plus', text, annotations);
    expect(commentsOf(dataset.content)).toEqual([
      '# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC HASHIYA:NE HASHIYA:QUOTE HASHIYA:SPEAKER HASHIYA:CUE HASHIYA:BOILERPLATE',
      '# newdoc id = articles/x.txt',
      '# newpar',
      '# sent_id = articles_x.txt-s1',
      '# text = قال كيم والكرملين: "نعم".',
      '# line = 1',
      expect.stringMatching(/^# line_class = /),
      '# newpar',
      '# sent_id = articles_x.txt-s2',
      '# text = زار موسكو',
      '# line = 2',
      expect.stringMatching(/^# line_class = /),
    ]);
    expect(dataset.content).toMatch(/[^\n]\n\n$/);
  });

  test('spans that overlap have their numbers side by side, and go on over sentences', async () => {
    const line = 'قال: نعم. ثم لا';
    const dataset = await write('conllu-plus', line, [
      of(line, 'نعم. ثم', 'indirect', { family: 'quotation' }),
      of(line, 'نعم', 'direct', { family: 'quotation' }),
    ]);
    expect(rowsOf(dataset.content).map((row) => row.split(' ')[4])).toEqual([
      '*',
      '*',
      '1:indirect;2:direct',
      '1',
      '1',
      '*',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('is in NFC, and has the way back', async () => {
    const line = 'cafe\u0301 مُحَمَّـد ما\u0653ء';
    const dataset = await write('conllu-plus', line, [of(line, 'ما\u0653ء', 'PRODUCT')]);
    expect(dataset.content).toBe(dataset.content.normalize('NFC'));
    expect(rowsOf(dataset.content)[0]).toContain('OriginalForm=\\u0063\\u0061\\u0066\\u0065\\u0301');
    expect((await read('conllu-plus', dataset.content)).documents[0]?.text).toBe(line);
    expect(told(dataset)).toEqual([]);
  });

  test('an edge that is none of a word is told beside', async () => {
    const line = 'زار\u200f كيم';
    const dataset = await write('conllu-plus', line, [of(line, 'زار\u200f', 'PER')]);
    expect(dataset.content).toContain('"offsets":[0,4]');
    expect(dataset.content).toContain('# text = زار كيم\n');
    expect(told(dataset)).toEqual([]);
  });

  test('a span without a word is told as lost; a text without one is kept', async () => {
    const line = '\u200f';
    const dataset = await write('conllu-plus', line, [of(line, '\u200f', 'PER')], KEEP);
    expect(told(dataset)).toEqual(['without-token PER \u200f']);
    expect((await read('conllu-plus', dataset.content)).documents.map((one) => one.text)).toEqual([line]);
  });

  test('lines that came to stand in one where boilerplate was cut out are one paragraph', async () => {
    const line = 'محمد هنا\nإعلان كيم';
    const ad = of(line, ' هنا\nإعلان', 'ad', { family: 'boilerplate' });
    const dataset = await write('conllu-plus', line, [ad], { marks: false, boilerplate: false });
    expect(dataset.content.match(/# newpar/g)).toHaveLength(1);
    expect((await read('conllu-plus', dataset.content)).documents[0]?.text).toBe('محمد كيم');
    expect(told(dataset)).toEqual([]);
  });

  test('says the class of each line', async () => {
    const lines = 'عنوان المقالة هنا\nإعلان';
    const ad = of(lines, 'إعلان', 'ad', { family: 'boilerplate' });
    const { content } = await write('conllu-plus', lines, [ad]);
    expect(content).toContain('# line_class = ad\n');
  });
});

/** What a file of another program reads as. */
async function entitiesIn(content: string): Promise<[text: string, entities: string[]][]> {
  const { documents } = await read('conllu-plus', content);
  return documents.map(({ text, spans }) => [
    text,
    spans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`),
  ]);
}

describe('files of other programs', () => {
  test.each([
    [
      'CONLL:NER, without ID, as in NerKor',
      '# global.columns = FORM LEMMA UPOS CONLL:NER\nزار\t_\tVERB\tO\nكوريا\t_\tX\tB-LOC\nالشمالية\t_\tX\tI-LOC\n.\t_\tPUNCT\tO\n',
      'زار كوريا الشمالية .',
    ],
    [
      'numbers, as in RONEC',
      '# global.columns = ID FORM MISC RONEC:ENTITY\n# text = زار كوريا الشمالية.\n1\tزار\t_\t*\n2\tكوريا\t_\t1:LOC\n3\tالشمالية\tSpaceAfter=No\t1\n4\t.\t_\t*\n',
      'زار كوريا الشمالية.',
    ],
    [
      'MISC, as Stanza writes it',
      '# text = زار كوريا الشمالية.\n' +
        ['زار O', 'كوريا B-LOC', 'الشمالية E-LOC', '. O']
          .map((row) => row.split(' '))
          .map(([form, tag], i) => `${i + 1}\t${form}${'\t_'.repeat(7)}\tstart_char=0|ner=${tag}\n`)
          .join(''),
      'زار كوريا الشمالية.',
    ],
  ])('entities of %s', async (_what, content, text) => {
    expect(await entitiesIn(content)).toEqual([[text, ['LOC كوريا الشمالية']]]);
    expect((await read('conllu-plus', content)).problems).toEqual([]);
  });

  // In treebanks the words of a token need not spell it: لل is ل and ال.
  test('words that do not spell their token have its place', async () => {
    const content =
      '# global.columns = ID FORM MISC X:NE\n1-2\tللكرملين\t_\t_\n1\tل\t_\tO\n2\tالكرملين\t_\tB-ORG\n3\tأمس\t_\tO\n';
    expect(await entitiesIn(content)).toEqual([['للكرملين أمس', ['ORG للكرملين']]]);
  });

  test('newdoc begins a document, newpar a line; empty nodes are no words', async () => {
    const row = (id: string, form: string): string => `${id}\t${form}${'\t_'.repeat(8)}\n`;
    const content = `# newdoc id = a\n# newpar\n${row('1', 'نعم')}${row('1.1', 'هو')}\n${row('1', 'لا')}\n# newpar\n${row('1', 'بلى')}\n# newdoc\n${row('1', 'كلا')}`;
    expect((await entitiesIn(content)).map(([text]) => text)).toEqual(['نعم لا\nبلى', 'كلا']);
  });

  test.each([
    ['# global.columns = ID FORM X:NE\n1\tكيم\tB-PER\n2\tنعم\n', [3], 'كيم نعم'],
    ['# global.columns = ID FORM X:NE\n1\tكيم\tB-PER\n2\tنعم\tQ-PER\n', [3], 'كيم نعم'],
    ['# global.columns = ID FORM X:NE\n# text = كيم لا\n1\tكيم\tB-PER\n2\tنعم\tO\n', [3], 'كيم نعم'],
    ['# global.columns = ID FORM HASHIYA:NE\n1\tكيم\t1:PER\n2\tنعم\t2\n', [3], 'كيم نعم'],
    ['# global.columns = ID FORM HASHIYA:NE\n# json_hashiya = {\n1\tكيم\t1:PER\n2\tنعم\t*\n', [3], 'كيم نعم'],
  ])('names the line of what is wrong, and keeps the rest: %j', async (content, lines, text) => {
    const { problems } = await read('conllu-plus', content);
    expect(problems.map(({ line }) => line)).toEqual(lines);
    expect(await entitiesIn(content)).toEqual([[text, ['PER كيم']]]);
  });
});
