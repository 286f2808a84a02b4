import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { nameSuggestions, sameName } from './naming.ts';

const item = (line: number, canonical: string | null, more: Partial<ArticleItem> = {}): ArticleItem => ({
  ...BARE_ITEM,
  id: `${line}`,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  canonical,
  ...more,
});

const MENTION = item(5, 'الحلبي');
const ITEMS = [
  item(0, 'سامر الحلبي'),
  item(2, 'ليلى النجار'),
  item(4, 'ميناء الشرق', { label: 'FAC' }),
  MENTION,
  item(6, 'يوسف الحلبي'),
  item(7, 'هالة سعد', { state: 'rejected' }),
  item(8, 'سامر الحلبي'),
  item(9, null),
  item(10, 'ليلى النجار', { family: 'quotation', label: 'direct', state: 'accepted' }),
  item(11, 'ليلى النجار', { family: 'quotation', label: 'direct' }),
];

describe('names that are offered', () => {
  it('are those that hold the words, then those of the same label, the nearest first', () => {
    expect(nameSuggestions(ITEMS, MENTION, 'الحلبي')).toEqual(['يوسف الحلبي', 'سامر الحلبي', 'ليلى النجار']);
  });

  it('are of every label for the speaker of a quotation', () => {
    const quotation = item(3, null, { family: 'quotation', label: 'direct' });
    expect(nameSuggestions(ITEMS, quotation, 'المتحدث')).toContain('ميناء الشرق');
  });
});

it.each<[item: ArticleItem, count: number]>([
  [MENTION, 1],
  [item(0, 'سامر الحلبي'), 2],
  [item(2, 'ليلى النجار'), 2],
  [item(2, 'ليلى النجار', { label: 'ORG' }), 1],
  [item(0, 'هالة سعد'), 0],
  [item(9, null), 1],
])('mentions of one name', (one, count) => {
  expect(sameName(ITEMS, one)).toBe(count);
});
