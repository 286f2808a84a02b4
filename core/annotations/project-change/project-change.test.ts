import { describe, expect, test } from 'vitest';
import { at, contextOf, entity, stateOf } from '../../../test/unit/acting.ts';
import { annotationOn } from '../../../test/unit/annotation-on.ts';
import type { ArticleState } from '../actions/action.ts';
import { markId } from '../mark-identity.ts';
import { changeAt, placesOf } from './places.ts';
import { projectChangeOf } from './project-change.ts';
import type { AskedChange, ProjectChange } from './project-change.ts';
import { mayConcern } from './relevance.ts';

const HERE = 'زار أحمد الطيب القاهرة أمس.';
const THERE = 'قال احمد الطيب إنه يعود إلى القاهره. والقاهرة تنتظر.\nشارك المقال';
const person = (text: string, words: string, name = words): ReturnType<typeof entity> =>
  entity(text, words, 'PER', name);

const here = stateOf(HERE, [person(HERE, 'أحمد الطيب'), entity(HERE, 'القاهرة', 'GPE')]);
const there = stateOf(THERE, [
  person(THERE, 'احمد الطيب'),
  entity(THERE, 'القاهره', 'GPE', 'القاهرة'),
  entity(THERE, 'القاهرة', 'GPE'),
]);
const context = contextOf();

const changeOf = (asked: AskedChange, state = here): ProjectChange => {
  const change = projectChangeOf(asked, state, context);
  if ('code' in change) throw new Error(`refused: ${change.code}`);
  return change;
};
/** "LABEL words" of the places of an article. */
const places = (change: ProjectChange, state: ArticleState, isAskedIn = false): string[] =>
  placesOf(change, state, context, isAskedIn).map(({ label, words }) => `${label} ${words}`);
/** What an article says after a change at all of its places. */
const after = (change: ProjectChange, state: ArticleState, isAskedIn = false): string[] => {
  const outcome = changeAt(change, placesOf(change, state, context, isAskedIn), state, context);
  if (!outcome.done) return [`refused: ${outcome.refusal.code}`];
  return outcome.annotations.map(
    ({ label, decision, anchor, canonical }) =>
      `${decision === 'rejected' ? '-' : ''}${label} ${anchor.exact} = ${canonical ?? ''}`,
  );
};
const mark = (words: string): string => {
  const found = here.marks.find((one) => HERE.slice(one.start, one.end) === words);
  return found ? markId(found) : '';
};

