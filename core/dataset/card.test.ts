import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROJECT } from '../labels/project.ts';
import { datasetCard } from './card.ts';
import { datasetContext } from './context.ts';
import { documentOf } from './statistics/testing.ts';

const CONTEXT = datasetContext(DEFAULT_PROJECT, 'أخبار الجسر', 'hashiya 0.2.0');

const ARTICLE = documentOf(
  'articles/bridge.txt',
  'قالت سلمى الراوي إن الجسر جاهز في أسوان',
  [
    { layer: 'entities', label: 'PER', words: 'سلمى الراوي', canonical: 'سلمى الراوي' },
    { layer: 'entities', label: 'GPE', words: 'أسوان', canonical: 'أسوان', silver: true },
    {
      layer: 'quotations',
      label: 'indirect',
      words: 'الجسر جاهز في أسوان',
      speaker: 'سلمى الراوي',
      canonical: 'سلمى الراوي',
    },
  ],
  { published: '2024-05-03' },
);

describe('datasetCard', () => {
  const card = datasetCard([ARTICLE], CONTEXT);

  test.each([
    '# Dataset Card for أخبار الجسر',
    '1 Arabic news article with 2 entities, 1 quotation.',
    '- **Published:** 2024-05-03 to 2024-05-03',
    'The dataset is not split.',
    '| `PER` | Person | A person’s name, whole or in part, or a nickname. The title before it is no part of the name. | 1 | 0 |',
    '| `GPE` | أسوان (1) |',
    '| سلمى الراوي | 0 | 1 |',
    '| 2024-05 | 1 |',
    '| huda | 2 |',
    '- 33.3 % of the annotations are **silver**',
    'To fill in: the licence of the annotations',
  ])('says: %s', (line) => expect(card).toContain(line));

  test('counts each part of a split', () => {
    const split = datasetCard(
      [
        { ...ARTICLE, split: 'train' },
        { ...documentOf('articles/empty.txt', 'خبر', []), split: 'test' },
      ],
      CONTEXT,
    );
    expect(split).toContain('| `train` | 1 | 1 | 8 | 2 | 1 | 0 |');
    expect(split).toContain('| `validation` | 0 | 0 | 0 | 0 | 0 | 0 |');
    expect(split).toContain('| `test` | 1 | 1 | 1 | 0 | 0 | 0 |');
  });

  test('says of documents without a decision that nobody made one, and of labels that the scheme lacks that it does', () => {
    const silver = datasetCard(
      [
        documentOf('a.txt', 'زار أسوان', [
          { layer: 'entities', label: 'WEAPON', words: 'أسوان', silver: true },
        ]),
      ],
      CONTEXT,
    );
    expect(silver).toContain('Nobody has decided on any annotation');
    expect(silver).toContain('| `WEAPON` |  | Not in the scheme. | 0 | 1 |');
    expect(silver).toContain('- 1 of 1 articles hold nothing that anybody has decided on.');
  });

  test('counts articles, where sentences are the documents', () => {
    const sentences = ['a.txt#1', 'a.txt#2', 'b.txt#1'].map((file) => documentOf(file, 'زار أسوان', []));
    expect(datasetCard(sentences, CONTEXT)).toContain('2 Arabic news articles with no annotations.');
    expect(datasetCard(sentences, CONTEXT)).toContain('- 2 of 2 articles hold nothing');
  });

  test('is made of nothing too', () => {
    expect(datasetCard([], CONTEXT)).toContain('0 Arabic news articles with no annotations.');
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    '[اضغط](command:x)',
    'سطر\n# عنوان',
    'أ | ب',
    '`رمز`',
    '**بارز**',
    'http://x.example',
  ])('sets words of articles as words: %s', (words) => {
    const text = `خبر ${words} خبر`;
    const html = marked.parse(
      datasetCard([documentOf('a.txt', text, [{ layer: 'entities', label: 'PER', words }])], CONTEXT),
      { async: false, gfm: true },
    );
    const plain = marked.parse(
      datasetCard([documentOf('a.txt', text, [{ layer: 'entities', label: 'PER', words: 'خبر' }])], CONTEXT),
      { async: false, gfm: true },
    );
    const tags = (of: string): string[] => of.match(/<[a-z0-9]+/g) ?? [];
    expect(tags(html)).toEqual(tags(plain));
  });
});
