import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { createAnalyser } from '../analysis/analysis.ts';
import { makeAnchor } from '../annotations/anchors.ts';
import { NOTHING_ADDED, NO_FACTS } from '../annotations/annotation.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { statusOf } from '../annotations/status.ts';
import { parseStore, serialiseStore } from '../annotations/store.ts';
import { buildDocument } from './build-document.ts';
import type { BuiltDocument } from './build-document.ts';
import { chooseVersion, takesOf } from './selection.ts';
import type { Version } from './selection.ts';
import { compareDocuments, intoSentences } from './sentences.ts';

const TEXT = [
  'رصيف جديد في ميناء السهل',
  'قال مدير الميناء سالم الحقلي إن "العمل انتهى. والسفن قادمة". وأضاف أن الصيادين عادوا.',
  'زارت ريم الساقي الميناء أمس.',
].join('\n');

const annotationOf = (
  family: Annotation['family'],
  label: string,
  words: string,
  speaker?: string,
): Annotation => {
  const anchor = (of: string) =>
    makeAnchor(TEXT, { start: TEXT.indexOf(of), end: TEXT.indexOf(of) + of.length });
  return {
    id: `${family}-${label}-${words}`,
    family,
    label,
    decision: 'accepted',
    anchor: anchor(words),
    speaker: speaker === undefined ? null : anchor(speaker),
    cue: null,
    canonical: null,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
  };
};
const ANNOTATIONS = [
  annotationOf('entity', 'PER', 'سالم الحقلي'),
  annotationOf('entity', 'PER', 'ريم الساقي'),
  annotationOf('entity', 'FAC', 'ميناء السهل'),
  annotationOf('quotation', 'direct', 'العمل انتهى. والسفن قادمة', 'سالم الحقلي'),
  annotationOf('quotation', 'indirect', 'الصيادين عادوا', 'سالم الحقلي'),
];

const versionOf = (annotator: string, count: number, status: string | null): Version => ({
  annotator,
  status: statusOf(
    parseStore(
      serialiseStore(TEXT, 'a.txt', 'test', ANNOTATIONS.slice(0, count), [], { ...NO_FACTS, status }),
      TEXT,
    ),
  ),
});

/** Annotators in order, with how many annotations and which status; what is asked; who is taken, and whether filled in. */
const CHOICES: readonly [
  what: string,
  versions: readonly [string, number, string | null][],
  asked: Parameters<typeof chooseVersion>[1],
  taken: string | null,
  marks?: boolean,
][] = [
  ['the only one', [['huda', 2, null]], { status: [], marks: false }, 'huda', false],
  [
    'the first who has worked on it',
    [
      ['huda', 0, null],
      ['salma', 1, null],
    ],
    { status: [], marks: false },
    'salma',
    false,
  ],
  [
    'the first in the order',
    [
      ['gold', 1, null],
      ['huda', 3, 'done'],
    ],
    { status: [], marks: false },
    'gold',
    false,
  ],
  [
    'an empty file, where it is the only one',
    [['huda', 0, null]],
    { status: [], marks: false },
    'huda',
    false,
  ],
  [
    'nothing to annotate, and done',
    [
      ['huda', 0, 'done'],
      ['salma', 2, null],
    ],
    { status: [], marks: false },
    'huda',
    false,
  ],
  [
    'the first whose work is as far as asked',
    [
      ['huda', 2, null],
      ['salma', 1, 'done'],
    ],
    { status: ['done', 'checked'], marks: false },
    'salma',
    false,
  ],
  ['nobody is as far', [['huda', 2, null]], { status: ['done'], marks: true }, 'status'],
  ['nobody has annotated', [], { status: [], marks: false }, 'not-annotated'],
  ['nobody has annotated, filled in', [], { status: [], marks: true }, null, true],
  ['nobody has annotated, but done is asked', [], { status: ['done'], marks: true }, 'status'],
  ['in work, filled in', [['huda', 2, null]], { status: [], marks: true }, 'huda', true],
  [
    'done, not filled in: the rest was passed over',
    [['huda', 2, 'done']],
    { status: [], marks: true },
    'huda',
    false,
  ],
  ['checked likewise', [['huda', 2, 'checked']], { status: [], marks: true }, 'huda', false],
];
test.each(CHOICES)('chooseVersion: %s', (_, versions, asked, taken, marks) => {
  const chosen = chooseVersion(
    versions.map((version) => versionOf(...version)),
    asked,
  );
  if (typeof chosen === 'string') expect(chosen).toBe(taken);
  else expect([chosen.version?.annotator ?? null, chosen.marks]).toEqual([taken, marks]);
});

const analysis = createAnalyser(lexicon).analyse(TEXT);
const build = (annotations: readonly Annotation[], takes?: ReturnType<typeof takesOf>): BuiltDocument =>
  buildDocument('a.txt', analysis, annotations, {
    marks: false,
    boilerplate: true,
    ...(takes ? { takes } : {}),
  });
const labelled = ({ document }: BuiltDocument): string[] =>
  document.spans.map(({ label, start, end }) => `${label} ${document.text.slice(start, end)}`);

