import { assert, describe, expect, it } from 'vitest';
import { SAME_ENTITY } from '../core/labels/scheme-parts.ts';
import type { ArticleItem, RelationChoice } from '../server/protocol.ts';
import { BARE_ITEM } from '../test/unit/bare-item.ts';
import { bothEnds, otherEnds, relationsFrom, tiesOf } from './relations.ts';

const relation = (
  name: string,
  from: readonly string[] = [],
  to: readonly string[] = [],
): RelationChoice => ({
  name,
  title: name,
  description: '',
  from,
  to,
});

/** An item on its own line, so that lines are distances. */
const item = (id: string, label: string, line: number, more: Partial<ArticleItem> = {}): ArticleItem => ({
  ...BARE_ITEM,
  id,
  label,
  range: { start: { line, character: 0 }, end: { line, character: 5 } },
  ...more,
});

const WORKS_FOR = relation('works-for', ['PER'], ['ORG']);
const ANSWERS = relation('answers', ['quotation'], ['quotation']);
const SAME = relation(SAME_ENTITY);
const FREE = relation('see-also');
const ALL = [SAME, WORKS_FOR, ANSWERS, FREE];

describe('the relations that an item can have', () => {
  it.each<[what: string, item: ArticleItem, expected: readonly string[]]>([
    ['a person', item('a', 'PER', 0), [SAME_ENTITY, 'works-for', 'see-also']],
    ['a place', item('a', 'GPE', 0), [SAME_ENTITY, 'see-also']],
    ['a quotation', item('a', 'direct', 0, { family: 'quotation' }), ['answers', 'see-also']],
    ['an advertisement', item('a', 'ad', 0, { family: 'boilerplate' }), ['see-also']],
  ])('%s', (_, from, expected) => {
    expect(relationsFrom(ALL, from).map(({ name }) => name)).toEqual(expected);
  });
});

describe('where a relation can lead to', () => {
  const ITEMS = [
    item('far body', 'ORG', 0),
    item('rejected body', 'ORG', 4, { state: 'rejected' }),
    item('near person', 'PER', 5),
    item('self', 'PER', 6, { relations: [{ type: 'see-also', to: 'near person' }] }),
    item('near body', 'ORG', 8),
    item('far person', 'PER', 20),
    item('lost body', 'ORG', 0, { state: 'orphan' }),
  ];
  const self = ITEMS[3] ?? item('', '', 0);

  it.each<[relation: RelationChoice, expected: readonly string[]]>([
    [WORKS_FOR, ['near body', 'far body']],
    [SAME, ['near person', 'far person']],
    [FREE, ['near body', 'far body', 'far person']],
    [ANSWERS, []],
  ])('$name', (one, expected) => {
    expect(otherEnds(ITEMS, one, self).map(({ id }) => id)).toEqual(expected);
  });
});

it('offers each name of the same entity once, by its nearest mention, and not the name that it has', () => {
  const names = ['سعاد', 'هدى', 'سعاد', 'ليلى', 'هدى'];
  const items = names.map((canonical, line) => item(`${line}`, 'PER', line, { canonical }));
  const [from] = items;
  assert(from);
  expect(otherEnds(items, SAME, from).map(({ id, canonical }) => `${id} ${canonical}`)).toEqual([
    '1 هدى',
    '3 ليلى',
  ]);
});

describe('the relations that an item has', () => {
  const body = item('body', 'ORG', 0);
  const person = item('person', 'PER', 1, { relations: [{ type: 'works-for', to: 'body' }] });
  const lone = item('lone', 'PER', 2, { relations: [{ type: 'works-for', to: 'gone' }] });
  const ITEMS = [body, person, lone];

  it.each<[what: string, item: ArticleItem, expected: readonly string[]]>([
    ['going out', person, ['person works-for body']],
    ['coming in', body, ['person works-for body']],
    ['leading nowhere', lone, []],
  ])('%s', (_, one, expected) => {
    const told = tiesOf(ITEMS, one).map(({ from, type, to }) => `${from.id} ${type} ${to.id}`);
    expect(told).toEqual(expected);
  });
});

describe('the two ends that two carets stand for', () => {
  const [first, second] = [item('first', 'PER', 0), item('second', 'ORG', 3)];
  const caret = (line: number) => ({ start: { line, character: 1 }, end: { line, character: 1 } });

  it.each<[what: string, expected: string | undefined, ...Parameters<typeof bothEnds>]>([
    ['from the first to the second', 'first second', [first, second], [caret(0), caret(3)]],
    ['from the caret that was put first', 'second first', [first, second], [caret(3), caret(0)]],
    ['one caret', undefined, [first], [caret(0)]],
    ['one selection over both', undefined, [first, second], [caret(0)]],
    ['three', undefined, [first, second, item('third', 'PER', 9)], [caret(0), caret(3)]],
  ])('%s', (_, expected, chosen, selections) => {
    expect(
      bothEnds(chosen, selections)
        ?.map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });
});
