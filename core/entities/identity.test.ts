import { expect, test } from 'vitest';
import { identityOf, LONGEST_NAME } from './identity.ts';

test('a person’s name has its ends and its beginnings as shorter forms', () => {
  expect(identityOf('PER', ['محمد', 'حسن', 'سعيد']).person?.shorter).toHaveLength(4);
});

test('thousands of names in a row have none: they would grow with the square of the words', () => {
  const row = Array.from({ length: 10 * LONGEST_NAME }, () => 'محمد');
  expect(identityOf('PER', row).person?.shorter).toEqual([]);
});
