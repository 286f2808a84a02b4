import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, inThemes } from './theme-colours.ts';

describe('contrast', () => {
  // The greatest and the least there are by definition; a grey that just misses 4.5 on white; pure blue.
  it.each<[a: string, b: string, ratio: number]>([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#777777', 4.47],
    ['#0000ff', '#ffffff', 8.59],
    ['#7b3fa0', '#7b3fa0', 1],
  ])('%s on %s is %d', (a, b, ratio) => expect(contrast(a, b)).toBeCloseTo(ratio, 1));
});

describe('inThemes', () => {
  it('leaves a colour alone where it can be told from the ground', () => {
    expect(inThemes('#7b3fa0').light).toBe('#7b3fa0');
    expect(inThemes('#FFD166').dark).toBe('#FFD166');
  });

  it('makes any colour legible in every kind of theme', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (given) => {
        const { light, dark, highContrast, highContrastLight } = inThemes(given);
        expect(contrast(light, '#ffffff'), light).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, '#1f1f1f'), dark).toBeGreaterThanOrEqual(4.5);
        expect(contrast(highContrast, '#000000'), highContrast).toBeGreaterThanOrEqual(7);
        expect(contrast(highContrastLight, '#ffffff'), highContrastLight).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});
