import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../../test/unit/arbitrary-annotations.ts';
import { version } from '../../../test/unit/versions.ts';
import type { Decision } from '../../../test/unit/versions.ts';
import { textOf } from '../../text/span.ts';
import { findDisagreements } from './disagreements.ts';
import type { Disagreement } from './disagreements.ts';

const VISIT =
  'زار وزير الخارجية الأردني بغداد أمس.\nوقال الوزير إن الزيارة ناجحة، وأضاف «سنعود قريبا».\nإعلان\n\nاقرأ أيضا\n';

/** A disagreement in short: line, kinds, words, and each side's labels and words. */
const short = (text: string, { kinds, line, span, sides }: Disagreement): string =>
  `${line} ${kinds.join('+')} «${textOf(text, span).replaceAll('\n', '↵')}»: ` +
  sides
    .map(
      ({ annotator, annotations, rejections }) =>
        `${annotator} ${[
          ...annotations.map(({ label, anchor }) => `${label} ${anchor.exact.replaceAll('\n', '↵')}`),
          ...rejections.map(({ label }) => `not ${label}`),
        ].join(', ')}`,
    )
    .join(' | ');

describe('findDisagreements', () => {
  const cases: readonly [what: string, huda: Decision[], salma: Decision[], expected: string[]][] = [
    ['the same decisions', [['GPE', 'بغداد']], [['GPE', 'بغداد']], []],
    ['nothing on either side', [], [], []],
    [
      'another label on the same words',
      [['GPE', 'بغداد']],
      [['LOC', 'بغداد']],
      ['1 label «بغداد»: huda GPE بغداد | salma LOC بغداد'],
    ],
    [
      'other edges',
      [['OCC', 'وزير الخارجية']],
      [['OCC', 'وزير الخارجية الأردني']],
      ['1 edges «وزير الخارجية الأردني»: huda OCC وزير الخارجية | salma OCC وزير الخارجية الأردني'],
    ],
    [
      'two entities where the other has one that takes in both',
      [
        ['OCC', 'وزير الخارجية'],
        ['NORP', 'الأردني'],
      ],
      [['OCC', 'وزير الخارجية الأردني']],
      [
        '1 label+edges «وزير الخارجية الأردني»: huda OCC وزير الخارجية, NORP الأردني | salma OCC وزير الخارجية الأردني',
      ],
    ],
    ['only one has it', [['DATE', 'أمس']], [], ['1 only «أمس»: huda DATE أمس | salma ']],
    [
      'what one has the other rejected',
      [],
      [
        ['DATE', 'أمس'],
        ['GPE', 'بغداد', { rejected: true }],
      ],
      ['1 only «أمس»: huda  | salma DATE أمس'],
    ],
    [
      'a rejection of what the other accepted is told with it',
      [['DATE', 'أمس', { rejected: true }]],
      [['DATE', 'أمس']],
      ['1 only «أمس»: huda not DATE | salma DATE أمس'],
    ],
    [
      'another speaker, cue and name of the same quotation',
      [['direct', 'سنعود قريبا', { speaker: 'الوزير', cue: 'قال', canonical: 'الوزير' }]],
      [['direct', 'سنعود قريبا', { speaker: 'وزير الخارجية', cue: 'أضاف', canonical: 'وزير الخارجية' }]],
      ['2 speaker+cue+name «سنعود قريبا»: huda direct سنعود قريبا | salma direct سنعود قريبا'],
    ],
    [
      'a speaker that only one names',
      [['direct', 'سنعود قريبا', { speaker: 'الوزير' }]],
      [['direct', 'سنعود قريبا']],
      ['2 speaker «سنعود قريبا»: huda direct سنعود قريبا | salma direct سنعود قريبا'],
    ],
    [
      'a name spelt otherwise, or that only one gives, is none',
      [
        ['GPE', 'بغداد', { canonical: 'بغداد' }],
        ['NORP', 'الأردني', { canonical: 'الأُردنيّ' }],
      ],
      [
        ['GPE', 'بغداد'],
        ['NORP', 'الأردني', { canonical: 'الاردني' }],
      ],
      [],
    ],
    [
      'a quotation within another one is a thing of its own',
      [
        ['indirect', 'الزيارة ناجحة…قريبا'],
        ['direct', 'سنعود قريبا'],
      ],
      [['indirect', 'الزيارة ناجحة…قريبا']],
      ['2 only «سنعود قريبا»: huda direct سنعود قريبا | salma '],
    ],
    [
      'nested quotations are held against their own kind',
      [
        ['indirect', 'إن الزيارة…قريبا'],
        ['direct', 'سنعود قريبا'],
      ],
      [
        ['indirect', 'الزيارة…قريبا'],
        ['direct', 'سنعود'],
      ],
      [
        '2 edges «إن الزيارة ناجحة، وأضاف «سنعود قريبا»: huda indirect إن الزيارة ناجحة، وأضاف «سنعود قريبا | salma indirect الزيارة ناجحة، وأضاف «سنعود قريبا',
        '2 edges «سنعود قريبا»: huda direct سنعود قريبا | salma direct سنعود',
      ],
    ],
    [
      'a run of lines and its lines one by one',
      [['ad', 'إعلان…أيضا']],
      [
        ['ad', 'إعلان'],
        ['ad', 'اقرأ أيضا'],
      ],
      [],
    ],
    [
      'a run of lines of which one has another class: the line of that',
      [['ad', 'إعلان…أيضا']],
      [
        ['ad', 'إعلان'],
        ['read-also', 'اقرأ أيضا'],
      ],
      ['5 label «إعلان↵↵اقرأ أيضا»: huda ad إعلان↵↵اقرأ أيضا | salma ad إعلان, read-also اقرأ أيضا'],
    ],
    [
      'a run of lines that goes further',
      [['ad', 'إعلان…أيضا']],
      [['ad', 'إعلان']],
      ['5 edges «إعلان↵↵اقرأ أيضا»: huda ad إعلان↵↵اقرأ أيضا | salma ad إعلان'],
    ],
    ['a line is body where nobody says otherwise', [['body', 'إعلان']], [], []],
    [
      'body against another class',
      [['body', 'إعلان']],
      [['ad', 'إعلان']],
      ['3 label «إعلان»: huda body إعلان | salma ad إعلان'],
    ],
    [
      'several, by place',
      [
        ['ad', 'إعلان'],
        ['GPE', 'بغداد'],
      ],
      [['direct', 'سنعود قريبا']],
      [
        '1 only «بغداد»: huda GPE بغداد | salma ',
        '2 only «سنعود قريبا»: huda  | salma direct سنعود قريبا',
        '3 only «إعلان»: huda ad إعلان | salma ',
      ],
    ],
  ];
  test.each(cases)('%s', (_what, huda, salma, expected) => {
    const versions = [version('huda', VISIT, huda), version('salma', VISIT, salma)];
    expect(findDisagreements(VISIT, versions).map((one) => short(VISIT, one))).toEqual(expected);
  });

  test('of three annotators all are told at once', () => {
    const versions = [
      version('huda', VISIT, [['GPE', 'بغداد']]),
      version('omar', VISIT, [
        ['GPE', 'بغداد'],
        ['DATE', 'أمس'],
      ]),
      version('salma', VISIT, [
        ['LOC', 'بغداد'],
        ['DATE', 'أمس'],
      ]),
    ];
    expect(findDisagreements(VISIT, versions).map((one) => short(VISIT, one))).toEqual([
      '1 label «بغداد»: huda GPE بغداد | omar GPE بغداد | salma LOC بغداد',
      '1 only «أمس»: huda  | omar DATE أمس | salma DATE أمس',
    ]);
  });

  test('who does not work on a family has no side in it', () => {
    const versions = [
      version('huda', VISIT, [
        ['GPE', 'بغداد'],
        ['ad', 'إعلان'],
      ]),
      { ...version('salma', VISIT, [['LOC', 'بغداد']]), families: ['entity' as const] },
    ];
    expect(findDisagreements(VISIT, versions).map(({ family }) => family)).toEqual(['entity']);
  });

  test('is empty for one version alone, and for a text against itself', () => {
    fc.assert(
      fc.property(annotatedText, ([text, annotations]) => {
        expect(findDisagreements(text, [{ annotator: 'huda', annotations }])).toEqual([]);
        const twice = ['huda', 'salma'].map((annotator) => ({ annotator, annotations }));
        expect(findDisagreements(text, twice)).toEqual([]);
      }),
    );
  });

  test('has every annotation once at most, each within the span told, whoever is named first', () => {
    const versions = annotatedText.chain(([text, annotations]) =>
      fc
        .tuple(fc.subarray([...annotations]), fc.subarray([...annotations]))
        .map(([one, other]) => ({ text, one, other })),
    );
    fc.assert(
      fc.property(versions, ({ text, one, other }) => {
        const [a, b] = [
          { annotator: 'a', annotations: one },
          { annotator: 'b', annotations: other },
        ];
        const found = findDisagreements(text, [a, b]);
        for (const side of [0, 1]) {
          const ids = found.flatMap(({ sides }) => sides[side]?.annotations.map(({ id }) => id) ?? []);
          expect(new Set(ids).size).toBe(ids.length);
        }
        for (const { span, sides, line, kinds } of found) {
          expect(kinds.length).toBeGreaterThan(0);
          expect(text.slice(0, span.end).split('\n').length).toBeGreaterThanOrEqual(line);
          for (const { annotations } of sides)
            for (const { anchor } of annotations) {
              expect(anchor.span?.start).toBeGreaterThanOrEqual(span.start);
              expect(anchor.span?.end).toBeLessThanOrEqual(span.end);
            }
        }
        const turned = findDisagreements(text, [b, a]);
        const places = (list: readonly Disagreement[]): string[] =>
          list.map(({ span, kinds, family }) => `${family} ${span.start} ${span.end} ${kinds.join()}`).sort();
        expect(places(turned)).toEqual(places(found));
      }),
    );
  });
});
