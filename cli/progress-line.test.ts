import { describe, expect, it } from 'vitest';
import { duration, progressLine } from './progress-line.ts';
import type { Advance } from './progress-line.ts';

const START: Advance = {
  done: 1,
  total: 20_000,
  worked: 1,
  workedBytes: 3000,
  left: 0.99995,
  share: 0.00005,
  seconds: 0.01,
  item: 'a.txt',
};

describe('progressLine', () => {
  const cases: [what: string, advance: Partial<Advance>, line: string][] = [
    ['the first', {}, '1/20000 · 0% · 100/s · 0.30 MB/s · 3 min 20 s left · a.txt'],
    [
      'half of it',
      { done: 10_000, worked: 10_000, workedBytes: 30e6, left: 0.5, share: 0.5, seconds: 100 },
      '10000/20000 · 50% · 100/s · 0.30 MB/s · 1 min 40 s left · a.txt',
    ],
    [
      'taken up again at half: what is left takes as long as what was worked on since, not as all that is done',
      { done: 11_000, worked: 1000, workedBytes: 3e6, left: 0.45, share: 0.05, seconds: 10 },
      '11000/20000 · 55% · 100/s · 0.30 MB/s · 1 min 30 s left · a.txt',
    ],
    [
      'a stream, of which nobody knows how long it is',
      { done: 500, total: null, worked: 500, workedBytes: 1.5e6, left: null, share: 0, seconds: 4 },
      '500 done · 125/s · 0.38 MB/s · a.txt',
    ],
    [
      'nothing but what was done before',
      { done: 40, worked: 0, workedBytes: 0, left: 0.998, share: 0, seconds: 1 },
      '40/20000 · 0% · a.txt',
    ],
    [
      'items without a size',
      { done: 40, total: 80, worked: 40, workedBytes: 0, left: 0.5, share: 0.5, seconds: 2 },
      '40/80 · 50% · 20.0/s · 2 s left · a.txt',
    ],
  ];
  it.each(cases)('%s', (_, advance, line) => {
    expect(progressLine({ ...START, ...advance })).toBe(line);
  });
});

describe('duration', () => {
  const cases: [seconds: number, words: string][] = [
    [0, '0 s'],
    [0.2, '1 s'],
    [59.5, '1 min'],
    [124, '2 min 4 s'],
    [7500, '2 h 5 min'],
    [3600, '1 h'],
    [100 * 3600, '4 d 4 h'],
  ];
  it.each(cases)('%s seconds: %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });
});
