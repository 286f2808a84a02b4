import { expect, it } from 'vitest';
import { chooseSpans } from './choose.ts';

const cases: [what: string, spans: [first: number, last: number, probability: number][], chosen: number[]][] =
  [
    ['nothing of nothing', [], []],
    [
      'what exceeds the bar',
      [
        [0, 0, 0.9],
        [2, 3, 0.3],
        [5, 5, 0.5],
      ],
      [0, 2],
    ],
    [
      'the likelier of two that overlap',
      [
        [0, 1, 0.5],
        [1, 2, 0.45],
      ],
      [0],
    ],
    [
      'two short ones rather than a long one',
      [
        [0, 3, 0.8],
        [0, 1, 0.75],
        [2, 3, 0.7],
      ],
      [1, 2],
    ],
    [
      'the long one rather than two unsure ones',
      [
        [0, 3, 0.9],
        [0, 1, 0.5],
        [2, 3, 0.5],
      ],
      [0],
    ],
  ];

it.each(cases)('chooses %s', (_what, spans, chosen) => {
  const scored = spans.map(([first, last, probability]) => ({ first, last, label: 0, probability }));
  expect(chooseSpans(scored, 0.4).flatMap((is, i) => (is ? [i] : []))).toEqual(chosen);
});
