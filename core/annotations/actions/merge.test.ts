import { describe, expect, test } from 'vitest';
import {
  at,
  attribute,
  entity,
  idOf,
  LABELS_ALONE,
  relation,
  run,
  runWith,
  stateOf,
  told,
} from '../../../test/unit/acting.ts';
import type { Mark, QuotationMark } from '../../labels/marks.ts';
import { markId } from '../mark-identity.ts';
import { visibleMarks } from '../visible.ts';
import type { AnnotationAction, Outcome } from './action.ts';

const tag = (text: string, words: string, label: string, nth = 1): AnnotationAction => ({
  kind: 'tag',
  spans: [at(text, words, nth)],
  label,
});
const only = (outcome: Outcome) => {
  if (!outcome.done) throw new Error(outcome.refusal.code);
  expect(outcome.annotations).toHaveLength(1);
  const [annotation] = outcome.annotations;
  if (!annotation) throw new Error('nothing');
  return annotation;
};

describe('merge', () => {
  const text = 'أعلنت وزارة الدفاع الروسية شيئا\nالكرملين';
  const marks = [entity(text, 'وزارة الدفاع', 'ORG'), entity(text, 'الروسية', 'NORP')];
  const ids = marks.map(markId);

  test('makes one of two marks, with the label of the first and the name of all words', () => {
    const outcome = run(stateOf(text, marks), { kind: 'merge', ids });
    expect(told(outcome, text)).toEqual(['ORG وزارة الدفاع الروسية']);
    expect(only(outcome).canonical).toBe('وزارة الدفاع الروسية');
    expect(only(outcome).provenance.source).toBe('list/test');
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [])).toEqual([]);
  });

  test('the first is the first in the text, however they are named, and keeps its id', () => {
    const tags = [tag(text, 'الروسية', 'NORP'), tag(text, 'وزارة', 'ORG')];
    const outcome = run(stateOf(text), ...tags, { kind: 'merge', ids: [idOf(0), idOf(1)] });
    expect(told(outcome, text)).toEqual(['ORG وزارة الدفاع الروسية']);
    expect(only(outcome).id).toBe(idOf(1));
  });

  test('a name that was learnt stays', () => {
    const line = 'كيم جونغ أون';
    const parts = [entity(line, 'كيم', 'PER', 'كيم جونغ أون'), entity(line, 'جونغ', 'PER')];
    const outcome = run(stateOf(line, parts), { kind: 'merge', ids: parts.map(markId) });
    expect(only(outcome).canonical).toBe('كيم جونغ أون');
  });

  test('takes in the entities between', () => {
    const tags = [tag(text, 'وزارة', 'ORG'), tag(text, 'الدفاع', 'OCC'), tag(text, 'الروسية', 'NORP')];
    const outcome = run(stateOf(text), ...tags, { kind: 'merge', ids: [idOf(0), idOf(2)] });
    expect(told(outcome, text)).toEqual(['ORG وزارة الدفاع الروسية']);
    expect(outcome.done && outcome.changed).toBe(3);
  });

  test('where entities may overlap, those between stay, and the marks that were merged do not show again', () => {
    const scheme = { ...LABELS_ALONE, overlap: true };
    const outcome = runWith(scheme, stateOf(text, marks), tag(text, 'الدفاع', 'OCC'), { kind: 'merge', ids });
    expect(told(outcome, text)).toEqual(['ORG وزارة الدفاع الروسية', 'OCC الدفاع', '-NORP الروسية']);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : [], true)).toEqual([]);
  });

  test('keeps attributes, notes and ties of all; ties to any lead to it, none to itself', () => {
    const line = 'وزارة الدفاع الروسية وسفارة';
    const scheme = {
      ...LABELS_ALONE,
      attributes: [attribute('a'), attribute('b')],
      relations: [relation('part-of')],
    };
    const outcome = runWith(
      scheme,
      stateOf(line),
      tag(line, 'وزارة', 'ORG'),
      tag(line, 'الدفاع', 'ORG'),
      tag(line, 'سفارة', 'ORG'),
      { kind: 'setAttribute', ids: [idOf(0)], name: 'a', value: 'أول' },
      { kind: 'setAttribute', ids: [idOf(1)], name: 'a', value: 'ثان' },
      { kind: 'setAttribute', ids: [idOf(1)], name: 'b', value: 'باء' },
      { kind: 'setNote', id: idOf(0), note: 'هنا' },
      { kind: 'setNote', id: idOf(1), note: 'هناك' },
      { kind: 'relate', from: idOf(0), type: 'part-of', to: idOf(1) },
      { kind: 'relate', from: idOf(1), type: 'part-of', to: idOf(2) },
      { kind: 'relate', from: idOf(2), type: 'part-of', to: idOf(1) },
      { kind: 'relate', from: idOf(2), type: 'part-of', to: idOf(0) },
      { kind: 'merge', ids: [idOf(1), idOf(0)] },
    );
    if (!outcome.done) throw new Error(outcome.refusal.code);
    const [merged, other] = outcome.annotations;
    expect(merged).toMatchObject({
      id: idOf(0),
      attributes: { a: 'أول', b: 'باء' },
      note: 'هنا\nهناك',
      relations: [{ type: 'part-of', to: idOf(2) }],
    });
    expect(other?.relations).toEqual([{ type: 'part-of', to: idOf(0) }]);
  });

  test('a quotation over two lines, with the speaker of the one that has one', () => {
    const lines = 'أولا هنا\nثانيا قال كيم';
    const quotation: QuotationMark = {
      family: 'quotation',
      kind: 'direct',
      ...at(lines, 'ثانيا'),
      speaker: at(lines, 'كيم'),
      canonical: 'كيم جونغ أون',
      cue: at(lines, 'قال'),
      confidence: 1,
      source: 'rule/test',
    };
    const all: Mark[] = [quotation];
    const outcome = run(stateOf(lines, all), tag(lines, 'أولا هنا', 'indirect'), {
      kind: 'merge',
      ids: [idOf(0), markId(quotation)],
    });
    expect(told(outcome, lines)).toEqual(['indirect أولا هنا\nثانيا']);
    expect(only(outcome)).toMatchObject({ canonical: 'كيم جونغ أون', speaker: { exact: 'كيم' } });
  });

  const refused: readonly [what: string, actions: AnnotationAction[], expected: string][] = [
    ['one alone', [{ kind: 'merge', ids: [ids[0] ?? '', ids[0] ?? ''] }], 'nothing-to-merge'],
    ['none', [{ kind: 'merge', ids: [] }], 'nothing-to-merge'],
    [
      'of two families',
      [tag(text, 'شيئا', 'term'), { kind: 'merge', ids: [ids[0] ?? '', idOf(0)] }],
      'different-families',
    ],
    [
      'entities of two lines',
      [tag(text, 'الكرملين', 'ORG'), { kind: 'merge', ids: [ids[0] ?? '', idOf(0)] }],
      'across-lines',
    ],
    ['what is not there', [{ kind: 'merge', ids: [ids[0] ?? '', 'none'] }], 'unknown-item'],
  ];
  test.each(refused)('refuses %s', (_what, actions, expected) => {
    expect(told(run(stateOf(text, marks), ...actions), text)).toEqual([`refused: ${expected}`]);
  });
});
