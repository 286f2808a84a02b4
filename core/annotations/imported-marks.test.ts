import { expect, test } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { createAnalyser } from '../analysis/analysis.ts';
import { makeAnchor } from './anchors.ts';
import { NOTHING_ADDED } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { withImportedMarks } from './imported-marks.ts';

const TEXT = 'زار فلاديمير بوتين مدينة باريس أمس، وقال: "سنعود".';
const analysis = createAnalyser(lexicon).analyse(TEXT);

const imported = (words: string, family: Annotation['family'], label: string): Annotation => {
  const start = TEXT.indexOf(words);
  return {
    id: words,
    family,
    label,
    decision: 'accepted',
    anchor: makeAnchor(TEXT, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: { annotator: '', created: '', modified: '', source: 'import/conll' },
    ...NOTHING_ADDED,
  };
};

const entities = (marks: readonly Annotation[]): string[] =>
  withImportedMarks(analysis, marks).entities.map(
    ({ label, start, end, source }) => `${label} ${TEXT.slice(start, end)} ${source}`,
  );

test('the engine finds these by itself', () => {
  expect(entities([]).map((one) => one.replace(/ \S+$/, ''))).toEqual([
    'PER فلاديمير بوتين',
    'GPE باريس',
    'DATE أمس',
  ]);
});

test('an imported mark takes the place of those that it touches', () => {
  const own = entities([]);
  expect(entities([imported('بوتين مدينة', 'entity', 'ORG')])).toEqual([
    'ORG بوتين مدينة import/conll',
    ...own.slice(1),
  ]);
});

test('an imported mark comes to the others', () => {
  expect(entities([imported('مدينة', 'entity', 'LOC')])).toHaveLength(4);
});

test('an imported mark may have a label of the project’s own', () => {
  expect(entities([imported('مدينة', 'entity', 'خاص')])).toContain('خاص مدينة import/conll');
  expect(withImportedMarks(analysis, [imported('سنعود', 'quotation', 'وعد')]).quotations).toMatchObject([
    { kind: 'وعد', source: 'import/conll' },
  ]);
});

test('rejections and orphans change nothing', () => {
  const marks = [
    { ...imported('بوتين', 'entity', 'ORG'), decision: 'rejected' as const },
    {
      ...imported('بوتين', 'entity', 'ORG'),
      anchor: { ...imported('بوتين', 'entity', 'ORG').anchor, span: null },
    },
  ];
  expect(withImportedMarks(analysis, marks)).toBe(analysis);
});
