import { expect, test } from 'vitest';
import { sortRows } from './table.ts';

const ROWS = [
  [{ text: 'سلمى' }, 2, { text: '20–39', value: 20 }],
  [{ text: 'أحمد' }, 10, { text: '0–19', value: 0 }],
  [{ text: 'هدى' }, 2, { text: '100–119', value: 100 }],
];
const { compare } = new Intl.Collator(['ar', 'en']);

test.each([
  [0, false, ['أحمد', 'سلمى', 'هدى']],
  [0, true, ['هدى', 'سلمى', 'أحمد']],
  [1, true, ['أحمد', 'سلمى', 'هدى']],
  [1, false, ['سلمى', 'هدى', 'أحمد']],
  [2, false, ['أحمد', 'سلمى', 'هدى']],
])('column %i, descending: %s', (column, isDescending, names) => {
  const sorted = sortRows(ROWS, { column, isDescending }, compare);
  expect(sorted.map(([name]) => (typeof name === 'object' ? name.text : name))).toEqual(names);
});