describe('labels and families', () => {
  test.each([
    [{ families: ['entity'], labels: [] }, ['FAC ميناء السهل', 'PER سالم الحقلي', 'PER ريم الساقي']],
    [{ families: [], labels: ['FAC', 'direct'] }, ['FAC ميناء السهل', 'direct العمل انتهى. والسفن قادمة']],
    [{ families: ['entity'], labels: ['direct'] }, []],
  ] as const)('%j', (selection, expected) => {
    expect(labelled(build(ANNOTATIONS, takesOf(selection)))).toEqual(expected);
  });

  test('what is not wanted is no loss', () => {
    const orphan = {
      ...ANNOTATIONS[0],
      anchor: { ...makeAnchor(TEXT, { start: 0, end: 4 }), span: null },
    } as Annotation;
    expect(build([orphan]).losses).toHaveLength(1);
    expect(build([orphan], takesOf({ families: [], labels: ['FAC'] })).losses).toEqual([]);
  });
});

describe('a document for each sentence', () => {
  const parts = intoSentences(build(ANNOTATIONS));

  test('are ordered as they follow each other', () => {
    const files = ['b.txt#1', 'a.txt#10', 'a.txt', 'a.txt#2', 'a#3.txt', 'a.txt#1'].map((file) => ({ file }));
    expect(files.sort(compareDocuments).map(({ file }) => file)).toEqual([
      'a#3.txt',
      'a.txt',
      'a.txt#1',
      'a.txt#2',
      'a.txt#10',
      'b.txt#1',
    ]);
  });

  test('names and texts', () => {
    expect(parts.map(({ document }) => [document.file, document.text])).toEqual([
      ['a.txt#1', 'رصيف جديد في ميناء السهل'],
      ['a.txt#2', 'قال مدير الميناء سالم الحقلي إن "العمل انتهى.'],
      ['a.txt#3', 'والسفن قادمة".'],
      ['a.txt#4', 'وأضاف أن الصيادين عادوا.'],
      ['a.txt#5', 'زارت ريم الساقي الميناء أمس.'],
    ]);
  });

  test('spans stand in the sentence that holds them', () => {
    expect(parts.map(labelled)).toEqual([
      ['FAC ميناء السهل'],
      ['PER سالم الحقلي'],
      [],
      ['indirect الصيادين عادوا'],
      ['PER ريم الساقي'],
    ]);
  });

  test('what runs over sentences is told, and a speaker in another one', () => {
    expect(
      parts.flatMap(({ losses }) => losses.map(({ reason, label, text }) => [reason, label, text])),
    ).toEqual([
      ['over-sentences', 'direct', 'العمل انتهى. والسفن قادمة'],
      ['speaker-left-out', 'indirect', 'الصيادين عادوا'],
    ]);
    expect(parts[3]?.document.spans[0]?.speaker).toBeNull();
  });

  test('the way back to the article still holds, for text, lines and tokens', () => {
    for (const { document } of parts) {
      for (const { start, source, length } of document.pieces)
        expect(TEXT.slice(source, source + length)).toBe(document.text.slice(start, start + length));
      expect(document.pieces.reduce((sum, { length }) => sum + length, 0)).toBe(document.text.length);
      expect(document.lines).toHaveLength(1);
      const tokens = document.sentences.flat();
      expect(tokens[0]?.start).toBe(0);
      expect(tokens.at(-1)?.end).toBe(document.text.length);
    }
  });

  test('an article without words stays, with what is told of it', () => {
    const [first = ANNOTATIONS[0]] = ANNOTATIONS;
    const orphan = { ...first, anchor: { ...first?.anchor, span: null } } as Annotation;
    const blank = buildDocument('b.txt', createAnalyser(lexicon).analyse('\n'), [orphan], {
      marks: false,
      boilerplate: true,
    });
    expect(intoSentences(blank).map(({ document, losses }) => [document.file, losses.length])).toEqual([
      ['b.txt#1', 1],
    ]);
  });

  test('every span is in one sentence or told', () => {
    const places = fc.tuple(fc.nat({ max: TEXT.length - 2 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(places, { maxLength: 8 }), (spans) => {
        const built = build(
          spans.map(([start, length], i) => ({
            ...(ANNOTATIONS[0] as Annotation),
            id: `${i}`,
            anchor: makeAnchor(TEXT, { start, end: Math.min(TEXT.length, start + length) }),
          })),
        );
        const sentences = intoSentences(built);
        const kept = sentences.flatMap(({ document }) => document.spans);
        const told = sentences
          .flatMap(({ losses }) => losses)
          .filter(({ reason }) => reason === 'over-sentences');
        expect(kept.length + told.length).toBe(built.document.spans.length);
        for (const { document } of sentences)
          for (const { id, start, end } of document.spans)
            expect(document.text.slice(start, end)).toBe(
              textOf(
                built.document.text,
                built.document.spans.find((span) => span.id === id),
              ),
            );
      }),
    );
  });
});

const textOf = (text: string, span: { start: number; end: number } | undefined): string | undefined =>
  span && text.slice(span.start, span.end);
