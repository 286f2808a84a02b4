import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layNotes } from './note-layout.ts';
import { lineBoxes, outlinesOf, roundedPath } from './outline.ts';
import type { Box } from './outline.ts';

describe('notes in the margin', () => {
  test.each([
    [
      'stand at their paragraphs',
      [
        [0, 20],
        [100, 20],
      ],
      [0, 100],
    ],
    [
      'give way to the one before',
      [
        [0, 50],
        [40, 20],
        [60, 20],
      ],
      [0, 56, 82],
    ],
    [
      'come back to their paragraphs where there is room',
      [
        [0, 50],
        [40, 20],
        [300, 20],
      ],
      [0, 56, 300],
    ],
  ] as const)('%s', (_, notes, expected) =>
    expect(
      layNotes(
        notes.map(([top, height]) => ({ top, height })),
        6,
      ),
    ).toEqual(expected),
  );

  test('never lie over each other, nor above their paragraph', () => {
    const note = fc.record({ top: fc.nat(2000), height: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(note), fc.nat(20), (notes, gap) => {
        const wanted = notes.toSorted((a, b) => a.top - b.top);
        layNotes(wanted, gap).forEach((top, i, tops) => {
          expect(top).toBeGreaterThanOrEqual(wanted[i]?.top ?? 0);
          if (i > 0)
            expect(top).toBeGreaterThanOrEqual((tops[i - 1] ?? 0) + (wanted[i - 1]?.height ?? 0) + gap);
        });
      }),
    );
  });
});

describe('the outline of words', () => {
  const box = (left: number, right: number, top: number): Box => ({ left, right, top, bottom: top + 20 });

  test('has one box for a line of both directions', () => {
    expect(lineBoxes([box(50, 80, 0), box(20, 50, 1), box(80, 80, 0)])).toEqual([
      { left: 20, right: 80, top: 0, bottom: 21 },
    ]);
  });

  test('goes round lines that touch, without a line between them', () => {
    const outlines = outlinesOf([box(0, 60, 0), box(20, 100, 30)]);
    expect(outlines).toEqual([
      [
        [60, 0],
        [60, 25],
        [100, 25],
        [100, 50],
        [20, 50],
        [20, 25],
        [0, 25],
        [0, 0],
      ],
    ]);
  });

  test('is in two parts where a line ends and the next one begins', () => {
    expect(outlinesOf([box(0, 30, 0), box(70, 100, 30)])).toHaveLength(2);
  });

  test('has rounded corners', () => {
    const [corners = []] = outlinesOf([box(0, 60, 0)]);
    expect(roundedPath(corners, 4)).toBe(
      'M56 0 Q60 0 60 4 L60 16 Q60 20 56 20 L4 20 Q0 20 0 16 L0 4 Q0 0 4 0 Z',
    );
  });
});
