import { describe, expect, it } from 'vitest';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { likeness, likestFirst } from './orphan-order.ts';

describe('how alike words are', () => {
  it.each<[a: string, b: string, from: number, to: number]>([
    ['وزارة الصحة', 'وزارة الصحة', 1, 1],
    ['إسراء', 'اسراء', 1, 1],
    ['المَدرَسة', 'المدرسه', 1, 1],
    ['وزارة الصحة', 'وزارة الصحة العامة', 0.6, 0.99],
    ['سليم النجار', 'سامي النجار', 0.4, 0.9],
    ['نهر', 'جبل', 0, 0.3],
    ['نهر', '', 0, 0.1],
    ['', '', 0, 1],
  ])('%s and %s', (a, b, from, to) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(from);
    expect(likeness(a, b)).toBeLessThanOrEqual(to);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });

  it('puts the likest orphan first', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const orphans = ['نادي الشطرنج', 'ميناء السفن', 'ميناء السفن القديم'].map((lost) => ({
      ...BARE_ITEM,
      id: lost,
      state: 'orphan' as const,
      range,
      lost,
    }));
    expect(likestFirst(orphans, 'ميناء السفن القديمة').map(({ id }) => id)).toEqual([
      'ميناء السفن القديم',
      'ميناء السفن',
      'نادي الشطرنج',
    ]);
  });
});
