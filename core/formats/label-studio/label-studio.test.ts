import { describe, expect, test } from 'vitest';
import { CONTEXT, KEEP, SAID, SAYING, format, of, told, write } from '../../../test/unit/formats.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile } from '../format.ts';

const contentOf = (files: readonly DatasetFile[], path: string): string =>
  textOfFile(files.find((file) => file.path === path)?.content ?? '');

async function readTasks(tasks: unknown, configuration?: string) {
  const { documents, problems } = await format('label-studio').parse(
    [
      ...(configuration === undefined ? [] : [{ path: 'config.xml', content: configuration }]),
      { path: 'project-1.json', content: JSON.stringify(tasks) },
    ],
    CONTEXT,
  );
  return {
    documents,
    spans: documents.flatMap(({ text, spans }) =>
      spans.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`),
    ),
    problems: problems.map(({ message }) => message),
  };
}

const region = (id: string, start: number, end: number, label: string, text?: string) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, labels: [label], ...(text === undefined ? {} : { text }) },
});

describe('Label Studio', () => {
  const text = SAYING;

  test('writes tasks with annotations: regions, full names, relations; offsets in code points', async () => {
    const dataset = await write('label-studio', text, SAID);
    const meta = { annotator: 'huda', source: 'hand' };
    const relation = (label: string, to: string) => ({
      type: 'relation',
      from_id: 'direct-نعم',
      to_id: to,
      direction: 'right',
      labels: [label],
    });
    const named = (from: string, type: string) => ({ from_name: from, to_name: 'text', type });
    expect(JSON.parse(contentOf(dataset.files, 'tasks.json'))).toEqual([
      {
        id: 1,
        data: { text, file: 'articles/x.txt', published: null },
        meta: { tool: 'hashiya 0.1.0', offsets: 'codepoint' },
        annotations: [
          {
            result: [
              {
                id: 'PER-كيم',
                ...named('entities', 'labels'),
                value: { start: 6, end: 9, text: 'كيم', labels: ['PER'] },
                meta,
              },
              {
                id: 'PER-كيم',
                ...named('canonical', 'textarea'),
                value: { start: 6, end: 9, text: ['كيم جونغ أون'] },
              },
              {
                id: 'CUE-2-5',
                ...named('quotations', 'labels'),
                value: { start: 2, end: 5, text: 'قال', labels: ['CUE'] },
              },
              {
                id: 'direct-نعم',
                ...named('quotations', 'labels'),
                value: { start: 12, end: 15, text: 'نعم', labels: ['direct'] },
                meta,
              },
              relation('speaker', 'PER-كيم'),
              relation('cue', 'CUE-2-5'),
            ],
          },
        ],
        predictions: [],
      },
    ]);
    expect(told(dataset)).toEqual([]);
  });

  test('what nobody has decided on is a prediction of this program', async () => {
    const line = 'زار فلاديمير بوتين موسكو.';
    const { files } = await write('label-studio', line, [of(line, 'موسكو', 'GPE')], { ...KEEP, marks: true });
    const [task] = JSON.parse(contentOf(files, 'tasks.json')) as {
      annotations: { result: { value: { text: string } }[] }[];
      predictions: { model_version: string; result: { value: { text: string } }[] }[];
    }[];
    expect(task?.annotations.flatMap(({ result }) => result.map(({ value }) => value.text))).toContain(
      'موسكو',
    );
    expect(task?.predictions.map((one) => one.model_version)).toEqual(['hashiya 0.1.0']);
    expect(task?.predictions[0]?.result.map(({ value }) => value.text)).toContain('فلاديمير بوتين');
  });

  test('configures every control and label that the tasks name', async () => {
    const { files } = await write('label-studio', text, [of(text, 'كيم', 'فنان')]);
    const configuration = contentOf(files, 'labeling-config.xml');
    for (const part of [
      '<Labels name="entities" toName="text">',
      '<Label value="PER" hint="Person · شخص" background="#',
      '<Label value="فنان"/>',
      '<Label value="SPEAKER"/>',
      '<Relation value="speaker"/>',
      '<Text name="text" value="$text"',
      '<TextArea name="canonical" toName="text" perRegion="true"',
    ])
      expect(configuration).toContain(part);
  });

  // The forms of https://labelstud.io/guide/export and https://labelstud.io/guide/task_format, in words of our own.
  test('reads its export, with who made the annotations', async () => {
    const { documents, spans, problems } = await readTasks([
      {
        id: 7,
        data: { text: '😀 قال كيم: نعم' },
        annotations: [
          {
            id: 1,
            completed_by: { id: 3, email: 'huda@example.org' },
            was_cancelled: false,
            result: [
              region('a', 6, 9, 'PER', 'كيم'),
              region('b', 11, 14, 'direct', 'نعم'),
              { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['speaker'] },
            ],
          },
        ],
        predictions: [],
      },
    ]);
    expect(spans).toEqual(['PER كيم', 'direct نعم']);
    expect(documents[0]?.spans[0]).toMatchObject({ silver: false, annotator: 'huda@example.org' });
    expect(documents[0]?.spans[1]?.speaker).toEqual({ start: 7, end: 10 });
    expect(problems).toEqual([]);
  });

  test('a prediction is silver, unless an annotation was made from it', async () => {
    const task = (annotations: unknown[]) => [
      {
        data: { text: 'قال كيم' },
        annotations,
        predictions: [{ id: 5, result: [region('p', 4, 7, 'ORG')] }],
      },
    ];
    const alone = await readTasks(task([]));
    expect(alone.documents[0]?.spans).toMatchObject([{ label: 'ORG', silver: true, annotator: null }]);
    const goneOver = await readTasks(
      task([{ parent_prediction: 5, completed_by: 2, result: [region('p', 4, 7, 'PER')] }]),
    );
    expect(goneOver.documents[0]?.spans).toMatchObject([
      { label: 'PER', silver: false, annotator: 'label-studio-2' },
    ]);
  });

  test('a skipped annotation is none', async () => {
    const { spans, problems } = await readTasks([
      {
        data: { text: 'قال كيم' },
        annotations: [{ was_cancelled: true, result: [region('a', 4, 7, 'PER')] }],
      },
    ]);
    expect(spans).toEqual([]);
    expect(problems).toEqual(['a skipped annotation: there is no place for it here, passed over']);
  });

  const forms: readonly [what: string, task: object, configuration: string | undefined][] = [
    ['JSON_MIN', { text: 'قال كيم', label: [{ start: 4, end: 7, text: 'كيم', labels: ['PER'] }] }, undefined],
    [
      'a text of another name, by the configuration',
      { data: { title: 'عنوان', article: 'قال كيم' }, annotations: [{ result: [region('a', 4, 7, 'PER')] }] },
      '<View><Text name="text" value="$article"/><Labels name="label" toName="text"><Label value="PER"/></Labels></View>',
    ],
    [
      'a text of another name, where it is the only one',
      { data: { article: 'قال كيم', n: 1 }, annotations: [{ result: [region('a', 4, 7, 'PER')] }] },
      undefined,
    ],
    [
      '"completions" of versions before 1.0',
      { data: { text: 'قال كيم' }, completions: [{ result: [region('a', 4, 7, 'PER')] }] },
      undefined,
    ],
    [
      'offsets in UTF-16, by the words that regions say',
      { data: { text: '😀 كيم' }, annotations: [{ result: [region('a', 3, 6, 'PER', 'كيم')] }] },
      undefined,
    ],
  ];
  test.each(forms)('reads %s', async (_what, task, configuration) => {
    const { spans, problems } = await readTasks([task], configuration);
    expect(spans).toEqual(['PER كيم']);
    expect(problems).toEqual([]);
  });

  test('says what it cannot read and what has no place, and keeps the rest', async () => {
    const { spans, problems } = await readTasks([
      { data: { image: 1 } },
      {
        data: { text: 'قال كيم' },
        annotations: [
          {
            result: [
              region('a', 4, 7, 'PER'),
              region('b', 70, 80, 'PER'),
              { ...region('c', 0, 0, 'PER'), value: { labels: ['PER'] } },
              { id: 'd', type: 'choices', from_name: 'topic', value: { choices: ['رياضة'] } },
              { type: 'relation', from_id: 'a', to_id: 'b', labels: ['knows'] },
              { type: 'relation', from_id: 'a', to_id: 'b' },
            ],
          },
        ],
      },
    ]);
    expect(spans).toEqual(['PER كيم']);
    expect(problems).toEqual([
      'task 1: it has no data with a text; left out',
      'task 2: region c has no "start" and "end"; left out',
      'task 2: region b is empty or beyond the text; left out',
      'a result of the type "choices": there is no place for it here, passed over',
      'relation "": there is no place for it here, passed over',
    ]);
  });

  test('a configuration that is no XML says nothing', async () => {
    const { spans } = await readTasks(
      [{ data: { text: 'قال كيم' }, annotations: [{ result: [region('a', 4, 7, 'PER')] }] }],
      '<View',
    );
    expect(spans).toEqual(['PER كيم']);
  });
});
