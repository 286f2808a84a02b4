import { describe, expect, it } from 'vitest';
import type { EntityMark } from '../../core/labels/marks.ts';
import { readCorpus, scoreCorpus } from './corpus.ts';

const CORPUS = [
  'وقال\tO',
  'فهد\tB-PERS',
  'العلي\tI-PERS',
  'لوزارة\tB-ORG',
  'المياه\tI-ORG',
  'بجدة\tB-GPE',
  'السعودية\tB-GPE',
  '',
  'العربية\tB-LAN',
].join('\n');

const mark = (text: string, label: EntityMark['label'], words: string): EntityMark => ({
  family: 'entity',
  label,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  canonical: words,
  value: null,
  confidence: 1,
  source: 'rule/test',
});

describe('a corpus in columns', () => {
  it('is read as texts of so many sentences, a sentence a line', () => {
    const texts = readCorpus(CORPUS, 2);
    expect(texts.map(({ text }) => text)).toEqual(['وقال فهد العلي لوزارة المياه بجدة السعودية\nالعربية\n']);
    expect(readCorpus(CORPUS, 1)).toHaveLength(2);
  });

  it('has names by range of tokens; two of one kind side by side stay two, other kinds count as none', () => {
    expect(readCorpus(CORPUS, 2)[0]?.names).toEqual([
      { first: 1, last: 2, label: 'PER' },
      { first: 3, last: 4, label: 'ORG' },
      { first: 5, last: 5, label: 'LOC' },
      { first: 6, last: 6, label: 'LOC' },
    ]);
  });

  it('is scored by range of tokens, particles or not, places of all kinds being one', () => {
    const rows = scoreCorpus(readCorpus(CORPUS, 1), (text) =>
      text.startsWith('وقال')
        ? [
            mark(text, 'PER', 'فهد العلي'),
            mark(text, 'ORG', 'وزارة'),
            mark(text, 'FAC', 'جدة'),
            mark(text, 'NORP', 'السعودية'),
          ]
        : [],
    );
    expect(rows).toEqual([
      { name: 'PER', right: 1, found: 1, gold: 1 },
      { name: 'LOC', right: 1, found: 1, gold: 2 },
      { name: 'ORG', right: 0, found: 1, gold: 1 },
      { name: 'PER LOC ORG', right: 2, found: 3, gold: 4 },
    ]);
  });

  it('without tags says which row', () => {
    expect(() => readCorpus('وقال O\nفهد', 1)).toThrow('فهد');
  });
});
