import { describe, expect, it } from 'vitest';
import { indexOf, inPortions, type Row } from './rows.ts';

const row = (id: string, rows?: readonly Row[]): Row => ({
  id,
  label: id,
  kind: 'item.mark',
  spoken: id,
  items: [`annotation ${id}`],
  ...(rows && { rows }),
});

const many = (number: number) => Array.from({ length: number }, (_, i) => row(`${i}`));
const nameOf = (first: number, last: number) => `${first}–${last}`;

describe('many rows', () => {
  it.each([
    [0, []],
    [3, ['0', '1', '2']],
    [4, ['1–3', '4–4']],
    [9, ['1–3', '4–6', '7–9']],
  ])('%d of them in portions of three', (number, expected) => {
    expect(inPortions(many(number), 'x', nameOf, 3).map(({ label }) => label)).toEqual(expected);
  });

  it('are all in the portions, with what they stand for', () => {
    const portions = inPortions(many(10), 'x', nameOf, 3);
    expect(portions.flatMap(({ rows = [] }) => rows)).toEqual(many(10));
    expect(portions.flatMap(({ items = [] }) => items)).toEqual(many(10).flatMap(({ items = [] }) => items));
  });
});

it('every row of a tree is found by its id, with the row that it is in', () => {
  const leaf = row('leaf');
  const middle = row('middle', [leaf]);
  const index = indexOf([row('first'), row('root', [middle])]);
  expect([...index.keys()]).toEqual(['first', 'root', 'middle', 'leaf']);
  expect(index.get('leaf')?.parent).toBe(middle);
  expect(index.get('root')?.parent).toBeUndefined();
});
