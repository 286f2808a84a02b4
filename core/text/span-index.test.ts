import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexSpans } from './span-index.ts';
import { overlaps, sameSpan } from './span.ts';

const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

test('an index finds what a look at each one finds', () => {
  fc.assert(
    fc.property(fc.array(fc.option(span), { maxLength: 20 }), span, (spans, asked) => {
      const items = spans.map((one, id) => ({ id, span: one }));
      const index = indexSpans(items, (item) => item.span);
      const ids = (found: readonly { readonly id: number }[]): number[] =>
        found.map(({ id }) => id).sort((a, b) => a - b);
      expect(ids(index.overlapping(asked))).toEqual(
        ids(items.filter((item) => item.span && overlaps(item.span, asked))),
      );
      expect(index.at(asked).map(({ id }) => id)).toEqual(
        items.filter((item) => item.span && sameSpan(item.span, asked)).map(({ id }) => id),
      );
      const starts = index.overlapping(asked).map((item) => item.span?.start ?? -1);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }),
  );
});
