import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../text/span.ts';
import { withoutOverlaps } from './merge.ts';

const candidate = fc
  .record({
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 20 }),
    confidence: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  .map(({ start, length, confidence }) => ({ start, end: start + length, confidence }));

describe('withoutOverlaps', () => {
  it('keeps the longest name of those that are about as sure', () => {
    const ministry = { start: 0, end: 29, confidence: 0.85 };
    const nation = { start: 13, end: 29, confidence: 0.95 };
    expect(withoutOverlaps([nation, ministry])).toEqual([ministry]);
  });

  it('keeps the surer name where the longer is doubtful', () => {
    const doubtful = { start: 0, end: 12, confidence: 0.3 };
    const sure = { start: 0, end: 6, confidence: 0.95 };
    expect(withoutOverlaps([doubtful, sure])).toEqual([sure]);
  });

  it('gives ordered spans without overlaps, and leaves out none that overlaps none', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 30 }), (candidates) => {
        const kept = withoutOverlaps(candidates);
        for (const [i, span] of kept.entries())
          if (i > 0) expect(span.start).toBeGreaterThanOrEqual((kept[i - 1] as { end: number }).end);
        for (const span of candidates)
          expect(kept.includes(span) || kept.some((other) => overlaps(span, other))).toBe(true);
      }),
    );
  });
});
