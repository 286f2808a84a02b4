import { describe, expect, it } from 'vitest';
import { createScorer, probabilityOf, SCORER_SECTION, serialiseScorer, SLOTS } from './model.ts';

const model = {
  line: Float32Array.from({ length: SLOTS }, (_, slot) => (slot % 7) - 3),
  article: Float32Array.from({ length: SLOTS }, (_, slot) => (slot % 5) / 4),
  carried: 0.75,
  threshold: 0.5,
};

describe('the scorer in the weights', () => {
  it('is read as it was written', () => {
    expect(createScorer(new Map([[SCORER_SECTION, serialiseScorer(model)]]))).toEqual(model);
  });

  it('is null where there is none', () => expect(createScorer(new Map())).toBeNull());

  it('says so when it is damaged', () => {
    const bytes = serialiseScorer(model).subarray(1);
    expect(() => createScorer(new Map([[SCORER_SECTION, bytes]]))).toThrow('damaged');
  });

  it('gives even odds a half', () => expect(probabilityOf(0)).toBe(0.5));
});
