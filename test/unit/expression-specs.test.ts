/**
 * The readers of dates, times and numbers against the Arabic sentences of Recognizers-Text and of Duckling. Without
 * ../shared/data/dates this says so and skips. The floors are what was measured when they were last raised; which
 * sentences are left out, and why, is told by expression-specs.ts and expression-specs-reasons.ts.
 */
import { describe, expect, it } from 'vitest';
import { expressions } from '../../core/entities/expressions.ts';
import { readLine } from '../../core/lexicon/article.ts';
import { agreement, hasSpecs, loadMoney, loadSpecs } from './expression-specs.ts';
import type { Found, SpecCase } from './expression-specs.ts';
import { lexicon } from './lexicon.ts';

const read = (input: string, published: string): Found[] =>
  expressions.find(readLine(input, lexicon)).map(({ start, end, label, value }) => ({
    start,
    end,
    label,
    value: typeof value === 'function' ? value(published) : value,
  }));

/** By file: how many expressions are counted and have a value told, and at least how many of them agree. */
const FLOORS = [
  { file: 'DateExtractor', counted: 79, spans: 70, withValue: 0, values: 0 },
  { file: 'DateParser', counted: 46, spans: 37, withValue: 46, values: 35 },
  { file: 'DatePeriodExtractor', counted: 243, spans: 233, withValue: 0, values: 0 },
  { file: 'DatePeriodParser', counted: 99, spans: 90, withValue: 93, values: 53 },
  { file: 'DateTimeExtractor', counted: 44, spans: 37, withValue: 0, values: 0 },
  { file: 'DateTimeModel', counted: 94, spans: 87, withValue: 30, values: 16 },
  { file: 'DateTimeParser', counted: 35, spans: 31, withValue: 0, values: 0 },
  { file: 'DateTimePeriodExtractor', counted: 36, spans: 28, withValue: 0, values: 0 },
  { file: 'DateTimePeriodParser', counted: 38, spans: 28, withValue: 0, values: 0 },
  { file: 'DurationExtractor', counted: 45, spans: 43, withValue: 0, values: 0 },
  { file: 'DurationParser', counted: 34, spans: 34, withValue: 34, values: 33 },
  { file: 'HolidayExtractor', counted: 11, spans: 7, withValue: 0, values: 0 },
  { file: 'HolidayParser', counted: 6, spans: 6, withValue: 6, values: 2 },
  { file: 'MergedExtractor', counted: 41, spans: 38, withValue: 0, values: 0 },
  { file: 'MergedParser', counted: 44, spans: 31, withValue: 14, values: 7 },
  { file: 'SetExtractor', counted: 15, spans: 12, withValue: 0, values: 0 },
  { file: 'SetParser', counted: 16, spans: 14, withValue: 5, values: 0 },
  { file: 'TimeExtractor', counted: 55, spans: 43, withValue: 0, values: 0 },
  { file: 'TimeParser', counted: 48, spans: 37, withValue: 48, values: 24 },
  { file: 'TimePeriodExtractor', counted: 38, spans: 35, withValue: 0, values: 0 },
  { file: 'TimePeriodParser', counted: 23, spans: 22, withValue: 0, values: 0 },
  { file: 'NumberModel', counted: 109, spans: 105, withValue: 109, values: 105 },
  { file: 'OrdinalModel', counted: 33, spans: 32, withValue: 33, values: 29 },
  { file: 'OrdinalModelSuppressExtendedTypes', counted: 1, spans: 1, withValue: 1, values: 1 },
  { file: 'PercentModel', counted: 18, spans: 18, withValue: 18, values: 18 },
  { file: 'Duckling Numeral', counted: 150, spans: 147, withValue: 150, values: 145 },
  { file: 'Duckling Ordinal', counted: 30, spans: 29, withValue: 30, values: 26 },
  { file: 'Duckling Duration', counted: 14, spans: 11, withValue: 14, values: 10 },
] as const;

const describeCase = (one: SpecCase, found: readonly Found[]): string =>
  `${one.input} [${one.text}] → ${found.map(({ start, end, label, value }) => `${label} «${one.input.slice(start, end)}» ${JSON.stringify(value)}`).join(', ')}`;

describe.skipIf(!hasSpecs)('expressions: the sentences of ../shared/data/dates', () => {
  const cases = hasSpecs ? loadSpecs() : [];

  it('counts every file that the table tells, and no other', () => {
    const counted = new Set(cases.filter(({ reason }) => reason === null).map(({ file }) => file));
    expect([...counted].sort()).toEqual(FLOORS.map(({ file }) => file).sort());
  });

  it.each(FLOORS)(
    '$file: at least $spans of $counted spans and $values of $withValue values',
    ({ file, counted, spans, withValue, values }) => {
      const results = cases
        .filter((one) => one.file === file && one.reason === null)
        .map((one) => {
          const found = read(one.input, one.published);
          return { ...agreement(one, found), text: describeCase(one, found) };
        });
      const wrong = (failed: typeof results): string => failed.map(({ text }) => text).join('\n');
      expect(results.length, 'counted').toBe(counted);
      expect(results.filter(({ value }) => value !== null).length, 'with a value').toBe(withValue);
      const noSpan = results.filter(({ span }) => !span);
      expect(results.length - noSpan.length, wrong(noSpan)).toBeGreaterThanOrEqual(spans);
      const noValue = results.filter(({ value }) => value === false);
      expect(withValue - noValue.length, wrong(noValue)).toBeGreaterThanOrEqual(values);
    },
  );

  it('reads the amounts of money with a code: at least 88 of 100', () => {
    const amounts = hasSpecs ? loadMoney() : [];
    const wrong = amounts.filter(
      ({ phrase, currency, amount }) =>
        !read(phrase, '2016-11-07').some(
          ({ value }) => value?.type === 'money' && value.currency === currency && value.amount === amount,
        ),
    );
    const shown = wrong
      .map(({ phrase, currency, amount }) => `${phrase} is ${amount} ${currency}`)
      .join('\n');
    expect(1 - wrong.length / amounts.length, shown).toBeGreaterThanOrEqual(0.88);
  });
});
