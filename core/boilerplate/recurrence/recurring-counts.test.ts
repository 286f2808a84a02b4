import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineCounts } from './line-counts.ts';
import { recurrenceFor, recurringCounts } from './recurring-counts.ts';

/** Numbers as large as the keys of lines are. */
const key = fc.constantFrom(0, 1, 7, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1);
const keys = fc.array(key, { maxLength: 8 }).map((list) => new Set(list));

it('says the same of every file’s lines as the counts that it was made from', () => {
  fc.assert(
    fc.property(fc.array(keys, { minLength: 1, maxLength: 8 }), (files) => {
      const counts = createLineCounts();
      for (const file of files) counts.add(file);
      const recurring = recurringCounts(counts, (bytes) => new SharedArrayBuffer(bytes));
      for (const [i, file] of files.entries()) {
        const expected = counts.forFile(file);
        const found = recurrenceFor(recurring, file);
        expect(found.files).toBe(expected.files);
        for (const one of file)
          expect(found.filesWith(one), `file ${i}, key ${one}`).toBe(expected.filesWith(one));
      }
    }),
  );
});

it('keeps only lines that stand in more than one file', () => {
  const counts = createLineCounts();
  counts.add(new Set([5, 3]));
  counts.add(new Set([3, 9]));
  expect(recurringCounts(counts)).toEqual({
    files: 2,
    keys: Float64Array.of(3),
    counts: Uint32Array.of(2),
  });
});
