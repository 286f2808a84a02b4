import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { annotatedText } from '../../../test/unit/arbitrary-annotations.ts';
import { annotationOn } from '../../../test/unit/annotation-on.ts';
import { lexicon, weights } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import type { EntityMark } from '../../labels/marks.ts';
import { overlaps, textOf } from '../../text/span.ts';
import type { Annotation } from '../annotation.ts';
import { visibleMarks } from '../visible.ts';
import { createNameCounts } from './name-counts.ts';
import { NO_NAMES } from './names.ts';
import type { ProjectNames } from './names.ts';
import { decisionsOf } from './read-decisions.ts';
import { PROJECT_NAME, withoutRejected, withProjectNames } from './with-names.ts';

const analyser = createAnalyser(lexicon, weights);

/** The names of a project in whose articles these words were annotated, each in an article of its own. */
const namesOf = (
  ...decided: readonly (readonly [words: string, label: string, more?: Partial<Annotation>])[]
) => {
  const counts = createNameCounts();
  for (const [i, [words, label, more]] of decided.entries())
    counts.put(`a${i}`, decisionsOf([annotationOn(words, words, label, more)]), false);
  return counts.names();
};

const often = (words: string, label: string, times: number): (readonly [string, string])[] =>
  Array.from({ length: times }, () => [words, label] as const);

/** What the project's names mark in a text: label, words, full name. */
const marked = (text: string, names: ProjectNames): string[] =>
  withProjectNames(analyser.analyse(text), names)
    .entities.filter(({ source }) => source === PROJECT_NAME)
    .map((mark) => `${mark.label} ${textOf(text, mark)}${name(mark, text)}`);

const name = (mark: EntityMark, text: string): string =>
  mark.canonical === textOf(text, mark) ? '' : ` = ${mark.canonical}`;

describe('a name that was decided elsewhere', () => {
  const names = namesOf(
    ['أصدقاء درواز الأوفياء', 'ORG'],
    ['درواز', 'GPE', { canonical: 'مدينة درواز' }],
    ['شنكوري', 'PER', { canonical: 'هالد شنكوري' }],
    ['نقيب الغواصين', 'OCC'],
    ['قانون الزبدة الوطني', 'تشريع'],
    ['كنغرا-فلوت', 'PRODUCT'],
  );
  test.each([
    ['وصل إلى درواز صباحا', ['GPE درواز = مدينة درواز']],
    [
      'سافر من درواز وبدرواز ولدرواز',
      ['GPE درواز', 'GPE درواز', 'GPE درواز'].map((one) => `${one} = مدينة درواز`),
    ],
    ['اجتمع أصدقاء درواز الأوفياء اليوم', ['ORG أصدقاء درواز الأوفياء']],
    ['قرار لأصدقاء درواز الاوفياء', ['ORG أصدقاء درواز الاوفياء']],
    ['وشَنْكوري غائب', ['PER شَنْكوري = هالد شنكوري']],
    ['حضر نقيب الغواصين', ['OCC نقيب الغواصين']],
    ['أقر قانون الزبدة الوطني', ['تشريع قانون الزبدة الوطني']],
    ['سعر كنغرا فلوت ثابت', ['PRODUCT كنغرا فلوت']],
    ['الدروازيون كثر', []],
    ['درواز، أصدقاء الأوفياء', ['GPE درواز = مدينة درواز']],
  ])('is marked in «%s»', (text, expected) => {
    expect(marked(text, names)).toEqual(expected);
  });
});

describe('a decision that does not carry to other articles', () => {
  test.each<[why: string, names: ProjectNames, text: string]>([
    ['dates stand for themselves', namesOf(['يوم العيد الكبير', 'DATE']), 'سافر يوم العيد الكبير'],
    ['a post of one word is whoever holds it', namesOf(['الشاويش', 'OCC']), 'حضر الشاويش'],
    ['an ordinary word', namesOf(['الكتاب', 'ORG']), 'قرأ الكتاب'],
    ['a word that only happens to begin with a particle', namesOf(['كالة', 'PER']), 'قالت وكالة محلية'],
    ['two letters', namesOf(['صق', 'GPE']), 'ذهب إلى صق'],
    ['three letters behind a particle', namesOf(['صقن', 'GPE']), 'نزل بصقن'],
    ['a given name, which many have', namesOf(['سلمى', 'PER']), 'عادت سلمى أمس'],
    ['one label as often as another', namesOf(['درواز', 'GPE'], ['درواز', 'ORG']), 'وصل إلى درواز'],
    [
      'rejected as often as accepted',
      namesOf(['درواز', 'GPE'], ['درواز', 'GPE', { decision: 'rejected' }]),
      'وصل إلى درواز',
    ],
    [
      'rejected everywhere',
      namesOf(...often('درواز', 'GPE', 9), ['درواز', 'GPE', { decision: 'rejected', everywhere: true }]),
      'وصل إلى درواز',
    ],
    [
      'nothing is marked within a name whose label is undecided',
      namesOf(['مجلس درواز', 'ORG'], ['مجلس درواز', 'FAC'], ['درواز', 'GPE']),
      'في مجلس درواز',
    ],
  ])('%s', (_, names, text) => {
    expect(marked(text, names)).toEqual([]);
  });
});

