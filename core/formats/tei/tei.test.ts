import { describe, expect, test } from 'vitest';
import { CONTEXT, anchorOf, format, of, told, write } from '../../../test/unit/formats.ts';

const TEXT = '😀 قال كيم: "نعم".\n\nزار والكرملين & <روما>.\r\n';

const anchor = (words: string) => anchorOf(TEXT, words);

const parse = (content: string, path = 'articles/x.txt.xml') =>
  format('tei').parse([{ path, content }], CONTEXT);

const wordsOf = ({ documents }: Awaited<ReturnType<typeof parse>>): string[] =>
  documents.flatMap(({ text, spans }) =>
    spans.map(({ label, start, end, speaker }) =>
      [label, text.slice(start, end), ...(speaker ? [text.slice(speaker.start, speaker.end)] : [])].join(' '),
    ),
  );

describe('TEI', () => {
  const annotations = [
    of(TEXT, 'كيم', 'PER', { canonical: 'كيم "جونغ" أون' }),
    of(TEXT, 'الكرملين', 'ORG'),
    of(TEXT, 'نعم', 'direct', { family: 'quotation', speaker: anchor('كيم'), cue: anchor('قال') }),
  ];

  test('has every character of the text, and spans from token to token', async () => {
    const { files, content } = await write('tei', TEXT, annotations);
    expect(files.map(({ path }) => path)).toEqual(['articles/x.txt.xml']);
    const between = (from: string, to: string) => content.slice(content.indexOf(from), content.indexOf(to));
    expect(between('    <body>', '  </text>').replaceAll(/ type="[^"]*" ana="[^"]*"/g, '')).toBe(
      [
        '    <body>',
        '      <ab n="1" subtype="silver" xml:space="preserve"><s><pc xml:id="w1">😀</pc> <w xml:id="w2">قال</w> <w xml:id="w3">كيم</w><pc xml:id="w4">:</pc> <pc xml:id="w5">&quot;</pc><w xml:id="w6">نعم</w><pc xml:id="w7">&quot;</pc><pc xml:id="w8">.</pc></s></ab>',
        '      <ab xml:space="preserve">&#10;&#10;</ab>',
        '      <ab n="3" subtype="silver" xml:space="preserve"><s><w xml:id="w9">زار</w> <w xml:id="w10">و</w><w xml:id="w11">الكرملين</w> <pc xml:id="w12">&amp;</pc> <pc xml:id="w13">&lt;</pc><w xml:id="w14">روما</w><pc xml:id="w15">&gt;</pc><pc xml:id="w16">.</pc></s></ab>',
        '      <ab xml:space="preserve">&#13;&#10;</ab>',
        '    </body>',
        '',
      ].join('\n'),
    );
    expect(between('  <standOff>', '</TEI>')).toBe(
      [
        '  <standOff>',
        '    <spanGrp type="entities">',
        '      <span xml:id="span2" type="PER" ana="#entities.PER" subtype="decided" resp="#annotator1" from="#w3" to="#w3"><note type="id">PER-كيم</note><note type="source">hand</note><note type="canonical">كيم &quot;جونغ&quot; أون</note></span>',
        '      <span xml:id="span4" type="ORG" ana="#entities.ORG" subtype="decided" resp="#annotator1" from="#w11" to="#w11"><note type="id">ORG-الكرملين</note><note type="source">hand</note><note type="canonical">الكرملين</note></span>',
        '    </spanGrp>',
        '    <spanGrp type="quotations">',
        '      <span xml:id="span3" type="direct" ana="#quotations.direct" subtype="decided" resp="#annotator1" from="#w6" to="#w6"><note type="id">direct-نعم</note><note type="source">hand</note><note type="canonical">نعم</note></span>',
        '    </spanGrp>',
        '    <spanGrp type="parts">',
        '      <span xml:id="span1" type="CUE" ana="#parts.CUE" from="#w2" to="#w2"/>',
        '    </spanGrp>',
        '    <linkGrp>',
        '      <link type="speaker" target="#span3 #span2"/>',
        '      <link type="cue" target="#span3 #span1"/>',
        '    </linkGrp>',
        '  </standOff>',
        '',
      ].join('\n'),
    );
    expect(content).toContain('<category xml:id="entities.PER" n="PER"><catDesc xml:lang="en">Person. ');
  });

  test('an edge that is no token’s has an anchor', async () => {
    const text = 'قال  كيم';
    const { content } = await write('tei', text, [of(text, ' كيم', 'PER')]);
    expect(content).toContain('<w xml:id="w1">قال</w> <anchor xml:id="a1"/> <w xml:id="w2">كيم</w>');
    expect(content).toContain('from="#a1" to="#w2"');
  });

  test('a label that no xml:id or @type can hold is told by its category', async () => {
    const text = 'زار كيم';
    const dataset = await write('tei', text, [of(text, 'كيم', 'اسم & لقب')]);
    expect(dataset.content).toContain('<category xml:id="entities.-0" n="اسم &amp; لقب">');
    expect(told(dataset)).toEqual([]);
    expect(wordsOf(await parse(dataset.content))).toEqual(['اسم & لقب كيم']);
  });

  test('characters that XML cannot hold are told, once for the text', async () => {
    const text = 'زار\u0008 كيم موسكو\u000c.';
    const dataset = await write('tei', text, [of(text, 'كيم', 'PER')]);
    expect(dataset.losses.map(({ layer, reason, detail }) => [layer, reason, detail])).toEqual([
      [null, 'replaced', 'text'],
    ]);
    const { documents } = await parse(dataset.content);
    expect(documents.map((document) => document.text)).toEqual(['زار\ufffd كيم موسكو\ufffd.']);
  });

  // Forms of the Guidelines (chapters 13, 16, 18; tei-c.org/release/doc/tei-p5-doc/en/html), with text of our own.
  const foreign: readonly [what: string, inside: string, text: string, spans: readonly string[]][] = [
    [
      'names in the text, blanks that do not count',
      `<text><body><head>خبر</head>\n<p>\n  زار <persName>كيم\n  جونغ</persName>\n  <placeName>روما</placeName>.</p></body></text>`,
      'خبر\nزار كيم جونغ روما.',
      ['PER كيم جونغ', 'GPE روما'],
    ],
    [
      'tokens with a span over them',
      `<text><body><p><w xml:id="t1">زار</w> <w xml:id="t2">كيم</w></p></body></text><standOff><spanGrp><span type="PER" target="#t2"/></spanGrp></standOff>`,
      'زار كيم',
      ['PER كيم'],
    ],
    [
      'segments with a quotation and its speaker',
      `<text><body><p>قال <rs type="PER" xml:id="k">كيم</rs>: <quote xml:id="q">نعم</quote></p></body></text><standOff><linkGrp><link type="speaker" target="#q #k"/></linkGrp></standOff>`,
      'قال كيم: نعم',
      ['PER كيم', 'direct نعم كيم'],
    ],
  ];
  test.each(foreign)('reads %s', async (_what, inside, text, spans) => {
    const read = await parse(`\ufeff<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${inside}</TEI>`);
    expect(read.problems).toEqual([]);
    expect(read.documents.map((document) => [document.file, document.text])).toEqual([
      ['articles/x.txt', text],
    ]);
    expect(wordsOf(read)).toEqual(spans);
  });

  test('reads each text of a corpus', async () => {
    const one = (word: string) => `<TEI><text><body><p>${word}</p></body></text></TEI>`;
    const { documents } = await parse(`<teiCorpus>${one('أولى')}${one('ثانية')}</teiCorpus>`);
    expect(documents.map(({ text }) => text)).toEqual(['أولى', 'ثانية']);
  });

  const bad: readonly [what: string, content: string, problem: RegExp][] = [
    ['no XML', '<TEI>\n<text>', /^\d the file is no XML/],
    ['another root', '<html/>', /^1 the root is <html>/],
    [
      'a pointer to nothing',
      '<TEI><text><body><p>نص</p></body></text>\n<standOff><span type="PER" from="#w9"/></standOff></TEI>',
      /^2 the <span> points to #w9/,
    ],
    [
      'a span that says nothing',
      '<TEI><text><body><p xml:id="p">نص</p></body></text>\n<standOff><span from="#p"/></standOff></TEI>',
      /^2 the <span> has neither @ana nor @type/,
    ],
  ];
  test.each(bad)('tells of %s', async (_what, content, problem) => {
    const { problems } = await parse(content);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(problem),
    ]);
  });
});
