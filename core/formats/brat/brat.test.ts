import { describe, expect, test } from 'vitest';
import { CONTEXT, KEEP, SAID, SAYING, format, of, told, write } from '../../../test/unit/formats.ts';
import { textOfFile } from '../files.ts';
import { bratName, labelOfBrat } from './names.ts';

const contentOf = ({ files }: Awaited<ReturnType<typeof write>>, path: string): string =>
  textOfFile(files.find((file) => file.path === path)?.content ?? '');

const linesOf = (dataset: Awaited<ReturnType<typeof write>>): string[] =>
  contentOf(dataset, 'articles/x.ann').split('\n').slice(0, -1);

/** Reads one document as "label words", with what was wrong. */
async function readBack(text: string, annotations: string, suffix = 'ann') {
  const { documents, problems } = await format('brat').parse(
    [
      { path: 'a/x.txt', content: text },
      { path: `a/x.${suffix}`, content: annotations },
    ],
    CONTEXT,
  );
  const [document] = documents;
  return {
    document,
    spans:
      document?.spans.map(({ label, start, end }) => `${label} ${document.text.slice(start, end)}`) ?? [],
    problems: problems.map(({ line, message }) => `${line} ${message}`),
  };
}

describe('brat', () => {
  test('writes spans, relations, attributes and details, in code points', async () => {
    const text = SAYING;
    const dataset = await write('brat', text, SAID);
    expect(contentOf(dataset, 'articles/x.txt')).toBe(text);
    expect(linesOf(dataset)).toEqual([
      'T1\tCUE 2 5\tقال',
      'T2\tPER 6 9\tكيم',
      'T3\tdirect 12 15\tنعم',
      'R1\tSpeaker Arg1:T3 Arg2:T2',
      'R2\tCue Arg1:T3 Arg2:T1',
      'A1\tAnnotator T2 huda',
      'A2\tAnnotator T3 huda',
      '#1\tDetails T2\t{"id":"PER-كيم","source":"hand","canonical":"كيم جونغ أون"}',
      '#2\tDetails T3\t{"id":"direct-نعم","source":"hand"}',
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('what nobody has decided on is silver', async () => {
    const text = 'زار فلاديمير بوتين موسكو.';
    const dataset = await write('brat', text, [], { ...KEEP, marks: true });
    expect(linesOf(dataset).filter((line) => line.startsWith('A'))).toContain('A1\tSilver T1');
  });

  const broken: readonly [what: string, text: string, words: string, expected: string, losses: string[]][] = [
    ['a newline', 'قال كيم\nثم عاد', 'كيم\nثم', '4 7;8 10\tكيم ثم', []],
    ['"\\r\\n" is one newline', 'أ\r\nقال كيم\r\nثم', 'كيم\r\nثم', '6 9;10 12\tكيم ثم', []],
    ['an empty line', 'كيم\n\nثم', 'كيم\n\nثم', '0 3;5 7\tكيم ثم', []],
    ['a line separator, at which Python breaks', 'كيم\u2028ثم', 'كيم\u2028ثم', '0 3;4 6\tكيم ثم', []],
    ['a newline at its end', 'قال كيم\nثم', 'كيم\n', '4 7\tكيم', ['trimmed PER كيم\n']],
    ['a byte order mark at the start of the text', '\ufeffكيم ثم', 'كيم', '0 3\tكيم', []],
  ];
  test.each(broken)('a span with %s', async (_what, text, words, expected, losses) => {
    const dataset = await write('brat', text, [of(text, words, 'PER')]);
    expect(linesOf(dataset)[0]).toBe(`T1\tPER ${expected}`);
    expect(told(dataset)).toEqual(losses);
  });

  test('a span of nothing but line breaks is told', async () => {
    const text = 'كيم\n\nثم';
    const dataset = await write('brat', text, [of(text, '\n\n', 'PER')]);
    expect(linesOf(dataset)).toEqual([]);
    expect(told(dataset)).toEqual(['without-token PER \n\n']);
  });

  test('a span of line breaks does not hide one of joiners', async () => {
    const text = '\r\n\u200d';
    const dataset = await write('brat', text, [of(text, '\r\n', 'PER'), of(text, '\u200d', 'PER')]);
    expect(told(dataset)).toEqual(['without-token PER \r\n']);
  });

  const names: readonly [label: string, name: string][] = [
    ['PER', 'PER'],
    ['read-also', 'read-also'],
    ['فن', '_u641-646_'],
    ['a.b', 'a_u2e_b'],
    ['_u41_', '_u5f_u41_'],
    ['_فن_u', '__u641-646__u5f_u'],
    ['😀', '_u1f600_'],
  ];
  test.each(names)('the label %s is %s to brat, and back', (label, name) => {
    expect(bratName(label)).toBe(name);
    expect(labelOfBrat(name)).toBe(label);
  });

  test('configures every label, who decided, and right to left', async () => {
    const text = 'زار كيم موسكو';
    const dataset = await write('brat', text, [of(text, 'كيم', 'فنان')]);
    const annotation = contentOf(dataset, 'annotation.conf').split('\n');
    expect(annotation).toEqual(
      expect.arrayContaining(['!Entity', '\tPER', `\t${bratName('فنان')}`, '!Quotation', '\tdirect']),
    );
    expect(annotation).toContain('Speaker\tArg1:direct|term|indirect, Arg2:<ENTITY>');
    expect(annotation).toContain('Annotator\tArg:<ENTITY>, Value:huda');
    const visual = contentOf(dataset, 'visual.conf').split('\n');
    expect(visual).toContain('PER | Person | PER');
    expect(visual).toContain(`${bratName('فنان')} | فنان`);
    expect(visual).toContain('Text direction:rtl');
  });

  test('gives every document a .txt of its own, and finds the way back', async () => {
    const { document } = await write('brat', 'زار كيم موسكو', []);
    const names = ['a/x', 'a/x.md', 'a/x.txt', 'a/x.txt#3', 'a/x.3.txt'];
    const { files } = await format('brat').serialise(
      names.map((file) => ({ ...document, file })),
      CONTEXT,
    );
    expect(files.filter(({ path }) => path.endsWith('.txt')).map(({ path }) => path)).toEqual([
      'a/x_.txt',
      'a/x.md.txt',
      'a/x.txt',
      'a/x.3_.txt',
      'a/x.3.txt',
    ]);
    const { documents } = await format('brat').parse(files, CONTEXT);
    expect(documents.map(({ file }) => file).sort()).toEqual(names.toSorted());
  });

  // The forms of https://brat.nlplab.org/standoff.html, in words of our own.
  test('reads what annotators make in brat', async () => {
    const text = 'عيّن مجلس الإدارة سلمى رئيسة. وقالت: نعم';
    const { document, spans, problems } = await readBack(
      text,
      [
        'T1\tOrganization 5 17\tمجلس الإدارة',
        'T2\tPerson 18 22\tسلمى',
        'T3\tAppoint 0 4\tعيّن',
        'E1\tAppoint:T3 Agent:T1 Theme:T2',
        'T4\tdirect 37 40\tنعم',
        'R1\tSpeaker Arg1:T4 Arg2:T2',
        'R2\tEmployer Arg1:T2 Arg2:T1',
        'A1\tNegation E1',
        'N1\tReference T2 Wikidata:Q1\tسلمى أحمد',
        '#1\tAnnotatorNotes T2\tأهي سلمى أحمد؟',
        '*\tAlias T1 T2',
        '',
      ].join('\r\n'),
    );
    expect(spans).toEqual(['Organization مجلس الإدارة', 'Person سلمى', 'Appoint عيّن', 'direct نعم']);
    expect(document?.spans[1]?.canonical).toBe('سلمى أحمد');
    expect(document?.spans[3]?.speaker).toEqual({ start: 18, end: 22 });
    expect(problems).toEqual([
      '4 argument "Agent" of an event: there is no place for it here, passed over',
      '4 argument "Theme" of an event: there is no place for it here, passed over',
      '8 attribute "Negation": there is no place for it here, passed over',
      '10 note "AnnotatorNotes": there is no place for it here, passed over',
      '11 equivalence "Alias": there is no place for it here, passed over',
    ]);
  });

  test('reads quotations that are events', async () => {
    const { document, problems } = await readBack(
      'قال كيم: نعم',
      'T1\tdirect 9 12\tنعم\nT2\tPER 4 7\tكيم\nT3\tCUE 0 3\tقال\nE1\tdirect:T1 Speaker:T2 Cue2:T3\n',
    );
    expect(document?.spans.map(({ label, speaker, cue }) => [label, speaker, cue])).toEqual([
      ['direct', { start: 4, end: 7 }, { start: 0, end: 3 }],
      ['PER', undefined, undefined],
    ]);
    expect(problems).toEqual([]);
  });

  const countings: readonly [what: string, text: string, line: string, problem: string[]][] = [
    ['code points, as brat', '😀 كيم', 'T1\tPER 2 5\tكيم', []],
    ['UTF-16', '😀 كيم', 'T1\tPER 3 6\tكيم', ['0 its offsets were taken to count UTF-16 code units']],
    ['bytes', 'قال كيم', 'T1\tPER 7 13\tكيم', ['0 its offsets were taken to count bytes']],
    ['"\\r\\n" as two, as brat', 'قال\r\nكيم', 'T1\tPER 5 8\tكيم', []],
    [
      '"\\r\\n" as one',
      'قال\r\nكيم',
      'T1\tPER 4 7\tكيم',
      ['0 its offsets were taken to count code points, "\\r\\n" as one'],
    ],
    [
      'a byte order mark',
      '\ufeffقال كيم',
      'T1\tPER 5 8\tكيم',
      ['0 its offsets were taken to count code points, a byte order mark counted'],
    ],
  ];
  test.each(countings)('finds out that offsets count %s', async (_what, text, line, problem) => {
    const { spans, problems } = await readBack(text, line);
    expect(spans).toEqual(['PER كيم']);
    expect(problems).toEqual(problem);
  });

  const foreign: readonly [what: string, text: string, line: string, spans: string[], problems: string[]][] =
    [
      [
        'pieces apart are one span, and that is told',
        'كوريا الشمالية والجنوبية',
        'T1\tGPE 0 5;16 24\tكوريا الجنوبية',
        ['GPE كوريا الشمالية والجنوبية'],
        ['1 T1 is in pieces with other words between them; taken as one span over all'],
      ],
      [
        'pieces joined without a blank, before brat 1.3',
        'كيم\nثم',
        'T1\tX 0 3;4 6\tكيمثم',
        ['X كيم\nثم'],
        [],
      ],
      ['a newline written as a blank', 'كيم\nثم', 'T1\tX 0 6\tكيم ثم', ['X كيم\nثم'], []],
      ['no text column', 'كيم ثم', 'T1\tX 0 3', ['X كيم'], []],
      [
        'a text column that says something else',
        'كيم ثم',
        'T1\tX 0 3\tكيم\nT2\tX 4 6\tلا',
        ['X كيم'],
        ['2 T2: its text column does not say what stands there in the text, "ثم"; left out'],
      ],
      [
        'an offset beyond the text',
        'كيم',
        'T1\tX 10 13\tكيم',
        [],
        ['1 T1: its text column does not say what stands there in the text; left out'],
      ],
      [
        'an id twice',
        'كيم ثم',
        'T1\tX 0 3\tكيم\nT1\tX 4 6\tثم',
        ['X كيم'],
        ['2 there is another T1; left out'],
      ],
      [
        'lines that are no annotations',
        'كيم',
        'hello\nT1\tX a b\tكيم\nR1\tSpeaker T1\nE1\tX\nA1\tX\nN1\tX\nQ1\tX',
        [],
        [
          '1 no tab behind "hello"; left out',
          '2 T1: its offsets are not written "start end" or "start end;start end"; left out',
          '3 R1: a relation is written "Type Arg1:T1 Arg2:T2"; left out',
          '4 E1: an event is written "Type:T1 Role:T2 …"; left out',
          '5 A1: an attribute is written "Name T1" or "Name T1 Value"; left out',
          '6 N1: a reference is written "Reference T1 Source:id"; left out',
          '7 brat has no lines "Q1"; left out',
        ],
      ],
    ];
  test.each(foreign)('reads %s', async (_what, text, line, expected, wrong) => {
    const { spans, problems } = await readBack(text, line);
    expect(spans).toEqual(expected);
    expect(problems).toEqual(wrong);
  });

  test('reads the parts of the BioNLP shared tasks together', async () => {
    const { documents } = await format('brat').parse(
      [
        { path: 'x.txt', content: 'قال كيم: نعم' },
        { path: 'x.a1', content: 'T1\tPER 4 7\tكيم\n' },
        { path: 'x.a2', content: 'T2\tdirect 9 12\tنعم\nR1\tSpeaker Arg1:T2 Arg2:T1\n' },
      ],
      CONTEXT,
    );
    expect(documents[0]?.spans.map(({ label, speaker }) => [label, speaker])).toEqual([
      ['PER', undefined],
      ['direct', { start: 4, end: 7 }],
    ]);
  });

  test('asks for the text of annotations that have none', async () => {
    const { documents, problems } = await format('brat').parse(
      [{ path: 'a/x.ann', content: 'T1\tX 0 3\tكيم\n' }],
      CONTEXT,
    );
    expect(documents).toEqual([]);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'a/x.ann: there is no a/x.txt beside it, whose text the annotations are about: put it there',
    ]);
  });
});
