import { describe, expect, it } from 'vitest';
import { parseNumeral } from './numerals.ts';

describe('parseNumeral: digits of every script with decimal and group marks', () => {
  it.each([
    ['75', 75],
    ['٧٥', 75],
    ['۷۵', 75],
    ['31,900,000', 31_900_000],
    ['1.486.958', 1_486_958],
    ['١٥٬٠٠٠', 15_000],
    ['٣٫٥', 3.5],
    ['8,9', 8.9],
    ['10.75', 10.75],
    ['15.000', 15_000],
    ['32,916', 32_916],
    ['0.500', 0.5],
    ['1,234.5', 1234.5],
    ['1.234,56', 1234.56],
    ['', NaN],
    ['،', NaN],
  ])('%s', (text, expected) => expect(parseNumeral(text), text).toBe(expected));

  it('reads one dot before three digits as a decimal mark where it is an amount', () => {
    expect(parseNumeral('10.500', 'decimal')).toBe(10.5);
  });
});
