import { describe, expect, it } from 'vitest';
import type { PlannedPlace } from '../server/protocol.ts';
import { afterTicking, byArticle, inContext } from './plan-places.ts';

const place = (id: string, path: string): PlannedPlace => ({
  id,
  uri: `file:///${path}`,
  path,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
  words: 'نهر',
  before: '',
  behind: '',
  label: 'LOC',
});

const PLACES = [place('1', 'a.txt'), place('2', 'a.txt'), place('3', 'b.txt'), place('4', 'c.txt')];

describe('places by article', () => {
  it('keeps their order', () => {
    const told = byArticle(PLACES).map(({ path, places }) => `${path} ${places.map(({ id }) => id).join()}`);
    expect(told).toEqual(['a.txt 1,2', 'b.txt 3', 'c.txt 4']);
  });

  it.each<[what: string, chosen: string, ticked: string, expected: string]>([
    ['what is left as it was', '1 3', 'a.txt b.txt', '1 3'],
    ['an article ticked off', '1 2 3', 'b.txt', '3'],
    ['an article ticked on', '3', 'a.txt b.txt', '1 2 3'],
    ['all ticked off', '1 2 3 4', '', ''],
  ])('%s', (_, chosen, ticked, expected) => {
    const set = (told: string) => new Set(told.split(' ').filter(Boolean));
    expect([...afterTicking(byArticle(PLACES), set(chosen), set(ticked))]).toEqual([...set(expected)]);
  });
});

it.each<[before: string, words: string, behind: string, expected: string]>([
  ['على ضفة ', 'نهر النيل', ' في الصباح', 'على ضفة «نهر النيل» في الصباح'],
  ['', 'نهر\nالنيل', '', '«نهر النيل»'],
  [
    'سار القارب في الصباح على ل',
    'نهر',
    ' قبل أن يصل إلى ميناء المدينة',
    '… القارب في الصباح على ل«نهر» قبل أن يصل إلى …',
  ],
])('a place in its line: %s%s%s', (before, words, behind, expected) => {
  expect(inContext({ before, words, behind })).toBe(expected);
});
