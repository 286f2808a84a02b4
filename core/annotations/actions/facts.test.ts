import { expect, test } from 'vitest';
import { attribute, LABELS_ALONE, runWith, stateOf } from '../../../test/unit/acting.ts';
import type { AnnotationAction, Outcome } from './action.ts';

const SCHEME = {
  ...LABELS_ALONE,
  articleAttributes: [
    attribute('topic', { type: 'choice', values: ['رياضة', 'سياسة'] }),
    attribute('source', { type: 'link', url: 'https://example.org/{id}' }),
  ],
};
const status = (to: 'new' | 'in-work' | 'done' | 'checked'): AnnotationAction => ({
  kind: 'setStatus',
  status: to,
});
const set = (name: string, value: string | null): AnnotationAction => ({
  kind: 'setArticleAttribute',
  name,
  value,
});
const said = (outcome: Outcome): unknown => (outcome.done ? outcome.facts : outcome.refusal);

const cases: readonly [what: string, actions: AnnotationAction[], expected: object][] = [
  ['a status', [status('done')], { status: 'done', attributes: {} }],
  ['another status', [status('done'), status('checked')], { status: 'checked', attributes: {} }],
  ['the same status', [status('done'), status('done')], { code: 'no-change' }],
  ['an attribute', [set('topic', 'رياضة')], { status: null, attributes: { topic: 'رياضة' } }],
  [
    'both',
    [status('in-work'), set('topic', 'رياضة'), set('source', 'https://example.org/a7')],
    { status: 'in-work', attributes: { topic: 'رياضة', source: 'a7' } },
  ],
  ['an attribute no more', [set('topic', 'رياضة'), set('topic', null)], { status: null, attributes: {} }],
  ['no attribute that was not there', [set('topic', null)], { code: 'no-change' }],
  [
    'none of its values',
    [set('topic', 'طقس')],
    { code: 'no-such-value', name: 'topic', value: 'طقس', values: ['رياضة', 'سياسة'] },
  ],
  [
    'none of its attributes',
    [set('mood', 'x')],
    { code: 'unknown-attribute', name: 'mood', names: ['topic', 'source'] },
  ],
];
test.each(cases)('an article is given %s', (_what, actions, expected) => {
  expect(said(runWith(SCHEME, stateOf('نص'), ...actions))).toEqual(expected);
});

test('what is said of the article stays when its annotations change, and they stay when it does', () => {
  const tag: AnnotationAction = { kind: 'tag', spans: [{ start: 0, end: 2 }], label: 'PER' };
  const outcome = runWith(SCHEME, stateOf('نص'), status('in-work'), tag, set('topic', 'رياضة'));
  expect(said(outcome)).toEqual({ status: 'in-work', attributes: { topic: 'رياضة' } });
  expect(outcome.done && [outcome.annotations.length, outcome.changed]).toEqual([1, 0]);
});