describe('between the engine and the project', () => {
  const entities = (text: string, names: ProjectNames): string[] =>
    withProjectNames(analyser.analyse(text), names).entities.map(
      (mark) => `${mark.label} ${textOf(text, mark)}`,
    );

  it('the name takes the place of a shorter mark within it', () => {
    const text = 'أعلنت منصة أصوات اليمن الحر توقفها';
    expect(entities(text, NO_NAMES)).toContain('GPE اليمن');
    expect(entities(text, namesOf(['منصة أصوات اليمن الحر', 'ORG']))).toEqual(['ORG منصة أصوات اليمن الحر']);
  });

  it('a longer mark stays', () => {
    const text = 'قالت جامعة القاهرة إن الدراسة تبدأ غدا';
    expect(entities(text, namesOf(...often('القاهرة', 'LOC', 9)))).toEqual(entities(text, NO_NAMES));
  });

  it('what the lists know is left to the engine until many articles say otherwise', () => {
    const text = 'زار الوفد باريس';
    expect(entities(text, namesOf(['باريس', 'ORG']))).toEqual(['GPE باريس']);
    expect(entities(text, namesOf(...often('باريس', 'ORG', 5)))).toEqual(['ORG باريس']);
    expect(entities(text, namesOf(...often('باريس', 'ORG', 5), ['باريس', 'GPE']))).toEqual(['GPE باريس']);
  });

  it('a mark that says the same stays, with the full name that the project knows', () => {
    const text = 'زار الوفد باريس';
    const [own] = analyser.analyse(text).entities;
    const names = namesOf(['باريس', 'GPE', { canonical: 'مدينة باريس' }]);
    expect(withProjectNames(analyser.analyse(text), names).entities).toEqual([
      { ...own, canonical: 'مدينة باريس' },
    ]);
  });

  it('a name is the surer, the more articles have it so', () => {
    const confidence = (names: ProjectNames): number | undefined =>
      withProjectNames(analyser.analyse('وصل إلى درواز'), names).entities.at(-1)?.confidence;
    expect(confidence(namesOf(['درواز', 'GPE']))).toBeCloseTo(2 / 3);
    expect(confidence(namesOf(...often('درواز', 'GPE', 8)))).toBeCloseTo(0.9);
    expect(confidence(namesOf(...often('درواز', 'GPE', 8), ['درواز', 'ORG']))).toBeCloseTo(9 / 11);
  });
});

describe('what was rejected everywhere', () => {
  const everywhere = { decision: 'rejected', everywhere: true } as const;
  it('is no mark in any article, in whatever spelling, with that label', () => {
    const text = 'زار الوفد باريس، وعاد من باريس';
    const words = withoutRejected(analyser.analyse(text), namesOf(['باريس', 'GPE', everywhere])).entities;
    expect(words.map((mark) => textOf(text, mark))).toEqual([]);
    const analysis = analyser.analyse(text);
    expect(withoutRejected(analysis, namesOf(['باريس', 'ORG', everywhere]))).toBe(analysis);
  });
});

describe('for any texts and annotations', () => {
  const engine = createAnalyser(lexicon);
  it('no names change nothing', () => {
    fc.assert(
      fc.property(annotatedText, ([text]) => {
        const analysis = engine.analyse(text);
        expect(withProjectNames(analysis, NO_NAMES)).toBe(analysis);
        expect(withoutRejected(analysis, NO_NAMES)).toBe(analysis);
      }),
      { numRuns: 50 },
    );
  });

  it('names never overlap what is decided, nor each other, nor any mark', () => {
    fc.assert(
      fc.property(annotatedText, annotatedText, ([text, here], [, elsewhere]) => {
        const counts = createNameCounts();
        counts.put('here', decisionsOf(here), false);
        counts.put('elsewhere', decisionsOf(elsewhere), true);
        const { entities, weak } = withProjectNames(engine.analyse(text), counts.names());
        for (const mark of visibleMarks(entities, here))
          for (const { family, decision, anchor } of here)
            if (family === 'entity' && decision === 'accepted' && anchor.span)
              expect(overlaps(mark, anchor.span), textOf(text, mark)).toBe(false);
        for (const [i, mark] of entities.entries())
          for (const other of [...entities.slice(i + 1), ...weak])
            expect(overlaps(mark, other), `${textOf(text, mark)} / ${textOf(text, other)}`).toBe(false);
        expect(entities).toEqual([...entities].sort((a, b) => a.start - b.start));
      }),
      { numRuns: 200 },
    );
  });

  it('counts after many changes are those of the last state alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), annotatedText, fc.boolean())),
        (changes) => {
          const counts = createNameCounts();
          for (const [file, [, annotations], settled] of changes) {
            counts.put(file, decisionsOf(annotations), settled);
            counts.names();
          }
          const fresh = createNameCounts();
          for (const [file, [, annotations], settled] of new Map(
            changes.map((one) => [one[0], one]),
          ).values())
            fresh.put(file, decisionsOf(annotations), settled);
          const sample = changes.map(([, [text]]) => text).join('\n');
          const read = (names: ProjectNames): unknown => [
            withProjectNames(engine.analyse(sample), names).entities,
            [...names.labels].sort(),
            [...names.rejected].sort(),
          ];
          expect(read(counts.names())).toEqual(read(fresh.names()));
        },
      ),
      { numRuns: 60 },
    );
  });
});
