import { describe, expect, test } from 'vitest';
import type { Annotation } from './annotation.ts';
import { mergeAnnotations } from './merge.ts';

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
  further: {},
});

const A = version('a', 'PER', 1);
const A2 = version('a', 'ORG', 2);
const A3 = version('a', 'GPE', 3);
const B = version('b', 'PER', 1);

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
