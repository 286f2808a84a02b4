import { describe, expect, test } from 'vitest';
import { KEEP, SAID, SAYING, read, told, write } from '../../test/unit/formats.ts';

describe('doccano', () => {
  const text = SAYING;

  test('writes entities and relations, offsets in code points', async () => {
    const dataset = await write('doccano', text, SAID);
    const hand = { silver: false, annotator: 'huda', source: 'hand' };
    expect(JSON.parse(dataset.content)).toEqual({
      text,
      entities: [
        { id: 1, label: 'CUE', start_offset: 2, end_offset: 5 },
        {
          id: 2,
          label: 'PER',
          start_offset: 6,
          end_offset: 9,
          details: { id: 'PER-كيم', ...hand, canonical: 'كيم جونغ أون' },
        },
        { id: 3, label: 'direct', start_offset: 12, end_offset: 15, details: { id: 'direct-نعم', ...hand } },
      ],
      relations: [
        { id: 1, from_id: 3, to_id: 2, type: 'speaker' },
        { id: 2, from_id: 3, to_id: 1, type: 'cue' },
      ],
      meta: { file: 'articles/x.txt', published: null, offsets: 'codepoint', tool: 'hashiya 0.1.0' },
    });
    expect(told(dataset)).toEqual([]);
  });

  test('has both lists where there is nothing in them, for doccano asks for the columns', async () => {
    const { content } = await write('doccano', 'نعم', [], KEEP);
    expect(JSON.parse(content)).toMatchObject({ entities: [], relations: [] });
  });

  // The forms of doccano's own examples (backend/data_import/pipeline/examples) and of its export.
  const foreign: readonly [what: string, content: string, spans: string[]][] = [
    ['"label"', '{"text": "😀 قال كيم", "label": [[6, 9, "PER"]]}', ['PER كيم']],
    ['its older "data" and "labels"', '{"id": 4, "data": "قال كيم", "labels": [[4, 7, "PER"]]}', ['PER كيم']],
    [
      'its export with relations',
      '{"id": 9, "text": "قال كيم", "entities": [{"id": 71, "label": "PER", "start_offset": 4, "end_offset": 7}], "relations": [], "Comments": []}',
      ['PER كيم'],
    ],
    ['entities as lists', '{"text": "قال كيم", "entities": [[4, 7, "PER"]]}', ['PER كيم']],
    ['a JSON list', '[\n {"text": "قال كيم", "label": [[4, 7, "PER"]]}\n]', ['PER كيم']],
    [
      '"\\r\\n" and a byte order mark',
      '\ufeff{"text": "قال كيم", "label": [[4, 7, "PER"]]}\r\n',
      ['PER كيم'],
    ],
  ];
  test.each(foreign)('reads %s', async (_what, content, expected) => {
    const { documents, problems } = await read('doccano', content);
    const [document] = documents;
    expect(
      document?.spans.map(({ label, start, end }) => `${label} ${document.text.slice(start, end)}`),
    ).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test('reads speakers by the relations of its export, whatever its ids are', async () => {
    const { documents } = await read(
      'doccano',
      '{"text": "قال كيم: نعم", "entities": [{"id": 71, "label": "direct", "start_offset": 9, "end_offset": 12}, {"id": 70, "label": "PER", "start_offset": 4, "end_offset": 7}], "relations": [{"id": 5, "from_id": 71, "to_id": 70, "type": "speaker"}]}',
    );
    expect(documents[0]?.spans.map(({ label, speaker }) => [label, speaker])).toEqual([
      ['direct', { start: 4, end: 7 }],
      ['PER', undefined],
    ]);
  });

  test('says what it cannot read and what has no place, and keeps the rest', async () => {
    const { documents, problems } = await read(
      'doccano',
      [
        '{"text": "قال كيم", "entities": [{"label": "PER"}, [4, 4, "X"], [4, 70, "X"], [4, 7, "PER"]], "relations": [{"type": "speaker"}, {"from_id": 1, "to_id": 2, "type": "knows"}]}',
        '{"label": []}',
        '',
        '{"text": "x"',
        '{"text": "نعم", "label": ["رياضة"], "Comments": ["أهو كذلك؟"]}',
      ].join('\n'),
    );
    expect(documents.map(({ spans }) => spans.length)).toEqual([1, 0]);
    expect(problems.map(({ line, message }) => `${line} ${message.replace(/JSON: .+;/, 'JSON;')}`)).toEqual(
      [
        '1 no span with offsets and a label: {"label":"PER"}; left out',
        '1 a span that is empty or beyond the text: [4,4,"X"]; left out',
        '1 a span that is empty or beyond the text: [4,70,"X"]; left out',
        '1 no relation with "from_id", "to_id" and "type": {"type":"speaker"}; left out',
        '2 no object with a "text"; left out',
        '5 the category "رياضة" of a whole text: there is no place for it here, passed over',
        '5 comments: there is no place for it here, passed over',
      ].toSpliced(0, 0, '4 no JSON; left out'),
    );
  });
});
