import { describe, expect, it } from 'vitest';
import { fold } from '../text/fold.ts';
import { skeletonOf } from './spelling.ts';

describe('skeletonOf: spellings of one foreign name have one skeleton', () => {
  const alike: [a: string, b: string][] = [
    ['جونغ', 'جونج'],
    ['زيلينسكي', 'زيلنسكي'],
    ['غوارديولا', 'جوارديولا'],
    ['يانغ', 'يونج'],
    ['زاده', 'زادة'],
  ];
  it.each(alike)('%s and %s', (a, b) => {
    expect(skeletonOf(fold(a))).toBe(skeletonOf(fold(b)));
  });

  it.each([
    ['بوتين', 'بايدن'],
    ['ترامب', 'تراس'],
  ])('%s is not %s', (a, b) => {
    expect(skeletonOf(fold(a))).not.toBe(skeletonOf(fold(b)));
  });
});
