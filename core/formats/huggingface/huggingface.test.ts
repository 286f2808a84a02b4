import { parquetWriteBuffer } from 'hyparquet-writer/src/write.js';
import { describe, expect, test } from 'vitest';
import { buildDocument } from '../../dataset/build-document.ts';
import { analyse, CONTEXT, format, KEEP, of, told, write } from '../../../test/unit/formats.ts';
import { textOfFile } from '../files.ts';
import { writeDataset } from '../write-dataset.ts';
import { columnsOf } from './columns.ts';
import { readParquet } from './parquet.ts';

const TEXT = '😀 قال كيم: "نعم". زار والكرملين.\nوعاد.';

const ANNOTATIONS = [
  of(TEXT, 'كيم', 'PER'),
  of(TEXT, 'الكرملين', 'ORG'),
  of(TEXT, 'نعم', 'direct', { family: 'quotation' }),
];

const bytesOf = (content: string | Uint8Array | undefined): Uint8Array => {
  if (content instanceof Uint8Array) return content;
  throw new Error('no bytes');
};

async function rowsOf(content: string | Uint8Array | undefined) {
  const parquet = await readParquet(bytesOf(content));
  if ('error' in parquet) throw new Error(parquet.error);
  return parquet;
}

const parse = (content: string | Uint8Array, path = 'data/train.parquet') =>
  format('huggingface').parse([{ path, content }], CONTEXT);

