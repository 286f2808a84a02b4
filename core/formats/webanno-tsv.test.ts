import { describe, expect, test } from 'vitest';
import { CONTEXT, anchorOf, format, of, told, write } from '../../test/unit/formats.ts';
import { textOfFile } from './files.ts';

const tsvOf = async (...parts: Parameters<typeof write> extends [string, ...infer Rest] ? Rest : never) => {
  const dataset = await write('webanno-tsv', ...parts);
  expect(told(dataset)).toEqual([]);
  return textOfFile(dataset.files.find(({ path }) => path === 'articles/x.txt.tsv')?.content ?? '');
};

/** Reads one document as "label words", with what was wrong. */
async function readTsv(content: string) {
  const { documents, problems } = await format('webanno-tsv').parse(
    [{ path: 'a/x.txt.tsv', content }],
    CONTEXT,
  );
  const [document] = documents;
  return {
    document,
    spans:
      document?.spans.map(
        ({ layer, label, start, end }) => `${layer} ${label} ${document.text.slice(start, end)}`,
      ) ?? [],
    problems: problems.map(({ line, message }) => `${line} ${message}`),
  };
}

/** The rows of a table without the columns of lines, mentions and provenance. */
const rowsOf = (tsv: string): string[] => tsv.split('\n').filter((row) => /^(?:\d|#Text)/.test(row));

describe('WebAnno TSV', () => {
  test('writes tokens and parts of them, UTF-16 offsets, links from quotations', async () => {
    const text = '😀 قال كيم والكرملين: "نعم".\n';
    const anchor = (words: string) => anchorOf(text, words);
    const tsv = await tsvOf(text, [
      of(text, 'كيم', 'PER', { canonical: 'كيم جونغ أون' }),
      of(text, 'الكرملين', 'ORG'),
      of(text, 'نعم', 'direct', {
        family: 'quotation',
        speaker: anchor('كيم'),
        cue: anchor('قال'),
        canonical: null,
      }),
    ]);
    const [head = [], body = []] = [tsv.split('\n').slice(0, 8), tsv.split('\n').slice(8)];
    expect(head).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
      '#T_SP=webanno.custom.Mention|annotator|canonical|normalized|silver|value',
      '#T_SP=webanno.custom.Line|number|silver|value',
      '#T_SP=webanno.custom.QuotationPart|value',
      '#T_SP=webanno.custom.Quotation|annotator|canonical|ROLE_webanno.custom.Quotation:parts_webanno.custom.QuotationPartsLink|uima.tcas.Annotation|silver|value',
      '',
      '',
    ]);
    const none = '_\t_\t_\t_\t_\t_';
    const line = '1[3]\ttrue[3]\theadline[3]';
    expect(body).toEqual([
      '#Text=😀 قال كيم والكرملين: "نعم".',
      `1-1\t0-2\t😀\t${none}\t${line}\t_\t${none}\t`,
      `1-2\t3-6\tقال\t${none}\t${line}\tCUE[1]\t${none}\t`,
      `1-3\t7-10\tكيم\tPER[2]\thuda\tكيم جونغ أون\t*\tfalse\tPER\t${line}\t_\t${none}\t`,
      `1-4\t11-20\tوالكرملين\t${none}\t${line}\t_\t${none}\t`,
      `1-4.1\t12-20\tالكرملين\tORG\thuda\tالكرملين\t*\tfalse\tORG\t_\t_\t_\t_\t${none}\t`,
      `1-5\t20-21\t:\t${none}\t${line}\t_\t${none}\t`,
      `1-6\t22-23\t"\t${none}\t${line}\t_\t${none}\t`,
      `1-7\t23-26\tنعم\t${none}\t${line}\t_\thuda\t*\tspeaker;cue\t1-3[2];1-2[1]\tfalse\tdirect\t`,
      `1-8\t26-27\t"\t${none}\t${line}\t_\t${none}\t`,
      `1-9\t27-28\t.\t${none}\t${line}\t_\t${none}\t`,
      '',
    ]);
  });

  // INCEpTION puts a newline behind every sentence, and takes it back where the next one begins at once.
  test.each([
    ['a newline', 'قال كيم.\nنعم.\n', ['#Text=قال كيم.', '#Text=نعم.']],
    ['blank lines', 'قال كيم.\n\n\nنعم.\n', ['#Text=قال كيم.', '#Text=', '#Text=', '#Text=نعم.']],
    ['a blank', 'قال كيم. نعم.\n', ['#Text=قال كيم. ', '#Text=نعم.']],
    ['"\\r\\n"', 'قال كيم.\r\nنعم.\r\n', ['#Text=قال كيم.\\r', '#Text=نعم.\\r']],
    ['blanks before the next', 'قال كيم.\n  نعم.\n', ['#Text=قال كيم.', '#Text=  ', '#Text=نعم.']],
    ['blank lines at the start', '\n\nقال كيم.\n', ['#Text=', '#Text=', '#Text=قال كيم.']],
    ['blanks at the start', '  قال كيم.\n', ['#Text=قال كيم.']],
    ['a mark at the start', '\ufeffقال كيم.\n', ['#Text=\ufeffقال كيم.']],
    ['tabs and backslashes', 'قال\tكيم \\ نعم.\n', ['#Text=قال\\tكيم \\\\ نعم.']],
    ['other separators of lines', 'قال\u2028كيم\u0085نعم.\n', ['#Text=قال\u2028كيم\u0085نعم.']],
  ])('keeps a text with %s', async (_what, text, lines) => {
    const tsv = await tsvOf(text, [of(text, 'كيم', 'PER')]);
    expect(rowsOf(tsv).filter((row) => row.startsWith('#Text'))).toEqual(lines);
    const { document, spans, problems } = await readTsv(tsv);
    expect([document?.text, spans, problems]).toEqual([text, ['entities PER كيم'], []]);
  });

  test('a text that ends without newline gets one', async () => {
    const { document } = await readTsv(await tsvOf('قال كيم', [of('قال كيم', 'كيم', 'PER')]));
    expect(document?.text).toBe('قال كيم\n');
  });

  test('spans that begin or end between words are rows of their own', async () => {
    const text = 'قال  كيم\n';
    const tsv = await tsvOf(text, [of(text, ' كيم', 'PER')]);
    expect(rowsOf(tsv).map((row) => row.split('\t').slice(0, 4).join(' '))).toEqual([
      '#Text=قال  كيم',
      '1-1 0-3 قال _',
      '1-2 4-5   PER[1]',
      '1-3 5-8 كيم PER[1]',
    ]);
  });

  test('escapes what is reserved, in names too', async () => {
    const text = 'زار كيم\n';
    const tsv = await tsvOf(text, [of(text, 'كيم', 'a_b.ج', { canonical: 'a|b_c[1]->*;\\\t\r' })]);
    expect(tsv).toContain('\ta\\_b.ج\t');
    expect(tsv).toContain('\ta\\|b\\_c\\[1\\]\\->\\*\\;\\\\\\t\\r\t');
    expect((await readTsv(tsv)).document?.spans).toMatchObject([
      { label: 'a_b.ج', canonical: 'a|b_c[1]->*;\\\t\r' },
    ]);
  });
});

