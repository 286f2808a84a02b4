import { describe, expect, test } from 'vitest';
import { CONTEXT, anchorOf, format, of, told, write } from '../../test/unit/formats.ts';
import { textOfFile } from './files.ts';
import { parseXml } from './xml.ts';

const TEXT = '😀 قال كيم: "نعم"\n\nزار\r\nموسكو';

const anchor = (words: string) => anchorOf(TEXT, words);

const ANNOTATIONS = [
  of(TEXT, 'كيم', 'PER', { canonical: 'كيم "جونغ" <أون>' }),
  of(TEXT, 'نعم', 'direct', {
    family: 'quotation',
    speaker: anchor('كيم'),
    cue: anchor('قال'),
    canonical: null,
  }),
];

/** The file of the article in a dataset. */
async function contentOf(id: string, suffix: string, ...parts: Parts): Promise<string> {
  const { files } = await write(id, ...parts);
  expect(files.map(({ path }) => path)).toEqual(['TypeSystem.xml', `articles/x.txt${suffix}`]);
  return textOfFile(files[1]?.content ?? '');
}

type Parts = Parameters<typeof write> extends [string, ...infer Rest] ? Rest : never;

/** Reads one document as "layer label words", with what was wrong. */
async function readCas(id: string, content: string, path = 'a/x.xmi') {
  const { documents, problems } = await format(id).parse([{ path, content }], CONTEXT);
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

describe('the type system', () => {
  test('defines every type that a CAS uses, with its features', async () => {
    const { files } = await write('cas-xmi', TEXT, ANNOTATIONS);
    const types = textOfFile(files[0]?.content ?? '');
    expect(parseXml(types)).not.toHaveProperty('error');
    const xmi = textOfFile(files[1]?.content ?? '');
    const names = new Set([...xmi.matchAll(/<(?:custom|type\d?):(\w+)/g)].map(([, name]) => name));
    for (const name of names) expect(types).toMatch(new RegExp(`<name>[\\w.]+\\.${name ?? ''}</name>`));
    // What INCEpTION refuses as names of features, and would read as the separator of its tables.
    for (const [, name] of types.matchAll(/<name>([^<]+)<\/name>/g))
      expect(name).not.toMatch(/_|^(?:class|type|begin|end|sofa|address|view)$/);
  });
});

describe('CAS XMI', () => {
  test('writes UTF-16 offsets, links, and breaks of lines as references', async () => {
    const lines = (await contentOf('cas-xmi', '.xmi', TEXT, ANNOTATIONS)).split('\n');
    const [sofa] = lines.filter((line) => line.startsWith('<cas:Sofa'));
    expect(sofa).toBe(
      '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="😀 قال كيم: &quot;نعم&quot;&#10;&#10;زار&#13;&#10;موسكو"/>',
    );
    expect(lines.filter((line) => /<(?:type3|custom:(?:Mention|Quotation))/.test(line))).toEqual([
      '<custom:QuotationPart xmi:id="16" sofa="1" begin="3" end="6" value="CUE"/>',
      '<type3:NamedEntity xmi:id="17" sofa="1" begin="7" end="10" value="PER"/>',
      '<custom:Quotation xmi:id="18" sofa="1" begin="13" end="16" value="direct" annotationId="direct-نعم" annotator="huda" silver="false" source="hand" parts="23 24"/>',
      '<custom:Mention xmi:id="19" sofa="1" begin="7" end="10" value="PER" annotationId="PER-كيم" annotator="huda" silver="false" source="hand" canonical="كيم &quot;جونغ&quot; &lt;أون&gt;"/>',
      '<custom:QuotationPartsLink xmi:id="23" target="17" role="speaker"/>',
      '<custom:QuotationPartsLink xmi:id="24" target="16" role="cue"/>',
    ]);
    expect(lines).toContain(
      '<custom:Line xmi:id="21" sofa="1" begin="19" end="22" value="body" number="3" silver="true"/>',
    );
  });

  test('what XML cannot hold becomes U+FFFD, and is told of the article and of the spans that have it', async () => {
    const text = 'زار كي\u0001م موسكو \ud800';
    const dataset = await write('cas-xmi', text, [of(text, 'كي\u0001م', 'PER'), of(text, 'موسكو', 'GPE')]);
    expect(told(dataset)).toEqual(['replaced  ', 'replaced PER كي\u0001م']);
    const { document, spans } = await readCas('cas-xmi', textOfFile(dataset.files[1]?.content ?? ''));
    expect(document?.text).toBe('زار كي\ufffdم موسكو \ufffd');
    expect(spans).toEqual(['entities PER كي\ufffdم', 'entities GPE موسكو']);
  });

  // In the form of the examples of "UIMA References", XMI CAS Serialization Reference.
  const xmi = (...elements: string[]): string => `<?xml version="1.1" encoding="UTF-8"?>
<x:XMI xmlns:x="http://www.omg.org/XMI" xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore" xmlns:noNamespace="http:///uima/noNamespace.ecore" x:version="2.0">
  <cas:NULL xmi:id="0"/>
  ${elements.join('\n  ')}
  <cas:View sofa="9" members="1 2 3"/>
</x:XMI>`;
  const sofa =
    '<cas:Sofa xmi:id="9" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="كيم: نعم"/>';

  test.each([
    [
      'entities of DKPro, with a type of their own too',
      [
        '<ner:NamedEntity xmi:id="1" sofa="9" begin="0" end="3" value="PER"/>',
        '<ner:Person xmi:id="2" sofa="9" begin="0" end="3"/>',
      ],
      ['entities PER كيم', 'entities Person كيم'],
    ],
    [
      'layers of any project, and a quotation whose links stand in an array',
      [
        '<custom:Stance xmi:id="1" sofa="9" begin="5" end="8" label="agree"/>',
        '<noNamespace:Plain xmi:id="2" sofa="9" begin="0" end="3"/>',
        '<custom:Quotation xmi:id="3" sofa="9" begin="5" end="8" value="direct" parts="4"/>',
        '<cas:FSArray xmi:id="4" elements="5"/>',
        '<custom:QuotationPartsLink xmi:id="5" role="speaker" target="2"/>',
      ],
      ['entities agree نعم', 'entities Plain كيم', 'quotations direct نعم'],
    ],
  ])('reads %s', async (_what, elements, expected) => {
    const { spans, problems, document } = await readCas('cas-xmi', xmi(...elements, sofa));
    expect([spans, problems, document?.file]).toEqual([expected, [], 'a/x']);
    expect(document?.spans.flatMap(({ speaker }) => speaker ?? [])).toEqual(
      expected.length > 2 ? [{ start: 0, end: 3 }] : [],
    );
  });

  test.each([
    ['no XML', '<a>', ['1 this is no XML: unclosed tag: a'], []],
    [
      'another XML',
      '<TEI></TEI>',
      ['1 the element <TEI> begins no CAS; export it as "UIMA CAS XMI", whose element is <xmi:XMI>'],
      [],
    ],
    ['no text', xmi(), ['0 this CAS has no text: a Sofa with a "sofaString" is missing'], []],
    [
      'a place outside the text, parts of speech, another view',
      xmi(
        '<ner:NamedEntity xmi:id="1" sofa="9" begin="0" end="30" value="PER"/>',
        '<pos:POS xmi:id="2" sofa="9" begin="0" end="3" PosValue="N"/>',
        '<ner:NamedEntity xmi:id="3" sofa="9" begin="0" end="3" value="PER"/>',
        sofa,
        '<cas:Sofa xmi:id="8" sofaNum="2" sofaID="other" sofaString="x"/>',
      ),
      [
        '0 of the 2 views of this CAS only "_InitialView" is read; export the others by themselves',
        '0 the de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity with id 1 spans 0 to 30, which is outside the text of 8 UTF-16 code units; left out',
        '0 annotations of de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS, which are no spans of a dataset: 1 left out',
      ],
      ['entities PER كيم'],
    ],
  ])('tells %s and keeps the rest', async (_what, content, problems, spans) => {
    const read = await readCas('cas-xmi', content);
    expect([read.problems, read.spans]).toEqual([problems, spans]);
  });
});

describe('JSON CAS', () => {
  test('has types, feature structures with the text first, and the view', async () => {
    const content = await contentOf('cas-json', '.json', TEXT, ANNOTATIONS);
    const cas = JSON.parse(content) as Record<string, unknown>;
    expect(Object.keys(cas)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS']);
    const structures = cas['%FEATURE_STRUCTURES'] as Record<string, unknown>[];
    expect(structures[0]).toEqual({
      '%ID': 1,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: TEXT,
    });
    for (const structure of structures) expect(Object.keys(structure).slice(0, 2)).toEqual(['%ID', '%TYPE']);
    expect(
      content
        .split('\n')
        .filter((line) => /"%TYPE":"(?:uima\.cas\.FSArray|webanno\.custom\.Quot)/.test(line)),
    ).toEqual([
      '{"%ID":16,"%TYPE":"webanno.custom.QuotationPart","@sofa":1,"begin":3,"end":6,"value":"CUE"},',
      '{"%ID":18,"%TYPE":"webanno.custom.Quotation","@sofa":1,"begin":13,"end":16,"value":"direct","annotationId":"direct-نعم","annotator":"huda","silver":false,"source":"hand","@parts":25},',
      '{"%ID":23,"%TYPE":"webanno.custom.QuotationPartsLink","@target":17,"role":"speaker"},',
      '{"%ID":24,"%TYPE":"webanno.custom.QuotationPartsLink","@target":16,"role":"cue"},',
      '{"%ID":25,"%TYPE":"uima.cas.FSArray","%ELEMENTS":[23,24]}',
    ]);
    expect(cas['%VIEWS']).toMatchObject({ _InitialView: { '%SOFA': 1 } });
  });

  test('holds what XML cannot', async () => {
    const text = 'زار كي\u0001م \ud800';
    const dataset = await write('cas-json', text, [of(text, 'كي\u0001م', 'PER')]);
    expect(told(dataset)).toEqual([]);
  });

  const structures = [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: 'كيم: نعم' },
    {
      '%ID': 2,
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
      '@sofa': 1,
      '^begin': 0,
      '^end': 3,
      value: 'PER',
    },
    {
      '%ID': 3,
      '%TYPE': 'webanno.custom.Quotation',
      '@sofa': 1,
      begin: 5,
      end: 8,
      value: 'direct',
      '@parts': 4,
    },
    { '%ID': 4, '%TYPE': 'webanno.custom.QuotationPartsLink[]', '%ELEMENTS': [5] },
    { '%ID': 5, '%TYPE': 'webanno.custom.QuotationPartsLink', role: 'speaker', '@target': 2 },
  ];

  // SPECIFICATION.adoc of uima-uimaj-io-jsoncas: "^" before offsets, structures in a list or by their ids.
  test.each([
    ['in a list', structures],
    [
      'by their ids',
      Object.fromEntries(structures.map(({ '%ID': id, ...structure }) => [String(id), structure])),
    ],
  ])('reads feature structures %s', async (_what, list) => {
    const content = JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': list, '%VIEWS': {} });
    const { spans, problems, document } = await readCas('cas-json', content, 'x.json');
    expect([spans, problems, document?.file]).toEqual([
      ['entities PER كيم', 'quotations direct نعم'],
      [],
      'x',
    ]);
    expect(document?.spans[1]).toMatchObject({ speaker: { start: 0, end: 3 }, cue: null });
  });

  test.each([
    ['no JSON', '{', /^0 this is no JSON: /],
    ['another JSON', '[1]', /^0 no JSON CAS: "%FEATURE_STRUCTURES" is missing$/],
    ['no text', '{"%FEATURE_STRUCTURES":[1,null,{"%ID":1}]}', /^0 this CAS has no text/],
  ])('tells %s', async (_what, content, expected) => {
    const { problems, document } = await readCas('cas-json', content);
    expect(document).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });
});