describe('a Hugging Face dataset', () => {
  test('has tokens with tags, and every span, in code points', async () => {
    const { files } = await write('huggingface', TEXT, ANNOTATIONS);
    expect(files.map(({ path }) => path)).toEqual(['README.md', 'data/train-00000-of-00001.parquet']);
    const { rows, metadata } = await rowsOf(files[1]?.content);
    const [row] = rows as { [name: string]: unknown; tokens: string[]; ner_tags: bigint[] }[];
    const { info } = JSON.parse(metadata['huggingface'] ?? '') as {
      info: { features: { ner_tags: { feature: { names: string[] } } } };
    };
    const { names } = info.features.ner_tags.feature;
    expect(names.slice(0, 3)).toEqual(['O', 'B-PER', 'I-PER']);
    expect(row?.tokens.map((token, i) => [token, names[Number(row.ner_tags[i])]])).toEqual([
      ['😀', 'O'],
      ['قال', 'O'],
      ['كيم', 'B-PER'],
      [':', 'O'],
      ['"', 'O'],
      ['نعم', 'O'],
      ['"', 'O'],
      ['.', 'O'],
      ['زار', 'O'],
      ['و', 'O'],
      ['الكرملين', 'B-ORG'],
      ['.', 'O'],
      ['وعاد', 'O'],
      ['.', 'O'],
    ]);
    expect(row?.['token_starts']).toEqual([0, 2, 6, 9, 11, 12, 15, 16, 18, 22, 23, 31, 33, 37]);
    expect(row?.['sentence_starts']).toEqual([0, 8, 12]);
    expect(row?.['entities']).toMatchObject([
      { start: 6, end: 9, text: 'كيم', label: 'PER', annotator: 'huda', silver: false, canonical: 'كيم' },
      { start: 23, end: 31, text: 'الكرملين', label: 'ORG' },
    ]);
    expect(row?.['quotations']).toMatchObject([{ start: 12, end: 15, kind: 'direct', text: 'نعم' }]);
    expect(row?.['lines']).toMatchObject([{ line: 1 }, { line: 2, start: 33, end: 38 }]);
  });

  test('the card says the same of features and splits as the files', async () => {
    const split = (name: 'train' | 'test', file: string) => {
      const one = buildDocument(file, analyse(TEXT), ANNOTATIONS, KEEP);
      return { ...one, document: { ...one.document, split: name } };
    };
    const { files } = await writeDataset(
      format('huggingface'),
      [split('train', 'a.txt'), split('train', 'b.txt'), split('test', 'c.txt')],
      CONTEXT,
    );
    const [card, train, testing] = files;
    expect(files.map(({ path }) => path).slice(1)).toEqual([
      'data/train-00000-of-00001.parquet',
      'data/test-00000-of-00001.parquet',
    ]);
    const yaml = textOfFile(card?.content ?? '').split('---\n')[1] ?? '';
    for (const name of Object.keys(columnsOf([]))) expect(yaml).toContain(`  - name: ${name}\n`);
    expect(yaml).toContain(`'1': "B-PER"`);
    expect(yaml).toMatch(/- name: train\n {4}num_bytes: \d+\n {4}num_examples: 2\n/);
    expect(yaml).toContain('  - split: test\n    path: data/test-*\n');
    const sizes = [train, testing].map((file) => bytesOf(file?.content).length);
    expect(yaml).toContain(`download_size: ${sizes.reduce((a, b) => a + b)}\n`);
    const { documents } = await format('huggingface').parse(files, CONTEXT);
    expect(documents.map((document) => [document.file, document.split])).toEqual([
      ['a.txt', 'train'],
      ['b.txt', 'train'],
      ['c.txt', 'test'],
    ]);
  });

  test('overlaps have no tags, but stay among the entities', async () => {
    const line = 'في كوريا الشمالية';
    const dataset = await write('huggingface', line, [
      of(line, 'كوريا', 'LOC'),
      of(line, 'كوريا الشمالية', 'GPE'),
    ]);
    expect(told(dataset)).toEqual(['overlap LOC كوريا']);
    const { rows } = await rowsOf(dataset.files[1]?.content);
    expect(rows[0]?.['entities']).toHaveLength(2);
  });

  /** A file as `datasets` writes it: features in the metadata (huggingface.co/docs/datasets, conll2003's features). */
  const foreign = (columns: Record<string, unknown[]>, features?: object): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: Object.entries(columns).map(([name, data]) => ({ name, data })),
        kvMetadata: features ? [{ key: 'huggingface', value: JSON.stringify({ info: { features } }) }] : [],
      }),
    );
  const names = ['O', 'B-PER', 'I-PER', 'B-LOC'];
  const list = (type: string) => ({
    ner_tags: { feature: { names, _type: 'ClassLabel' }, length: -1, _type: type },
  });

  const samples: readonly [what: string, bytes: Uint8Array, text: string, spans: readonly string[]][] = [
    [
      'numbers with the names of a Sequence',
      foreign({ tokens: [['زار', 'كيم', 'جونغ', 'روما']], ner_tags: [[0, 1, 2, 3]] }, list('Sequence')),
      'زار كيم جونغ روما',
      ['PER كيم جونغ', 'LOC روما'],
    ],
    [
      'numbers with the names of a List, and the text',
      foreign({ text: ['زار كيم.'], tokens: [['زار', 'كيم', '.']], ner_tags: [[0, 1, 0]] }, list('List')),
      'زار كيم.',
      ['PER كيم'],
    ],
    [
      'tags as text, BILOU',
      foreign({ tokens: [['كيم', 'جونغ', 'روما', 'صنعاء']], tags: [['B-PER', 'L-PER', 'U-LOC', 'U-LOC']] }),
      'كيم جونغ روما صنعاء',
      ['PER كيم جونغ', 'LOC روما', 'LOC صنعاء'],
    ],
    ['text alone', foreign({ text: ['زار كيم'] }), 'زار كيم', []],
  ];
  test.each(samples)('reads %s', async (_what, bytes, text, spans) => {
    const { documents, problems } = await parse(bytes);
    expect(problems).toEqual([]);
    expect(documents.map((document) => document.text)).toEqual([text]);
    expect(
      documents.flatMap((document) =>
        document.spans.map(({ label, start, end }) => `${label} ${document.text.slice(start, end)}`),
      ),
    ).toEqual(spans);
    expect(documents[0]?.split).toBe('train');
  });

  const bad: readonly [what: string, content: Uint8Array, message: RegExp][] = [
    ['no Parquet', new Uint8Array([1, 2, 3]), /cannot be read as Parquet/],
    ['numbers without names', foreign({ tokens: [['كيم']], ner_tags: [[1]] }), /have no names/],
    ['fewer tags than tokens', foreign({ tokens: [['كيم', '.']], tags: [['O']] }), /2 tokens, but 1 tags/],
    ['neither text nor tokens', foreign({ a: [1] }), /neither "text" nor "tokens"/],
  ];
  test.each(bad)('tells of %s', async (_what, content, message) => {
    const { documents, problems } = await parse(content);
    expect(documents).toEqual([]);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  test('tells of a column that its schema does not have, and nothing fails behind its back', async () => {
    const content = foreign({ other: ['خبر'], text: ['خبر'] });
    // The first page cannot be read, and in the row group the second column has another name than in the schema.
    content.fill(0xff, 4, 12);
    content[Buffer.from(content).lastIndexOf('text') + 3] = 0x70;
    const uncaught: unknown[] = [];
    const listen = (reason: unknown): void => void uncaught.push(reason);
    process.on('unhandledRejection', listen);
    const { problems } = await parse(content);
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', listen);
    expect(uncaught).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('The column texp is not in the file') as string,
    ]);
  });
});
