import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { chosenItems, itemAt, nextItem, type Focus, type Place } from './items.ts';

const place = (at: number): Place => ({ line: Math.floor(at / 100), character: at % 100 });

/** An item from "id start-end", places as line × 100 + character. */
function item(told: string): ArticleItem {
  const [id = '', start = 0, end = 0] = told
    .split(/[ -]/)
    .map((part, i) => (i === 0 ? part : Number(part))) as [string, number, number];
  const range = { start: place(start), end: place(end) };
  return { ...BARE_ITEM, id, range };
}

const focusOn = (told: string): Focus => {
  const { id, range } = item(told);
  return { id, range };
};

// A quotation over two lines holds two names, the second of which touches a third item.
const ITEMS = ['quotation 10-140', 'first 10-15', 'second 110-120', 'third 120-130', 'last 300-310'].map(
  item,
);

describe('itemAt', () => {
  it.each<[what: string, caret: number, focus: string | null, expected: string | undefined]>([
    ['nothing before the first', 9, null, undefined],
    ['the narrowest of those that start here', 10, null, 'first'],
    ['the one in focus of those that start here', 10, 'quotation 10-140', 'quotation'],
    ['the narrowest round the caret', 115, null, 'second'],
    ['the one behind the caret where two meet', 120, null, 'third'],
    ['the one before the caret where two meet, if it is in focus', 120, 'second 110-120', 'second'],
    ['one that ends at the caret', 310, null, 'last'],
    ['the outer one between the inner ones', 16, null, 'quotation'],
    ['one that kept its place under a new id', 12, 'gone 10-140', 'quotation'],
    ['not the one in focus from which the caret has gone', 305, 'quotation 10-140', 'last'],
  ])('%s (caret %i, focus %s) → %s', (_, caret, focus, expected) => {
    expect(itemAt(ITEMS, place(caret), focus === null ? null : focusOn(focus))?.id).toBe(expected);
  });
});

describe('nextItem', () => {
  it.each<
    [what: string, caret: number, direction: 'forward' | 'backward', focus: string | null, expected: string]
  >([
    ['the first behind the caret', 0, 'forward', null, 'quotation'],
    ['the inner one after the outer one with its start', 10, 'forward', 'quotation 10-140', 'first'],
    ['behind both after the inner one', 10, 'forward', 'first 10-15', 'second'],
    ['the first after the last', 305, 'forward', null, 'quotation'],
    ['the one before the caret', 112, 'backward', null, 'second'],
    ['the outer one before the inner one with its start', 10, 'backward', 'first 10-15', 'quotation'],
    ['the last before the first', 10, 'backward', 'quotation 10-140', 'last'],
    ['nothing but what is behind the caret at a start', 10, 'forward', null, 'second'],
    ['the inner one when the outer one in focus is gone', 10, 'forward', 'gone 10-200', 'quotation'],
  ])('%s (caret %i, %s, focus %s) → %s', (_, caret, direction, focus, expected) => {
    const next = nextItem(ITEMS, place(caret), direction, focus === null ? null : focusOn(focus));
    expect(next?.id).toBe(expected);
  });

  it('is the one at the very start of an article that was just opened, and from there the one behind it', () => {
    const items = ['first 0-5', 'inner 0-3', 'second 10-15'].map(item);
    const seen: (string | undefined)[] = [];
    let focus = null as Focus | null;
    for (let step = 0; step < 4; step++) {
      const next: ArticleItem | undefined = nextItem(items, focus?.range.start ?? place(0), 'forward', focus);
      seen.push(next?.id);
      focus = next ?? null;
    }
    expect(seen).toEqual(['first', 'inner', 'second', 'first']);
    expect(nextItem(items, place(0), 'backward')?.id, 'backwards').toBe('second');
  });

  it('is nothing where the one in focus is the only one', () => {
    const alone = [item('one 10-20')];
    expect(nextItem(alone, place(10), 'forward', focusOn('one 10-20'))).toBeUndefined();
    expect(nextItem([], place(10), 'forward')).toBeUndefined();
  });

  it('comes by every item once, in either direction, wherever they start', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(starts, fc.constantFrom('forward' as const, 'backward' as const), (numbers, direction) => {
        const items = numbers
          .toSorted((a, b) => a - b)
          .map((start, index) => item(`${index} ${start}-${start + 30 - index}`));
        const seen: string[] = [];
        let caret = place(direction === 'forward' ? 0 : 9999);
        let focus: Focus | null = null;
        for (let step = 0; step < items.length; step++) {
          const next: ArticleItem | undefined = nextItem(items, caret, direction, focus);
          if (!next) break;
          seen.push(next.id);
          caret = next.range.start;
          focus = next;
        }
        expect(seen.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('chosenItems', () => {
  const choose = (
    selections: readonly [number, number][],
    isMeant: (item: ArticleItem) => boolean = () => true,
  ) =>
    chosenItems(
      ITEMS,
      selections.map(([start, end]) => ({ start: place(start), end: place(end) })),
      isMeant,
    ).map(({ id }) => id);
  const butNot =
    (...ids: string[]) =>
    (item: ArticleItem) =>
      !ids.includes(item.id);

  it('leaves weak suggestions alone among surer items, but takes one that is asked for', () => {
    const items = [item('sure 10-15'), { ...item('weak 20-25'), weak: true as const }];
    const choice = (start: number, end: number) =>
      chosenItems(items, [{ start: place(start), end: place(end) }], () => true).map(({ id }) => id);
    expect(choice(5, 30)).toEqual(['sure']);
    expect(choice(18, 30)).toEqual(['weak']);
    expect(choice(22, 22)).toEqual(['weak']);
  });

  it.each<[what: string, selections: [number, number][], expected: string[]]>([
    ['the item at a caret', [[112, 112]], ['second']],
    ['every item inside a selection', [[100, 400]], ['second', 'third', 'last']],
    ['the item that a selection lies in', [[111, 113]], ['second']],
    [
      'the items at several carets, each once, in order',
      [
        [305, 305],
        [112, 112],
        [113, 113],
      ],
      ['second', 'last'],
    ],
    ['nothing where nothing is', [[200, 250]], []],
  ])('%s (%j) → %j', (_, selections, expected) => {
    expect(choose(selections)).toEqual(expected);
  });

  it('leaves out of a selection what is not meant', () => {
    expect(choose([[100, 400]], butNot('third'))).toEqual(['second', 'last']);
  });

  it('never takes the item behind the one that is framed', () => {
    expect(choose([[112, 112]], butNot('second'))).toEqual([]);
    expect(choose([[16, 16]], butNot('second'))).toEqual(['quotation']);
  });
});
