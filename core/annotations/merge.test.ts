import { describe, expect, test } from 'vitest';
import { NOTHING_ADDED } from './annotation.ts';
import type { Annotation, ArticleFacts } from './annotation.ts';
import { mergeAnnotations, mergeFacts, withoutTwins } from './merge.ts';

const version = (id: string, label: string, modified: number): Annotation => ({
  id,
  family: 'entity',
  label,
  decision: 'accepted',
  anchor: { span: { start: 0, end: 3 }, exact: 'كيم', prefix: '', suffix: '' },
  speaker: null,
  cue: null,
  canonical: null,
  provenance: { annotator: 'huda', created: '', modified: `2026-01-0${modified}T00:00:00Z`, source: 'hand' },
  ...NOTHING_ADDED,
});

const A = version('a', 'PER', 1);
const A2 = version('a', 'ORG', 2);
const A3 = version('a', 'GPE', 3);
const B = version('b', 'PER', 1);

/** An annotation whose fields were written in another order. */
const reversed = (annotation: Annotation): Annotation =>
  Object.fromEntries(Object.entries(annotation).reverse()) as unknown as Annotation;

describe('mergeAnnotations', () => {
  const cases: readonly [
    what: string,
    sides: [base: Annotation[], ours: Annotation[], theirs: Annotation[]],
    labels: string,
    conflicts: number,
  ][] = [
    ['what each side added is kept', [[], [A], [B]], 'a PER, b PER', 0],
    ['what one side changed is changed', [[A], [A], [A2]], 'a ORG', 0],
    ['what one side deleted is gone', [[A, B], [A], [A, B]], 'a PER', 0],
    ['of two changes the later one counts', [[A], [A2], [A3]], 'a GPE', 1],
    ['of two changes the later one counts, whichever side it is on', [[A], [A3], [A2]], 'a GPE', 1],
    ['the same change on both sides is none', [[A], [A2], [A2]], 'a ORG', 0],
    ['the same with its fields in another order is the same', [[A], [reversed(A)], [A2]], 'a ORG', 0],
    ['a change wins over a deletion', [[A], [], [A2]], 'a ORG', 1],
    ['what both deleted is gone', [[A], [], []], '', 0],
    ['without a base nothing is deleted', [[], [A], []], 'a PER', 0],
  ];
  test.each(cases)('%s', (_what, [base, ours, theirs], labels, count) => {
    const { annotations, conflicts } = mergeAnnotations(base, ours, theirs);
    expect(annotations.map(({ id, label }) => `${id} ${label}`).join(', ')).toBe(labels);
    expect(conflicts.length).toBe(count);
  });
});

describe('withoutTwins', () => {
  const tied: Annotation = { ...version('c', 'ORG', 1), relations: [{ type: 'same-entity', to: 'a' }] };
  const cases: readonly [
    what: string,
    sides: [base: Annotation[], ours: Annotation[], theirs: Annotation[]],
    ids: string,
  ][] = [
    ['what both decided alike at one moment is there once, as the file has it', [[], [A], [B]], ''],
    ['later or not', [[], [{ ...A, provenance: { ...A.provenance, modified: 'later' } }], [B]], ''],
    ['another label is something else', [[], [A2], [B]], 'a'],
    ['another suggestion too', [[], [{ ...A, provenance: { ...A.provenance, source: 'x' } }], [B]], 'a'],
    ['a note too', [[], [{ ...A, note: 'n' }], [B]], 'a'],
    [
      'two that were there before stay two',
      [
        [A, B],
        [A, B],
        [A, B],
      ],
      'a, b',
    ],
    ['and one to which the other side adds its like', [[A], [A], [A, B]], 'a'],
    ['ties to what is left out lead to what stays', [[], [A, tied], [B]], 'c → b'],
  ];
  test.each(cases)('%s', (_what, [base, ours, theirs], ids) => {
    const left = withoutTwins(base, ours, theirs).map(({ id, relations }) =>
      [id, ...relations.map(({ to }) => to)].join(' → '),
    );
    expect(left.join(', ')).toBe(ids);
  });
});

describe('mergeFacts', () => {
  const facts = (status: string | null, topic?: string): ArticleFacts => ({
    status,
    attributes: topic === undefined ? {} : { topic },
  });
  const cases: readonly [
    what: string,
    sides: [base: ArticleFacts, ours: ArticleFacts, theirs: ArticleFacts],
    merged: ArticleFacts,
    isConflict: boolean,
  ][] = [
    ['what we set is set', [facts(null), facts('done'), facts(null)], facts('done'), false],
    ['what they set is set', [facts(null), facts(null), facts('done')], facts('done'), false],
    [
      'different things that both set are set',
      [facts(null), facts('done'), facts(null, 'سياسة')],
      facts('done', 'سياسة'),
      false,
    ],
    [
      'what one side took away is gone',
      [facts(null, 'سياسة'), facts(null), facts(null, 'سياسة')],
      facts(null),
      false,
    ],
    [
      'the same change on both sides is none',
      [facts(null), facts('done'), facts('done')],
      facts('done'),
      false,
    ],
    ['of two changes ours counts', [facts(null), facts('in-work'), facts('done')], facts('in-work'), true],
    [
      'of two values of an attribute ours counts',
      [facts(null, 'سياسة'), facts(null, 'رياضة'), facts(null, 'اقتصاد')],
      facts(null, 'رياضة'),
      true,
    ],
  ];
  test.each(cases)('%s', (_what, [base, ours, theirs], merged, isConflict) => {
    expect(mergeFacts(base, ours, theirs)).toEqual({ facts: merged, isConflict });
  });
});
