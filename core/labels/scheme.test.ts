import { describe, expect, it } from 'vitest';
import { codeOf, labelByCode, SCHEME, TAG_LABELS } from './scheme.ts';
import { contrast } from './theme-colours.ts';

describe('the default scheme', () => {
  it.each(SCHEME.map((label) => [codeOf(label.family, label.id), label] as const))(
    '%s says its name and meaning in both languages',
    (code, label) => {
      for (const text of [label.title, label.description]) {
        expect(text.en).not.toMatch(/^$|[\u0600-\u06ff]{12}/);
        expect(text.ar).toMatch(/[\u0621-\u064a]/);
      }
      expect(labelByCode(code)).toBe(label);
    },
  );

  it.each(SCHEME.map((label) => [codeOf(label.family, label.id), label.colour] as const))(
    '%s can be told from the ground of every kind of theme (WCAG 1.4.3 and 1.4.6)',
    (_, colour) => {
      expect(contrast(colour.light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour.dark, '#1f1f1f')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour.highContrast, '#000000')).toBeGreaterThanOrEqual(7);
      expect(contrast(colour.highContrastLight, '#ffffff')).toBeGreaterThanOrEqual(7);
    },
  );

  it('gives no key to two labels, and every key is one letter or digit', () => {
    const keys = TAG_LABELS.map((label) => label.key).filter((key) => key !== '');
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[0-9a-z]$/);
  });

  it('has a key for every entity label and quotation kind', () => {
    const without = TAG_LABELS.filter((label) => label.family !== 'boilerplate' && label.key === '');
    expect(without.map((label) => label.id)).toEqual([]);
  });
});
