import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../../test/unit/arbitrary-annotations.ts';
import { KEEP, SAID, SAYING, of, read, told, write } from '../../../test/unit/formats.ts';

interface Task {
  readonly text: string;
  readonly tokens: readonly { text: string; start: number; end: number; id: number; ws: boolean }[];
  readonly spans: readonly {
    start: number;
    end: number;
    token_start: number;
    token_end: number;
    label: string;
  }[];
  readonly relations: readonly object[];
  readonly answer?: string;
}

const taskOf = ({ content }: { readonly content: string }): Task => JSON.parse(content) as Task;

/** The text that spaCy makes of tokens. */
const joined = ({ tokens }: Task): string => tokens.map(({ text, ws }) => text + (ws ? ' ' : '')).join('');

describe('Prodigy', () => {
  const text = SAYING;

  test('writes tokens, spans and relations: code points, token_end inclusive, head and child the last tokens', async () => {
    const dataset = await write('prodigy', text, SAID);
    const hand = { silver: false, annotator: 'huda', source: 'hand' };
    const cue = { start: 2, end: 5, token_start: 1, token_end: 1, label: 'CUE' };
    const person = { id: 'PER-كيم', start: 6, end: 9, token_start: 2, token_end: 2, label: 'PER' };
    const quotation = { id: 'direct-نعم', start: 12, end: 15, token_start: 5, token_end: 5, label: 'direct' };
    const task = taskOf(dataset);
    expect(task).toMatchObject({
      text,
      spans: [cue, { ...person, ...hand, canonical: 'كيم جونغ أون' }, { ...quotation, ...hand }],
      relations: [
        { head: 5, child: 2, head_span: quotation, child_span: person, label: 'speaker' },
        { head: 5, child: 1, head_span: quotation, child_span: cue, label: 'cue' },
      ],
      meta: { file: 'articles/x.txt', published: null, tool: 'hashiya 0.1.0' },
      answer: 'accept',
    });
    expect(task.tokens.map(({ id, text: words, start, end, ws }) => [id, words, start, end, ws])).toEqual([
      [0, '😀', 0, 1, true],
      [1, 'قال', 2, 5, true],
      [2, 'كيم', 6, 9, false],
      [3, ':', 9, 10, true],
      [4, '"', 11, 12, false],
      [5, 'نعم', 12, 15, false],
      [6, '"', 15, 16, false],
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('particles are tokens, and white space but for one blank', async () => {
    const line = 'قال  والكرملين\n\nنعم';
    const task = taskOf(await write('prodigy', line, [of(line, 'الكرملين', 'ORG')]));
    expect(task.tokens.map(({ text: words, ws }) => [words, ws])).toEqual([
      ['قال', true],
      [' ', false],
      ['و', false],
      ['الكرملين', false],
      ['\n\n', false],
      ['نعم', false],
    ]);
    expect(task.spans).toMatchObject([{ token_start: 3, token_end: 3 }]);
  });

  test('tokens are the whole text, and every span is made of them', async () => {
    await fc.assert(
      fc.asyncProperty(annotatedText, async ([line, annotations]) => {
        const task = taskOf(await write('prodigy', line, annotations));
        expect(joined(task)).toBe(task.text);
        for (const { start, end, token_start: first, token_end: last } of task.spans)
          expect([task.tokens[first]?.start, task.tokens[last]?.end]).toEqual([start, end]);
      }),
      { numRuns: 200 },
    );
  });

  test('an article with undecided marks has no answer yet', async () => {
    const line = 'زار فلاديمير بوتين موسكو.';
    const dataset = await write('prodigy', line, [of(line, 'موسكو', 'GPE')], { ...KEEP, marks: true });
    expect(taskOf(dataset).answer).toBeUndefined();
  });

  // The forms of https://prodi.gy/docs/api-interfaces and of db-out, in words of our own.
  test('reads answers: accepted is decided, unanswered is silver, rejected and ignored are left out', async () => {
    const task = (answer: object) =>
      JSON.stringify({ text: 'قال كيم', spans: [{ start: 4, end: 7, label: 'PER' }], ...answer });
    const { documents, problems } = await read(
      'prodigy',
      [
        task({ answer: 'accept', _annotator_id: 'news-huda', _input_hash: 1, _task_hash: 2 }),
        task({}),
        task({ answer: 'reject' }),
        task({ answer: 'ignore' }),
      ].join('\n'),
    );
    expect(
      documents.map(({ spans }) => spans.map(({ label, silver, annotator }) => [label, silver, annotator])),
    ).toEqual([[['PER', false, 'news-huda']], [['PER', true, null]], [], []]);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '3 a task with the answer "reject": there is no place for it here, passed over',
      '4 a task with the answer "ignore": there is no place for it here, passed over',
    ]);
  });

  test('reads relations by their spans, or by the last tokens', async () => {
    const spans = [
      { start: 4, end: 7, token_start: 1, token_end: 1, label: 'PER' },
      { start: 9, end: 12, token_start: 3, token_end: 3, label: 'direct' },
    ];
    const { documents } = await read(
      'prodigy',
      [
        { relations: [{ head: 3, child: 1, label: 'speaker', head_span: spans[1], child_span: spans[0] }] },
        { relations: [{ head: 3, child: 1, label: 'SPEAKER' }] },
      ]
        .map((more) => JSON.stringify({ text: 'قال كيم: نعم', spans, answer: 'accept', ...more }))
        .join('\n'),
    );
    expect(documents.map((document) => document.spans[1]?.speaker)).toEqual([
      { start: 4, end: 7 },
      { start: 4, end: 7 },
    ]);
  });

  test('reads spans that have tokens alone', async () => {
    const { documents } = await read(
      'prodigy',
      '{"text": "😀 كيم", "tokens": [{"text": "😀", "start": 0, "end": 1, "id": 0}, {"text": "كيم", "start": 2, "end": 5, "id": 1}], "spans": [{"token_start": 1, "token_end": 1, "label": "PER"}]}',
    );
    expect(documents[0]?.spans).toMatchObject([{ label: 'PER', start: 3, end: 6 }]);
  });

  test('says what it cannot read and what has no place, and keeps the rest', async () => {
    const { documents, problems } = await read(
      'prodigy',
      [
        '{"text": "قال كيم", "spans": [{"start": 4, "end": 7}, {"start": 4, "end": 70, "label": "X"}, {"start": 4, "end": 7, "label": "PER"}], "relations": [{"head": 0, "child": 1, "label": "knows"}]}',
        '{"image": "x.png"}',
      ].join('\n'),
    );
    expect(documents.map(({ spans }) => spans.length)).toEqual([1]);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 no span with offsets and a label: {"start":4,"end":7}; left out',
      '1 a span that is empty or beyond the text: {"start":4,"end":70,"label":"X"}; left out',
      '2 no object with a "text"; left out',
      '1 relation "knows": there is no place for it here, passed over',
    ]);
  });
});
