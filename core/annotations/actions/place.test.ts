import { describe, expect, test } from 'vitest';
import { at, caret, idOf, LABELS_ALONE, run, runWith, stateOf, told } from '../../../test/unit/acting.ts';
import { orphaned } from '../anchors.ts';
import type { Annotation } from '../annotation.ts';
import type { AnnotationAction, ArticleState } from './action.ts';

const BEFORE = 'زار أسوان أمس';
const TEXT = 'زار، مدينة أسوان، الأربعاء\nثم عاد';

/** The text as it is now, with orphans of annotations that were made of `BEFORE`. */
function changedState(label: string, more: Partial<Annotation> = {}): ArticleState {
  const outcome = run(stateOf(BEFORE), { kind: 'tag', spans: [at(BEFORE, 'أسوان')], label });
  if (!outcome.done) throw new Error(outcome.refusal.code);
  const orphans = outcome.annotations.map((one) => ({
    ...one,
    anchor: orphaned(one.anchor),
    id: 'lost',
    ...more,
  }));
  return stateOf(TEXT, [], orphans);
}
const place = (words: string): Extract<AnnotationAction, { kind: 'place' }> => ({
  kind: 'place',
  id: 'lost',
  span: at(TEXT, words),
});

describe('place', () => {
  test('gives an orphan a selection, trimmed, and keeps all that it said', () => {
    const state = changedState('GPE', {
      canonical: 'مدينة أسوان المصرية',
      note: 'هنا',
      attributes: { a: 'ب' },
    });
    const outcome = run(state, place('، مدينة أسوان،'));
    expect(told(outcome, TEXT)).toEqual(['GPE مدينة أسوان']);
    expect(outcome.done && outcome.annotations).toMatchObject([
      { id: 'lost', canonical: 'مدينة أسوان المصرية', note: 'هنا', attributes: { a: 'ب' } },
    ]);
    expect(outcome.done && outcome.span).toEqual(at(TEXT, 'مدينة أسوان'));
  });

  test('or the word at a caret; a name that was its words follows them', () => {
    const outcome = run(changedState('GPE'), { kind: 'place', id: 'lost', span: caret(TEXT, 'مدينة') });
    expect(told(outcome, TEXT)).toEqual(['GPE مدينة']);
    expect(outcome.done && outcome.annotations[0]?.canonical).toBe('مدينة');
  });

  test('a rejection stays one', () => {
    expect(told(run(changedState('GPE', { decision: 'rejected' }), place('أسوان')), TEXT)).toEqual([
      '-GPE أسوان',
    ]);
  });

  test('another annotation moves too', () => {
    const tag: AnnotationAction = { kind: 'tag', spans: [at(TEXT, 'زار')], label: 'GPE' };
    const outcome = run(stateOf(TEXT), tag, { ...place('أسوان'), id: idOf(0) });
    expect(told(outcome, TEXT)).toEqual(['GPE أسوان']);
  });

  const refused: readonly [what: string, label: string, words: string, expected: string][] = [
    ['no words', 'GPE', '، ', 'nothing-here'],
    ['two lines, of an entity', 'GPE', 'الأربعاء\nثم', 'across-lines'],
    ['two lines, of a quotation', 'direct', 'الأربعاء\nثم', 'across-lines'],
  ];
  test.each(refused)('refuses %s', (_what, label, words, expected) => {
    expect(told(run(changedState(label), place(words)), TEXT)).toEqual([`refused: ${expected}`]);
  });

  test('refuses a place where another entity is, unless they may overlap and say different things', () => {
    const tag = (label: string): AnnotationAction => ({
      kind: 'tag',
      spans: [at(TEXT, 'مدينة أسوان')],
      label,
    });
    const state = changedState('GPE');
    expect(told(run(state, tag('LOC'), place('أسوان')), TEXT)).toEqual(['refused: overlap']);
    const scheme = { ...LABELS_ALONE, overlap: true };
    expect(told(runWith(scheme, state, tag('LOC'), place('أسوان')), TEXT)).toEqual([
      'LOC مدينة أسوان',
      'GPE أسوان',
    ]);
    expect(told(runWith(scheme, state, tag('GPE'), place('مدينة أسوان')), TEXT)).toEqual([
      'refused: overlap',
    ]);
  });
});
