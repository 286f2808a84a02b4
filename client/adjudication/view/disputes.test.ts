import { describe, expect, it, test } from 'vitest';
import type { ShownDispute } from '../../../server/protocol.ts';
import { columnsOf, isTaken, neighbour, nextOpen, placeIn, takenOfAll } from './disputes.ts';

const at = (id: string, line: number, taken: ShownDispute['taken'] = null) => ({
  id,
  taken,
  range: { start: { line, character: 4 }, end: { line, character: 9 } },
});

const annotation = (label: string) => ({
  label,
  title: label,
  start: 0,
  end: 3,
  words: 'حلب',
  speaker: null,
  cue: null,
  canonical: null,
});
const side = (annotator: string, ...labels: string[]) => ({
  annotator,
  annotations: labels.map(annotation),
  rejects: false,
});

describe('the sides of a dispute', () => {
  it('are as many as the annotators, where each says something else', () => {
    const columns = columnsOf({ sides: [side('huda', 'GPE'), side('salma', 'LOC'), side('zaki')] });
    expect(columns.map(({ annotators }) => annotators)).toEqual([['huda'], ['salma'], ['zaki']]);
    expect(takenOfAll(columns)).toEqual(['huda', 'salma']);
  });

  it('are shared by those who say the same', () => {
    const columns = columnsOf({ sides: [side('huda', 'GPE'), side('salma', 'LOC'), side('zaki', 'GPE')] });
    expect(columns.map(({ annotators }) => annotators)).toEqual([['huda', 'zaki'], ['salma']]);
    expect(columns.map((column) => isTaken(column, { taken: ['zaki'] }))).toEqual([true, false]);
    expect(columns.map((column) => isTaken(column, { taken: 'own' }))).toEqual([false, false]);
  });
});

describe('going on', () => {
  test.each<[from: string | null, open: string[], to: string | null]>([
    [null, ['a', 'b', 'c'], 'a'],
    ['a', ['a', 'b', 'c'], 'b'],
    ['a', ['a', 'c'], 'c'],
    ['c', ['a', 'c'], 'a'],
    ['b', ['b'], 'b'],
    ['b', [], null],
    ['gone', ['b'], 'b'],
  ])('the next open one after %s of %j', (from, open, to) => {
    const disputes = ['a', 'b', 'c'].map((id, line) => at(id, line, open.includes(id) ? null : ['huda']));
    expect(nextOpen(disputes, from)).toBe(to);
  });

  test.each<[from: string, by: 1 | -1, to: string]>([
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, 'a'],
    ['b', 1, 'b'],
  ])('from %s by %i', (from, by, to) => expect(neighbour([at('a', 0), at('b', 1)], from, by)).toBe(to));

  it('has nowhere to go where there is nothing', () => {
    expect(neighbour([], null, 1)).toBeNull();
    expect(placeIn([], at('a', 3))).toBeNull();
  });
});

describe('the place when disputes were read anew', () => {
  const disputes = [at('a', 2, ['huda']), at('b', 5), at('c', 9)];
  test.each<[string, ReturnType<typeof at> | null, string]>([
    ['at first the first that is open', null, 'b'],
    ['the same, settled or not', at('a', 2), 'a'],
    ['the same, wherever it now stands', at('c', 1), 'c'],
    ['what now stands there', at('gone', 5), 'b'],
    ['else what follows', at('gone', 6), 'c'],
    ['else the last', at('gone', 12), 'c'],
  ])('%s', (_, before, expected) => expect(placeIn(disputes, before)).toBe(expected));
  it('is the first where all are settled', () => {
    expect(placeIn([at('a', 2, []), at('b', 5, 'own')], null)).toBe('a');
  });
});