describe('a change of the whole project', () => {
  const cases: readonly [what: string, asked: AskedChange, there: string[], after: string[]][] = [
    [
      'accepts the marks with the same label and words, in any spelling',
      { kind: 'acceptEverywhere', id: mark('القاهرة') },
      ['GPE القاهره', 'GPE القاهرة'],
      ['GPE القاهره = القاهرة', 'GPE القاهرة = القاهرة'],
    ],
    [
      'rejects them',
      { kind: 'rejectEverywhere', id: mark('أحمد الطيب') },
      ['PER احمد الطيب'],
      ['-PER احمد الطيب = احمد الطيب'],
    ],
    [
      'tags words wherever they stand',
      { kind: 'tagEverywhere', span: at(HERE, 'القاهرة'), label: 'LOC' },
      ['LOC القاهره', 'LOC القاهرة'],
      ['LOC القاهره = القاهرة', 'LOC القاهرة = القاهرة'],
    ],
    [
      'gives an entity another name, and accepts its mentions by it',
      { kind: 'rename', id: mark('أحمد الطيب'), name: ' الإمام  أحمد الطيب ' },
      ['PER احمد الطيب'],
      ['PER احمد الطيب = الإمام أحمد الطيب'],
    ],
    [
      'gives nothing a label that nothing has',
      { kind: 'relabelAll', label: 'ORG', to: 'GPE' },
      [],
      ['refused: no-change'],
    ],
  ];
  test.each(cases)('%s', (_what, asked, expected, said) => {
    const change = changeOf(asked);
    expect(places(change, there)).toEqual(expected);
    expect(after(change, there)).toEqual(said);
  });

  test('leaves what people decided there', () => {
    const decided = stateOf(THERE, there.marks, [
      annotationOn(THERE, 'القاهره', 'ORG', { canonical: 'القاهرة' }),
      annotationOn(THERE, 'القاهرة', 'GPE', { decision: 'rejected', canonical: 'القاهرة' }),
    ]);
    expect(places(changeOf({ kind: 'acceptEverywhere', id: mark('القاهرة') }), decided)).toEqual([]);
    expect(
      places(changeOf({ kind: 'tagEverywhere', span: at(HERE, 'القاهرة'), label: 'GPE' }), decided),
    ).toEqual([]);
  });

  test('has the place that was pointed at, be it within a longer mark', () => {
    const within = stateOf(HERE, [entity(HERE, 'الطيب القاهرة', 'ORG')]);
    const asked = { kind: 'tagEverywhere', span: at(HERE, 'القاهرة'), label: 'GPE' } as const;
    const change = changeOf(asked, within);
    expect(places(change, within, true)).toEqual(['GPE القاهرة']);
    expect(places(change, within, false)).toEqual([]);
  });

  describe('gives every annotation with a label another one', () => {
    const state = stateOf(
      THERE,
      [],
      [
        annotationOn(THERE, 'احمد الطيب', 'CLERIC'),
        annotationOn(THERE, 'القاهرة', 'CLERIC', { decision: 'rejected' }),
        {
          ...annotationOn(THERE, 'تنتظر', 'CLERIC'),
          anchor: { span: null, exact: 'شيخ', prefix: '', suffix: '' },
        },
        annotationOn(THERE, 'القاهره', 'PER', { decision: 'rejected' }),
      ],
    );

    test('though the scheme no longer has the old one, orphans and rejections included', () => {
      const change = changeOf({ kind: 'relabelAll', label: 'CLERIC', to: 'PER' });
      expect(after(change, state)).toEqual([
        'PER احمد الطيب = ',
        '-PER القاهره = ',
        '-PER القاهرة = ',
        'PER شيخ = ',
      ]);
    });

    test('or does not have the new one yet; what says no to a mark of the engine goes on to do so', () => {
      expect(places(changeOf({ kind: 'relabelAll', label: 'PER', to: 'PERSON' }), state)).toEqual([]);
    });

    test.each([
      ['of no scheme at all', 'X', 'Y', 'unknown-label'],
      ['of another family', 'PER', 'direct', 'different-families'],
      ['that it has', 'PER', 'PER', 'no-change'],
    ])('not one %s', (_, label, to, code) => {
      expect(projectChangeOf({ kind: 'relabelAll', label, to }, here, context)).toMatchObject({ code });
    });
  });

  test('names a place by what is there, so that something else there is another place', () => {
    const change = changeOf({ kind: 'tagEverywhere', span: at(HERE, 'القاهرة'), label: 'LOC' });
    const keys = (text: string): string[] =>
      placesOf(change, stateOf(text), context, false).map(({ key }) => key);
    expect(keys('إلى القاهرة')).toEqual(keys('إلى القاهرة'));
    expect(keys('إلى القاهرة')).not.toEqual(keys('إلى القاهره'));
    const renamed = changeOf({ kind: 'rename', id: mark('القاهرة'), name: 'مصر' });
    const key = (modified: string): string | undefined => {
      const one = annotationOn(THERE, 'القاهرة', 'GPE', {
        id: 'x',
        canonical: 'القاهرة',
        provenance: { annotator: 'huda', created: '', modified, source: 'hand' },
      });
      return placesOf(renamed, stateOf(THERE, [], [one]), context, false)[0]?.key;
    };
    expect(key('1')).not.toBe(key('2'));
  });
});

describe('the cheap look at an article', () => {
  const asked: readonly AskedChange[] = [
    { kind: 'acceptEverywhere', id: mark('القاهرة') },
    { kind: 'rejectEverywhere', id: mark('القاهرة') },
    { kind: 'tagEverywhere', span: at(HERE, 'القاهرة'), label: 'LOC' },
    { kind: 'rename', id: mark('القاهرة'), name: 'مصر' },
  ];
  const look = (change: AskedChange, text: string, store: string | null): Promise<boolean> =>
    mayConcern(
      changeOf(change),
      () => Promise.resolve(store),
      () => Promise.resolve(text),
    );

  test.each(asked)('for $kind passes over articles without the words, and no others', async (change) => {
    expect(await look(change, 'وصل إلى القاهره اليوم', null), 'another spelling').toBe(true);
    expect(await look(change, 'بالقَاهِرة', null), 'particles and harakat').toBe(true);
    expect(await look(change, 'وصل إلى الرباط اليوم', null)).toBe(false);
  });

  test('for a name finds what has it in its annotations alone', async () => {
    const rename: AskedChange = { kind: 'rename', id: mark('القاهرة'), name: 'مصر' };
    expect(await look(rename, 'العاصمة', '{"hashiya:canonical":"القاهرة"}')).toBe(true);
  });

  test('for a label asks the annotation file alone', async () => {
    const change = changeOf({ kind: 'relabelAll', label: 'ORG', to: 'GPE' });
    const text = (): Promise<string> => Promise.reject(new Error('the text is not needed'));
    expect(await mayConcern(change, () => Promise.resolve('{"body":{"value":"ORG"}}'), text)).toBe(true);
    expect(await mayConcern(change, () => Promise.resolve('{"body":{"value":"ORGAN"}}'), text)).toBe(false);
    expect(await mayConcern(change, () => Promise.resolve(null), text)).toBe(false);
  });
});
