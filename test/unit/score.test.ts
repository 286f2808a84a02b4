import { describe, expect, it } from 'vitest';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { markLabel } from '../../core/annotations/mark-identity.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import { describeScore, f1, scoreArticles } from './score.ts';
import type { Figure } from './score.ts';

const TEXT = [
  'المصدر: وكالات',
  'وقال المدير فهد العلي في جدة إن «العمل تم» أمس، وأضافت وزارة المياه أن الماء سيصل إلى القرى غدا',
].join('\n');

const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`«${words}» is not in the text`);
  return { start, end: start + words.length };
};
const grounds = { confidence: 1, source: 'rule/test' };
const entity = (label: EntityMark['label'], words: string): EntityMark => ({
  family: 'entity',
  ...at(words),
  label,
  canonical: words,
  value: null,
  ...grounds,
});
const quotation = (kind: QuotationMark['kind'], words: string, speaker: string | null): QuotationMark => ({
  family: 'quotation',
  ...at(words),
  kind,
  speaker: speaker === null ? null : at(speaker),
  canonical: speaker,
  cue: null,
  ...grounds,
});
const boilerplate = (words: string, inline: boolean): BoilerplateMark => ({
  family: 'boilerplate',
  ...at(words),
  class: 'source',
  inline,
  ...grounds,
});

const annotation = (mark: Mark, decision: Annotation['decision'] = 'accepted'): Annotation => ({
  id: `${mark.family}-${mark.start}`,
  family: mark.family,
  label: markLabel(mark),
  decision,
  anchor: makeAnchor(TEXT, mark),
  speaker: mark.family === 'quotation' && mark.speaker ? makeAnchor(TEXT, mark.speaker) : null,
  cue: null,
  canonical: mark.family === 'boilerplate' ? null : mark.canonical,
  provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
  further: {},
});

const fahd = entity('PER', 'فهد العلي');
const jeddah = entity('GPE', 'جدة');
const yesterday = entity('DATE', 'أمس');
const done = quotation('direct', 'العمل تم', 'فهد العلي');
const water = quotation('indirect', 'الماء سيصل إلى القرى غدا', 'وزارة المياه');
const source = boilerplate('المصدر: وكالات', false);

const scoresOf = (given: readonly Mark[], found: readonly Mark[], rejected: readonly Mark[] = []) =>
  scoreArticles([
    {
      article: 'x.txt',
      text: TEXT,
      annotations: [
        ...given.map((mark) => annotation(mark)),
        ...rejected.map((mark) => annotation(mark, 'rejected')),
      ],
      analysis: {
        classes: [
          found.some((mark) => mark.family === 'boilerplate' && !mark.inline) ? 'source' : 'body',
          'body',
        ],
        entities: found.filter((mark) => mark.family === 'entity'),
        quotations: found.filter((mark) => mark.family === 'quotation'),
        boilerplate: found.filter((mark) => mark.family === 'boilerplate'),
      },
    },
  ]);

type Row = readonly [
  title: string,
  figure: Figure,
  given: readonly Mark[],
  found: readonly Mark[],
  counts: readonly [right: number, found: number, annotated: number],
];

const ROWS: readonly Row[] = [
  ['an entity counts with its span and label', 'entities', [fahd, jeddah], [fahd, jeddah], [2, 2, 2]],
  ['another label is wrong', 'entities', [jeddah], [entity('LOC', 'جدة')], [0, 1, 1]],
  ['another edge is wrong', 'entities', [fahd], [entity('PER', 'المدير فهد العلي')], [0, 1, 1]],
  ['what is not annotated is wrong', 'entities', [fahd], [fahd, yesterday], [1, 2, 1]],
  ['dates are no names', 'names', [fahd, yesterday], [fahd, jeddah], [1, 2, 1]],
  ['a quotation counts with its kind', 'marked quotations', [done], [{ ...done, kind: 'term' }], [0, 1, 1]],
  [
    'a marked one needs all its words',
    'marked quotations',
    [done],
    [quotation('direct', 'العمل', null)],
    [0, 1, 1],
  ],
  [
    'of an indirect one half is enough',
    'indirect quotations',
    [water],
    [quotation('indirect', 'الماء سيصل إلى', null)],
    [1, 1, 1],
  ],
  ['less is not', 'indirect quotations', [water], [quotation('indirect', 'الماء سيصل', null)], [0, 1, 1]],
  [
    'a speaker is right by place',
    'speakers of direct quotations',
    [done],
    [{ ...done, canonical: 'x' }],
    [1, 1, 1],
  ],
  ['or by name', 'speakers of direct quotations', [done], [{ ...done, speaker: at('المدير') }], [1, 1, 1]],
  [
    'another speaker is wrong',
    'speakers of indirect quotations',
    [water],
    [{ ...water, speaker: at('جدة'), canonical: 'جدة' }],
    [0, 1, 1],
  ],
  ['the speaker of a missed quotation is missed', 'speakers of direct quotations', [done], [], [0, 1, 1]],
  ['a term has no speaker', 'speakers of direct quotations', [{ ...done, kind: 'term' }], [done], [0, 0, 0]],
  ['a line without annotation is body', 'line classes', [], [], [2, 2, 2]],
  ['a line has the class of its annotation', 'line classes', [source], [source], [2, 2, 2]],
  ['a line of another class is wrong', 'line classes', [source], [], [1, 2, 2]],
  [
    'a run is no line',
    'boilerplate runs',
    [source, boilerplate('أمس', true)],
    [source, boilerplate('أمس', true)],
    [1, 1, 1],
  ],
];

describe('scoreArticles', () => {
  it.each(ROWS)('%s (%s)', (_, figure, given, found, counts) => {
    const { right, found: all, annotated } = scoresOf(given, found)[figure];
    expect([right, all, annotated]).toEqual(counts);
  });

  it('counts what was rejected as not annotated', () => {
    expect(scoresOf([], [fahd], [fahd]).entities).toMatchObject({ right: 0, found: 1, annotated: 0 });
  });

  it('tells the article, line, label and words of what differs', () => {
    expect(describeScore('entities', scoresOf([jeddah], [yesterday]).entities)).toBe(
      [
        'entities: F1 0.000 (0 right of 1 found and 1 annotated)',
        '  x.txt:2 missed GPE «جدة»',
        '  x.txt:2 false DATE «أمس»',
      ].join('\n'),
    );
  });
});

it('f1 is the balanced F-measure', () => {
  expect(f1({ right: 2, found: 4, annotated: 2, differences: [] })).toBeCloseTo(2 / 3);
  expect(f1({ right: 0, found: 0, annotated: 0, differences: [] })).toBe(1);
});
