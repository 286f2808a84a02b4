import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import { makeAnchor } from '../../annotations/anchors.ts';
import { NOTHING_ADDED } from '../../annotations/annotation.ts';
import type { Annotation } from '../../annotations/annotation.ts';
import type { ArticleStatus } from '../../annotations/status.ts';
import { byPrecedence, countArticle } from './count-article.ts';
import type { Version } from './count-article.ts';

const { analyse } = createAnalyser(lexicon);
const TEXT = 'زار الوزير مصر أمس، ثم عاد إلى لبنان.';

const version = (annotator: string, status: ArticleStatus, words: string | null): Version => {
  const start = TEXT.indexOf(words ?? '');
  const annotation: Annotation = {
    id: annotator,
    family: 'entity',
    label: 'GPE',
    decision: 'accepted',
    anchor: makeAnchor(TEXT, { start, end: start + (words ?? '').length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: { annotator, created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
  };
  return { annotator, status, annotations: words === null ? [] : [annotation] };
};

describe('an article is counted by the version that an export would take', () => {
  const spansOf = (...versions: Version[]): string[] =>
    countArticle('articles/a.txt', analyse(TEXT), versions)
      .document.names.filter(({ label }) => label === 'GPE')
      .map(({ name, silver }) => `${name} ${silver > 0 ? 'silver' : 'decided'}`);

  test.each([
    ['nobody', [], ['مصر silver', 'لبنان silver']],
    ['one who is in work', [version('هدى', 'in-work', 'مصر')], ['مصر decided', 'لبنان silver']],
    [
      'one who is done: what is not annotated was passed over',
      [version('هدى', 'done', 'مصر')],
      ['مصر decided'],
    ],
    [
      'the first who has begun',
      [version('gold', 'new', null), version('هدى', 'in-work', 'لبنان'), version('سلمى', 'done', 'مصر')],
      ['مصر silver', 'لبنان decided'],
    ],
  ])('%s', (_, versions, spans) => expect(spansOf(...versions)).toEqual(spans));
});

test('the adjudicated version comes first, then the project’s annotator, those that it lists, all others by name', () => {
  const project = { annotator: 'هدى', annotators: ['سلمى', 'هدى'] };
  expect(byPrecedence(['a', 'سلمى', 'gold', 'b', 'هدى', 'a'], project)).toEqual([
    'gold',
    'هدى',
    'سلمى',
    'a',
    'b',
  ]);
});

test.each([
  ['articles/a.txt', 'خبر عن الجسر الجديد\nافتتح الوزير الجسر اليوم.\nالمصدر: بوابة المرفأ', 'بوابة المرفأ'],
  ['articles/sabah/a.txt', 'خبر عن الجسر', 'articles/sabah'],
  ['articles/a.txt', 'خبر عن الجسر', null],
  ['a.txt', '', null],
])('%s: %j comes from %s', (file, text, outlet) =>
  expect(countArticle(file, analyse(text), []).outlet).toBe(outlet),
);
