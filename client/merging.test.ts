import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { toMerge, toSplit } from './merging.ts';

const item = (
  id: string,
  line: number,
  start: number,
  end: number,
  more: Partial<ArticleItem> = {},
): ArticleItem => ({
  ...BARE_ITEM,
  id,
  range: { start: { line, character: start }, end: { line, character: end } },
  ...more,
});

const quoted = { family: 'quotation', label: 'direct' } as const;
const ITEMS = [
  item('outer', 0, 0, 30, quoted),
  item('first', 0, 0, 5),
  item('rejected', 0, 5, 8, { state: 'rejected' }),
  item('second', 0, 9, 12),
  item('below', 1, 0, 4),
];
const named = (id: string) => ITEMS.filter((one) => one.id === id);

describe('what is merged', () => {
  it.each<[what: string, chosen: readonly ArticleItem[], expected: string]>([
    ['the items chosen', [...named('first'), ...named('below')], 'first below'],
    ['one and the next of its family in the line', named('first'), 'first second'],
    ['the last of a line alone', named('second'), 'second'],
    ['nothing', [], ''],
  ])('%s', (_, chosen, expected) => {
    expect(
      toMerge(ITEMS, chosen)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });
});

describe('what a caret splits', () => {
  it.each<[what: string, character: number, expected: string | undefined]>([
    ['the innermost that it stands in', 3, 'first'],
    ['not one at whose end it stands', 5, 'outer'],
    ['none that was rejected', 7, 'outer'],
    ['none where nothing is', 30, undefined],
  ])('%s', (_, character, expected) => {
    expect(toSplit(ITEMS, { line: 0, character }, null)?.id).toBe(expected);
  });
});