// In the form of the examples of INCEpTION's user guide, "WebAnno TSV 3.3 File format".
describe('WebAnno TSV of other programs', () => {
  const file = (header: readonly string[], ...rows: readonly string[]): string =>
    ['#FORMAT=WebAnno TSV 3.3', ...header, '', '', ...rows, ''].join('\n');
  const entity = '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value';

  test.each([
    [
      'stacks and spans of several words',
      file(
        [entity],
        '#Text=زار كيم جونغ موسكو',
        '1-1\t0-3\tزار\t_\t_\t',
        '1-2\t4-7\tكيم\t*[1]|*[2]\tPER[1]|PERpart[2]\t',
        '1-3\t8-12\tجونغ\t*[1]\tPER[1]\t',
        '1-4\t13-18\tموسكو\thttp://x/1\tGPE\t',
      ),
      ['entities PER كيم جونغ', 'entities PERpart كيم', 'entities GPE موسكو'],
    ],
    [
      'parts of words, no tab at the end of rows, "\\r\\n" and a mark at the start',
      '\ufeff' +
        file([entity], '#Text=وموسكو', '1-1\t0-6\tوموسكو\t_\t_', '1-1.1\t1-6\tموسكو\t*\tGPE').replaceAll(
          '\n',
          '\r\n',
        ),
      ['entities GPE موسكو'],
    ],
    [
      'layers without features or value',
      file(
        ['#T_SP=webanno.custom.Place|', entity],
        '#Sentence.id=s1',
        '#Text=زار موسكو',
        '1-1\t0-3\tزار\t_\t_\t_\t',
        '1-2\t4-9\tموسكو\t*\t*\t*\t',
      ),
      ['entities Place موسكو', 'entities NamedEntity موسكو'],
    ],
    [
      'a layer of quotations with a link of a typed target',
      file(
        [
          entity,
          '#T_SP=webanno.custom.Quotation|value|ROLE_webanno.custom.Quotation:parts_webanno.custom.QuotationPartsLink|de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
        ],
        '#Text=كيم: نعم',
        '1-1\t0-3\tكيم\t*\tPER\t_\t_\t_\t',
        '1-2\t3-4\t:\t_\t_\t_\t_\t_\t',
        '1-3\t5-8\tنعم\t_\t_\tdirect\tspeaker\t1-1\t',
      ),
      ['entities PER كيم', 'quotations direct نعم'],
    ],
    [
      'version 3.1, which escapes letters',
      file([entity], '#Text=\\u0643\\u064A\\u0645', '1-1\t0-3\tكيم\t*\tPER\t').replace('3.3', '3.1'),
      ['entities PER كيم'],
    ],
    [
      'sentences with a gap, and a value that looks like a number of ours',
      file(
        [entity],
        '#Text=كيم',
        '1-1\t0-3\tكيم\t*\tPER\\[1\\]\t',
        '',
        '#Text=موسكو',
        '2-1\t6-11\tموسكو\t*\tGPE\t',
      ),
      ['entities PER[1] كيم', 'entities GPE موسكو'],
    ],
  ])('reads %s', async (_what, content, expected) => {
    const { spans, problems, document } = await readTsv(content);
    expect([spans, problems]).toEqual([expected, []]);
    expect(document?.file).toBe('a/x.txt');
  });

  test('a link tells the speaker; what a layer does not say is left out', async () => {
    const { document } = await readTsv(
      file(
        [
          entity,
          '#T_SP=webanno.custom.Quotation|value|ROLE_webanno.custom.Quotation:parts_webanno.custom.QuotationPartsLink|uima.tcas.Annotation',
        ],
        '#Text=كيم: نعم',
        '1-1\t0-3\tكيم\t*[1]\tPER[1]\t_\t_\t_\t',
        '1-2\t5-8\tنعم\t_\t_\tdirect\tspeaker\t1-1[1]\t',
      ),
    );
    expect(document?.spans).toEqual([
      { layer: 'entities', label: 'PER', start: 0, end: 3 },
      { layer: 'quotations', label: 'direct', start: 5, end: 8, speaker: { start: 0, end: 3 }, cue: null },
    ]);
  });

  test.each([
    [
      'another version',
      '#FORMAT=WebAnno TSV 2.0\n',
      ['1 the first line is not "#FORMAT=WebAnno TSV 3.3"; export the document as WebAnno TSV v3.3'],
      [],
    ],
    [
      'a row that lacks columns',
      file([entity], '#Text=كيم زار', '1-1\t0-3\tكيم\tPER', '1-2\t4-7\tزار\t*\tX\t'),
      ['6 this row has 4 columns of 5 that the head of the file declares; its annotations are left out'],
      ['entities X زار'],
    ],
    [
      'a row without place',
      file([entity], '#Text=كيم', '1-1\tكيم\t0-3\t*\tPER\t', '1-1\t0-3\tكيم\t*\tPER\t'),
      ['6 "كيم" is no place in the text; a row begins with "1-1", a tab and "0-5"'],
      ['entities PER كيم'],
    ],
    [
      'relations and chains',
      file(
        [entity, '#T_RL=webanno.custom.Relation|value|BT_webanno.custom.Span'],
        '#Text=كيم',
        '1-1\t0-3\tكيم\t*\tPER\t_\t_\t',
      ),
      ['3 the relation layer webanno.custom.Relation has no counterpart in a dataset; left out'],
      ['entities PER كيم'],
    ],
    [
      'parts of speech and spans of nothing',
      file(
        ['#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue', entity],
        '#Text=كيم',
        '1-1\t0-3\tكيم\tNNP\t*\tPER\t',
        '1-1.1\t3-3\t\t_\t*\tPER\t',
      ),
      [
        '0 annotations of de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS, which are no spans of a dataset: 1 left out',
        '0 annotations of de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity that span no character: 1 left out',
      ],
      ['entities PER كيم'],
    ],
    [
      'a row beyond the text and a sentence that begins too early',
      file([entity], '#Text=كيم', '1-1\t0-3\tكيم\t_\t_\t', '', '#Text=زار', '2-1\t1-9\tزار\t*\tX\t'),
      [
        '9 this sentence is said to start at 1, but the text before it has 4 UTF-16 code units',
        '0 1 annotations end behind the text, which has 8 UTF-16 code units; left out',
      ],
      [],
    ],
    [
      'a link to nothing',
      file(
        ['#T_SP=webanno.custom.Quotation|value|ROLE_a:parts_b|uima.tcas.Annotation'],
        '#Text=نعم',
        '1-1\t0-3\tنعم\tdirect\tspeaker\t7-1[9]\t',
      ),
      ['6 the speaker in row 7-1 is no annotation; left out'],
      ['quotations direct نعم'],
    ],
  ])('tells %s and keeps the rest', async (_what, content, problems, spans) => {
    const read = await readTsv(content);
    expect([read.problems, read.spans]).toEqual([problems, spans]);
  });
});
