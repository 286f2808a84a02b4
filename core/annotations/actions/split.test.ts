import { describe, expect, test } from 'vitest';
import {
  at,
  attribute,
  entity,
  idOf,
  LABELS_ALONE,
  run,
  runWith,
  stateOf,
  told,
} from '../../../test/unit/acting.ts';
import { markId } from '../mark-identity.ts';
import { visibleMarks } from '../visible.ts';
import type { AnnotationAction } from './action.ts';

const TEXT = 'بين روسيا وأوكرانيا والصين، أمس';
const tag = (text: string, words: string, label: string): AnnotationAction => ({
  kind: 'tag',
  spans: [at(text, words)],
  label,
});
const cut = (text: string, words: string, into: number): AnnotationAction => ({
  kind: 'split',
  id: idOf(0),
  at: at(text, words).start + into,
});

describe('split', () => {
  const whole = 'روسيا وأوكرانيا والصين';
  const cases: readonly [what: string, words: string, into: number, expected: string[]][] = [
    ['between two words', 'وأوكرانيا', 0, ['GPE روسيا', 'GPE أوكرانيا والصين']],
    ['behind a word', 'روسيا', 5, ['GPE روسيا', 'GPE أوكرانيا والصين']],
    ['behind a particle', 'وأوكرانيا', 1, ['GPE روسيا', 'GPE أوكرانيا والصين']],
    ['near the start of a word', 'أوكرانيا', 2, ['GPE روسيا', 'GPE أوكرانيا والصين']],
    ['near the end of a word', 'أوكرانيا', 6, ['GPE روسيا وأوكرانيا', 'GPE الصين']],
    ['in the last word', 'الصين', 3, ['GPE روسيا وأوكرانيا', 'GPE الصين']],
    ['in the first word', 'روسيا', 1, ['GPE روسيا', 'GPE أوكرانيا والصين']],
    ['at its start', 'روسيا', 0, ['refused: nothing-to-split']],
    ['at its end', 'والصين', 6, ['refused: nothing-to-split']],
    ['outside', 'أمس', 1, ['refused: nothing-to-split']],
  ];
  test.each(cases)('with the caret %s', (_what, words, into, expected) => {
    expect(told(run(stateOf(TEXT), tag(TEXT, whole, 'GPE'), cut(TEXT, words, into)), TEXT)).toEqual(expected);
  });

  test('one word is not cut', () => {
    expect(told(run(stateOf(TEXT), tag(TEXT, 'روسيا', 'GPE'), cut(TEXT, 'روسيا', 2)), TEXT)).toEqual([
      'refused: nothing-to-split',
    ]);
  });

  test('marks at the cut are in neither part', () => {
    const text = 'زار روسيا، الصين أمس';
    expect(told(run(stateOf(text), tag(text, 'روسيا، الصين', 'GPE'), cut(text, 'الصين', 0)), text)).toEqual([
      'GPE روسيا',
      'GPE الصين',
    ]);
  });

  test('the first keeps id, attributes and note; both have names of their own', () => {
    const scheme = { ...LABELS_ALONE, attributes: [attribute('a')] };
    const outcome = runWith(
      scheme,
      stateOf(TEXT, [entity(TEXT, 'الصين', 'GPE', 'جمهورية الصين الشعبية')]),
      tag(TEXT, 'أوكرانيا والصين', 'GPE'),
      { kind: 'setAttribute', ids: [idOf(0)], name: 'a', value: 'قيمة' },
      { kind: 'setNote', id: idOf(0), note: 'اثنتان' },
      cut(TEXT, 'والصين', 0),
    );
    expect(outcome.done && outcome.annotations).toMatchObject([
      { id: idOf(0), canonical: 'أوكرانيا', attributes: { a: 'قيمة' }, note: 'اثنتان' },
      { id: idOf(3), canonical: 'جمهورية الصين الشعبية', attributes: {}, note: '' },
    ]);
  });

  test.each([false, true])('a mark that was cut does not show again (overlap: %s)', (overlap) => {
    const marks = [entity(TEXT, whole, 'GPE')];
    const outcome = runWith({ ...LABELS_ALONE, overlap }, stateOf(TEXT, marks), {
      kind: 'split',
      id: marks.map(markId)[0] ?? '',
      at: at(TEXT, 'أوكرانيا').start,
    });
    expect(
      outcome.done && outcome.annotations.filter(({ decision }) => decision === 'accepted'),
    ).toHaveLength(2);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [], overlap)).toEqual([]);
  });

  test('both parts of a quotation have its speaker', () => {
    const text = 'قال كيم: "نعم. لا شك"';
    const outcome = run(
      stateOf(text),
      tag(text, 'نعم. لا شك', 'direct'),
      { kind: 'setSpeaker', id: idOf(0), span: at(text, 'كيم') },
      cut(text, 'لا', 0),
    );
    expect(told(outcome, text)).toEqual(['direct نعم.', 'direct لا شك']);
    expect(outcome.done && outcome.annotations.map(({ speaker }) => speaker?.exact)).toEqual(['كيم', 'كيم']);
  });
});
