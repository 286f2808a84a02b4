import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../../server/protocol.ts';
import { BARE_ITEM } from '../../test/unit/bare-item.ts';
import {
  filterItems,
  sameFilter,
  SHOWN_STATES,
  TRAITS,
  USUAL_FILTER,
  type ItemFilter,
} from './filter-items.ts';

const at = (line: number, from = 0, to = 4) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const ITEMS: readonly ArticleItem[] = [
  { ...BARE_ITEM, id: 'mark', range: at(0) },
  { ...BARE_ITEM, id: 'weak', range: at(1), weak: true },
  { ...BARE_ITEM, id: 'accepted', range: at(2), state: 'accepted', note: 'تُراجَع' },
  { ...BARE_ITEM, id: 'rejected', range: at(3), state: 'rejected' },
  { ...BARE_ITEM, id: 'gone', range: at(0, 0, 0), state: 'orphan', lost: 'تونس' },
  { ...BARE_ITEM, id: 'said', range: at(5), family: 'quotation', label: 'direct' },
];

const shown = (filter: Partial<ItemFilter>, problems = [at(2, 3, 6)]) =>
  filterItems(ITEMS, { states: SHOWN_STATES, traits: [], labels: [], ...filter }, problems).map(
    ({ id }) => id,
  );

describe('the list of annotations', () => {
  it.each<[string, Partial<ItemFilter>, readonly string[]]>([
    ['everything, what has no place first', {}, ['gone', 'mark', 'weak', 'accepted', 'rejected', 'said']],
    ['the usual', USUAL_FILTER, ['gone', 'mark', 'accepted', 'said']],
    ['weak suggestions alone', { states: ['weak'] }, ['weak']],
    ['what is undecided', { states: ['mark'] }, ['mark', 'said']],
    ['one label', { labels: ['quotation/direct'] }, ['said']],
    ['one label of one state', { states: ['accepted'], labels: ['entity/PER'] }, ['accepted']],
    ['what has a note', { traits: ['note'] }, ['accepted']],
    ['what has a problem', { traits: ['problem'] }, ['accepted']],
    ['what has a problem and is undecided', { states: ['mark'], traits: ['problem'] }, []],
  ])('shows %s', (_, filter, expected) => expect(shown(filter)).toEqual(expected));

  it('takes a problem that only touches an annotation for none of its own', () => {
    expect(shown({ traits: ['problem'] }, [at(2, 4, 6)])).toEqual([]);
  });

  it('shows with any filter a part of what there is, each once, and less with each further condition', () => {
    const filters = fc.record({
      states: fc.uniqueArray(fc.constantFrom(...SHOWN_STATES)),
      traits: fc.uniqueArray(fc.constantFrom(...TRAITS)),
      labels: fc.uniqueArray(fc.constantFrom('entity/PER', 'quotation/direct')),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        const ids = shown(filter);
        expect(new Set(ids).size).toBe(ids.length);
        const wider = shown({ ...filter, traits: [] });
        expect(ids.every((id) => wider.includes(id))).toBe(true);
      }),
    );
  });

  it('knows a filter that is the same in another order', () => {
    expect(sameFilter(USUAL_FILTER, { ...USUAL_FILTER, states: ['orphan', 'mark', 'accepted'] })).toBe(true);
    expect(sameFilter(USUAL_FILTER, { ...USUAL_FILTER, traits: ['note'] })).toBe(false);
  });
});
