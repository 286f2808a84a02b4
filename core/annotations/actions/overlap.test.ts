import { describe, expect, test } from 'vitest';
import { at, entity, idOf, LABELS_ALONE, run, runWith, stateOf, told } from '../../../test/unit/acting.ts';
import { markId } from '../mark-identity.ts';
import { visibleMarks } from '../visible.ts';
import type { AnnotationAction } from './action.ts';

const TEXT = 'وزارة الدفاع الروسية';
const OVERLAP = { ...LABELS_ALONE, overlap: true };
const tag = (words: string, label: string): AnnotationAction => ({
  kind: 'tag',
  spans: [at(TEXT, words)],
  label,
});

describe('entities beside each other, and where a project lets them overlap', () => {
  const [whole, nested] = [tag(TEXT, 'ORG'), tag('الروسية', 'NORP')];
  const crossing = tag('وزارة الدفاع', 'FAC');
  const later = tag('الدفاع الروسية', 'LOC');
  const marks = [entity(TEXT, 'الروسية', 'NORP')];
  const rejected: AnnotationAction = { kind: 'reject', ids: marks.map(markId) };
  const cases: readonly [what: string, actions: AnnotationAction[], flat: string[], overlap: string[]][] = [
    ['nested', [whole, nested], ['NORP الروسية'], [`ORG ${TEXT}`, 'NORP الروسية']],
    ['crossing', [crossing, later], ['LOC الدفاع الروسية'], ['FAC وزارة الدفاع', 'LOC الدفاع الروسية']],
    ['relabelled on the same span', [whole, tag(TEXT, 'FAC')], [`FAC ${TEXT}`], [`FAC ${TEXT}`]],
    [
      'two in one step',
      [{ kind: 'tag', spans: [at(TEXT, 'وزارة الدفاع'), at(TEXT, 'الدفاع الروسية')], label: 'ORG' }],
      ['ORG وزارة الدفاع'],
      ['ORG وزارة الدفاع', 'ORG الدفاع الروسية'],
    ],
    [
      'resized over another',
      [tag('وزارة', 'ORG'), tag('الدفاع', 'FAC'), { kind: 'resize', id: idOf(0), end: 'end', by: 'wider' }],
      ['refused: overlap'],
      ['ORG وزارة الدفاع', 'FAC الدفاع'],
    ],
    [
      'accepted after all within another',
      [rejected, whole, { kind: 'accept', ids: [idOf(0)] }],
      ['refused: overlap'],
      [`ORG ${TEXT}`, 'NORP الروسية'],
    ],
    [
      'relabelled to an entity within another',
      [tag('الروسية', 'term'), whole, { kind: 'relabel', id: idOf(0), label: 'NORP' }],
      ['refused: overlap'],
      [`ORG ${TEXT}`, 'NORP الروسية'],
    ],
  ];
  test.each(cases)('%s', (_what, actions, flat, overlap) => {
    expect(told(run(stateOf(TEXT, marks), ...actions), TEXT)).toEqual(flat);
    expect(told(runWith(OVERLAP, stateOf(TEXT, marks), ...actions), TEXT)).toEqual(overlap);
  });

  test('what overlapped before, by an import or a merge of files, can still be worked on', () => {
    const both = runWith(OVERLAP, stateOf(TEXT), whole, nested);
    if (!both.done) throw new Error(both.refusal.code);
    const state = stateOf(TEXT, [], both.annotations);
    const note: AnnotationAction = { kind: 'setNote', id: idOf(1), note: 'أيهما؟' };
    expect(told(run(state, note), TEXT)).toEqual([`ORG ${TEXT}`, 'NORP الروسية']);
    expect(told(run(state, { kind: 'remove', ids: [idOf(0)] }), TEXT)).toEqual(['NORP الروسية']);
    expect(told(run(state, { kind: 'relabel', id: idOf(1), label: 'GPE' }), TEXT)).toEqual([
      'refused: overlap',
    ]);
  });

  test('the same is not said twice', () => {
    const twice = [tag('وزارة الدفاع', 'ORG'), tag('وزارة', 'ORG')];
    const wider: AnnotationAction = { kind: 'resize', id: idOf(1), end: 'end', by: 'wider' };
    expect(told(runWith(OVERLAP, stateOf(TEXT), ...twice, wider), TEXT)).toEqual(['refused: overlap']);
  });
});

describe('marks that an accepted entity leaves open', () => {
  const marks = [entity(TEXT, 'وزارة الدفاع', 'ORG'), entity(TEXT, 'الروسية', 'NORP')];
  const cases: readonly [what: string, words: string, label: string, flat: string[], overlap: string[]][] = [
    ['of what is nested', 'الدفاع', 'FAC', ['الروسية'], ['وزارة الدفاع', 'الروسية']],
    ['of the same extent', 'وزارة الدفاع', 'FAC', ['الروسية'], ['الروسية']],
    ['of nearly the same with its label', 'وزارة الدفاع الروسية', 'ORG', [], ['الروسية']],
    ['of nearly the same with another', 'وزارة الدفاع الروسية', 'FAC', [], ['وزارة الدفاع', 'الروسية']],
  ];
  test.each(cases)('%s', (_what, words, label, flat, overlap) => {
    const outcome = runWith(OVERLAP, stateOf(TEXT, marks), tag(words, label));
    const annotations = outcome.done ? outcome.annotations : [];
    const left = (mayOverlap: boolean): string[] =>
      visibleMarks(marks, annotations, mayOverlap).map(({ start, end }) => TEXT.slice(start, end));
    expect(left(false)).toEqual(flat);
    expect(left(true)).toEqual(overlap);
  });
});
