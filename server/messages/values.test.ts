import { expect, it } from 'vitest';
import type { Value } from '../../core/labels/values.ts';
import { valueInWords } from './values.ts';

const cases: [value: Value, words: string][] = [
  [{ type: 'money', amount: 26_000_000_000, currency: 'USD' }, '26 000 000 000 USD'],
  [{ type: 'number', number: 4.25 }, '4.25'],
  [{ type: 'number', number: 1150 }, '1 150'],
  [{ type: 'quantity', amount: 430, unit: 'mile' }, '430 mile'],
  [{ type: 'percent', number: 2 }, '2 %'],
  [{ type: 'date', iso: '2023-09-12' }, '2023-09-12'],
];

it.each(cases)('%j is said as %s', (value, words) => {
  expect(valueInWords(value, 'en').replaceAll('\u202f', ' ')).toBe(words);
});
