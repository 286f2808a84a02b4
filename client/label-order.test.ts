import { describe, expect, it } from 'vitest';
import type { LabelChoice } from '../server/protocol.ts';
import { likelyFamily, orderFamilies, orderLabels } from './label-order.ts';

const choice = (family: LabelChoice['family'], id: string): LabelChoice => ({
  family,
  id,
  title: id,
  description: '',
  key: '',
});

describe('the order in which labels are offered', () => {
  const labels = [
    choice('entity', 'PER'),
    choice('entity', 'ORG'),
    choice('quotation', 'direct'),
    choice('entity', 'GPE'),
  ];

  it('has the likely family first and leaves none out', () => {
    expect(orderFamilies('boilerplate')).toEqual(['boilerplate', 'entity', 'quotation']);
  });

  it('has the labels picked lately first, the newest at the top, then those of the scheme', () => {
    expect(orderLabels(labels, 'entity', []).map(({ id }) => id)).toEqual(['PER', 'ORG', 'GPE']);
    expect(orderLabels(labels, 'entity', ['GPE', 'direct', 'ORG']).map(({ id }) => id)).toEqual([
      'GPE',
      'ORG',
      'PER',
    ]);
  });

  it.each<[recent: readonly string[], current: string, expected: readonly string[]]>([
    [[], 'PER', ['ORG', 'GPE', 'PER']],
    [['ORG', 'PER'], 'ORG', ['PER', 'GPE', 'ORG']],
    [['GPE'], 'ORG', ['GPE', 'PER', 'ORG']],
  ])('picked lately: %j, to be replaced: %s → %j', (recent, current, expected) => {
    expect(orderLabels(labels, 'entity', recent, current).map(({ id }) => id)).toEqual(expected);
  });
});

describe('the family that a selection is most likely meant for', () => {
  const LINE = 'قال بوتين: «لن نعود» وذهب';
  const select = (text: string, line = LINE) => {
    const start = line.indexOf(text);
    const end = start + text.length;
    const around = (line[start - 1] ?? '') + (line[end] ?? '');
    const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
    return likelyFamily(range, text, line, around);
  };

  it.each<[text: string, expected: string]>([
    ['', 'entity'],
    ['بوتين', 'entity'],
    ['«لن نعود»', 'quotation'],
    ['لن نعود', 'quotation'],
    [LINE, 'boilerplate'],
  ])('«%s» → %s', (text, expected) => {
    expect(select(text), text).toBe(expected);
  });

  it('more than one line → boilerplate', () => {
    const range = { start: { line: 0, character: 3 }, end: { line: 1, character: 3 } };
    expect(likelyFamily(range, 'أ\nب', 'أ', '')).toBe('boilerplate');
  });
});
