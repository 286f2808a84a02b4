import { describe, expect, test } from 'vitest';
import {
  at,
  attribute,
  entity,
  idOf,
  LABELS_ALONE,
  runWith,
  stateOf,
  told,
} from '../../../test/unit/acting.ts';
import { markId } from '../mark-identity.ts';
import type { AnnotationAction, Outcome } from './action.ts';

const TEXT = 'زارت مريم وفؤاد أسوان';
const MARKS = [entity(TEXT, 'مريم', 'PER'), entity(TEXT, 'فؤاد', 'PER'), entity(TEXT, 'أسوان', 'GPE')];
const [WOMAN = '', MAN = '', TOWN = ''] = MARKS.map(markId);
const SCHEME = {
  ...LABELS_ALONE,
  attributes: [
    attribute('gender', { type: 'choice', values: ['مؤنث', 'مذكر'], labels: ['PER'] }),
    attribute('wikidata', { type: 'link', labels: ['entity'], url: 'https://www.wikidata.org/wiki/{id}' }),
    attribute('remark'),
  ],
};
const set = (name: string, value: string | null, ...ids: string[]): AnnotationAction => ({
  kind: 'setAttribute',
  ids,
  name,
  value,
});
const act = (...actions: AnnotationAction[]): Outcome => runWith(SCHEME, stateOf(TEXT, MARKS), ...actions);
const values = (outcome: Outcome): unknown[] =>
  outcome.done ? outcome.annotations.map(({ attributes }) => attributes) : [outcome.refusal];

describe('set an attribute', () => {
  test('of several marks at once, which are accepted by it', () => {
    const outcome = act(set('gender', 'مؤنث', WOMAN, MAN));
    expect(told(outcome, TEXT)).toEqual(['PER مريم', 'PER فؤاد']);
    expect(values(outcome)).toEqual([{ gender: 'مؤنث' }, { gender: 'مؤنث' }]);
    expect(outcome.done && [outcome.changed, outcome.span]).toEqual([2, at(TEXT, 'مريم')]);
  });

  const given: readonly [what: string, name: string, value: string, kept: string][] = [
    ['words without the blanks round them', 'remark', '  قديم جدا ', 'قديم جدا'],
    ['an id', 'wikidata', 'Q79', 'Q79'],
    ['an id out of the address of its page', 'wikidata', ' https://www.wikidata.org/wiki/Q79 ', 'Q79'],
    ['another address as it is', 'wikidata', 'https://example.org/79', 'https://example.org/79'],
  ];
  test.each(given)('keeps %s', (_what, name, value, kept) => {
    expect(values(act(set(name, value, WOMAN)))).toEqual([{ [name]: kept }]);
  });

  test('again to another value, and away', () => {
    const first = set('gender', 'مذكر', WOMAN);
    expect(values(act(first, set('gender', 'مؤنث', WOMAN)))).toEqual([{ gender: 'مؤنث' }]);
    expect(values(act(first, set('gender', null, WOMAN)))).toEqual([{}]);
    expect(values(act(first, set('gender', '  ', WOMAN)))).toEqual([{}]);
    expect(values(act(first, first))).toEqual([{ code: 'no-change' }]);
  });

  test('away from a mark decides nothing', () => {
    expect(values(act(set('gender', null, WOMAN)))).toEqual([{ code: 'no-change' }]);
  });

  test('away, where the scheme has it no longer', () => {
    const before = act(set('remark', 'قديم', WOMAN));
    if (!before.done) throw new Error(before.refusal.code);
    const state = stateOf(TEXT, MARKS, before.annotations);
    expect(values(runWith(LABELS_ALONE, state, set('remark', null, WOMAN)))).toEqual([{}]);
    expect(values(runWith(LABELS_ALONE, state, set('remark', 'جديد', WOMAN)))).toEqual([
      { code: 'unknown-attribute', name: 'remark', names: [] },
    ]);
  });

  test('of a rejection, which is accepted by it', () => {
    expect(told(act({ kind: 'reject', ids: [WOMAN] }, set('gender', 'مؤنث', WOMAN)), TEXT)).toEqual([
      'PER مريم',
    ]);
  });

  test('goes when the label becomes one that it is not for', () => {
    const both = [set('gender', 'مؤنث', WOMAN), set('wikidata', 'Q1', WOMAN)];
    expect(values(act(...both, { kind: 'relabel', id: WOMAN, label: 'ORG' }))).toEqual([{ wikidata: 'Q1' }]);
    expect(values(act(...both, { kind: 'tag', spans: [at(TEXT, 'مريم')], label: 'ORG' }))).toEqual([
      { wikidata: 'Q1' },
    ]);
  });

  const refused: readonly [what: string, action: AnnotationAction, refusal: object][] = [
    [
      'that the scheme does not have',
      set('age', '5', WOMAN),
      { code: 'unknown-attribute', name: 'age', names: ['gender', 'wikidata', 'remark'] },
    ],
    [
      'as a whole where one label is none of its',
      set('gender', 'مؤنث', WOMAN, TOWN),
      { code: 'attribute-not-for', name: 'gender', label: 'GPE', labels: ['PER'] },
    ],
    [
      'that is none of its values',
      set('gender', 'آخر', WOMAN),
      { code: 'no-such-value', name: 'gender', value: 'آخر', values: ['مؤنث', 'مذكر'] },
    ],
    ['that is no id', set('wikidata', 'Q 79', WOMAN), { code: 'no-id', name: 'wikidata', value: 'Q 79' }],
    ['of what is not there', set('remark', 'قديم', WOMAN, 'none'), { code: 'unknown-item', id: 'none' }],
  ];
  test.each(refused)('refuses one %s', (_what, action, refusal) => {
    expect(values(act(action))).toEqual([refusal]);
  });
});

describe('a note', () => {
  const note = (words: string, id = WOMAN): AnnotationAction => ({ kind: 'setNote', id, note: words });
  const notes = (outcome: Outcome): string[] =>
    outcome.done ? outcome.annotations.map((one) => `${one.decision} «${one.note}»`) : [outcome.refusal.code];

  test('is written on a mark, which is accepted by it; on a rejection, which stays one', () => {
    expect(notes(act(note(' من هي؟\r\nلا أدري ')))).toEqual(['accepted «من هي؟\nلا أدري»']);
    expect(notes(act({ kind: 'reject', ids: [WOMAN] }, note('ليست شخصا')))).toEqual(['rejected «ليست شخصا»']);
  });

  test('is changed and taken away', () => {
    expect(notes(act(note('أولا'), note('ثانيا', idOf(0))))).toEqual(['accepted «ثانيا»']);
    expect(notes(act(note('أولا'), note('', idOf(0))))).toEqual(['accepted «»']);
    expect(notes(act(note('')))).toEqual(['no-change']);
    expect(notes(act(note('أين؟', 'none')))).toEqual(['unknown-item']);
  });
});
