import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { statusOf } from './status.ts';
import { countStore, NO_COUNTS } from './store-counts.ts';
import { parseStore, serialiseStore } from './store.ts';

describe('the counts of an annotation file', () => {
  test('are those of what is read from it', () => {
    fc.assert(
      fc.property(
        annotatedText,
        fc.constantFrom(null, 'new', 'done', 'checked', 'unheard of'),
        ([text, annotations], status) => {
          const content = serialiseStore(text, 'a.txt', 'test', annotations, [], { status, attributes: {} });
          const stored = parseStore(content, text);
          const of = (decision: string): number =>
            stored.annotations.filter((one) => one.decision === decision).length;
          expect(countStore(content)).toEqual({
            status: statusOf(stored),
            accepted: of('accepted'),
            rejected: of('rejected'),
          });
        },
      ),
    );
  });

  test.each([
    ['an empty file', '', NO_COUNTS],
    ['no JSON', 'قال\n{', NO_COUNTS],
    [
      'a note that reads like a decision',
      `{"hashiya:schema":1}\n${JSON.stringify({ body: '"hashiya:decision":"rejected"', 'hashiya:family': 'entity' })}\n`,
      { status: 'in-work', accepted: 1, rejected: 0 },
    ],
    [
      'blanks between the fields, as other programs write them',
      '\ufeff{"hashiya:schema": 1, "hashiya:status": "done"}\r\n{"hashiya:family": "entity", "hashiya:decision": "rejected"}',
      { status: 'done', accepted: 0, rejected: 1 },
    ],
  ])('of %s', (_, content, expected) => {
    expect(countStore(content)).toEqual(expected);
  });
});
