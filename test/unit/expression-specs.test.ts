/**
 * The sentences of Microsoft Recognizers-Text (MIT) and the examples of Duckling (BSD) for Arabic, against the readers of
 * dates, times and numbers. They lie outside the project, in ../shared/data/dates; without them this says so and skips. Many of them are
 * machine-translated or ask for what our guidelines leave out: the rules below say which are not counted, and why.
 * Each floor is the rate that was measured when it was last raised: of the sentences with one result, 48 of 102 dates,
 * 34 of 44 durations, 18 of 25 percentages and 79 of 240 numbers are counted.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expressions } from '../../core/entities/expressions.ts';
import type { Value } from '../../core/labels/values.ts';
import { fold } from '../../core/text/fold.ts';
import { readLine } from '../../core/lexicon/article.ts';
import { lexicon } from './lexicon.ts';

const DATES = path.resolve(import.meta.dirname, '../../../shared/data/dates');
const SPECS = path.join(DATES, 'recognizers_text/Specs');
const DUCKLING = path.join(DATES, 'duckling_ar');

interface Case {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly Value?: {
      readonly Timex?: string;
      readonly FutureResolution?: { readonly date?: string };
      readonly PastResolution?: { readonly date?: string };
    };
    readonly Resolution?: { readonly value?: string };
    readonly TypeName?: string;
  }[];
}

interface Found {
  readonly label: string;
  readonly value: Value | null;
}

function read({ Input, Context }: Case): Found[] {
  const published = Context?.ReferenceDateTime?.slice(0, 10) ?? null;
  return expressions.find(readLine(Input, lexicon)).map(({ label, value }) => ({
    label,
    value: typeof value === 'function' ? value(published) : value,
  }));
}

const iso = ({ value }: Found): string => (value && 'iso' in value ? value.iso : '');
const number = ({ value }: Found): number =>
  value === null ? NaN : 'number' in value ? value.number : 'amount' in value ? value.amount : NaN;

/** Sentences that are not counted: a phrase in them (spelling folded), and the reason. */
const NOT_COUNTED: readonly (readonly [reason: string, ...phrases: string[]])[] = [
  // Not Arabic as anybody writes it
  ['"my day" for "today"', ' يومي ', ' أسبوعي '],
  [
    'English word order',
    'هذا يوم',
    'هذا سبتمبر',
    'هذا الأسبوع الجمعة',
    'الأسبوع القادم الأحد',
    'الأسبوع المقبل يوم',
  ],
  ['counted as in English', 'شهر و 2 سنة', ' 1 شهر', ' 2 سنة', ' 2 عام', ' 2 أيام', '3 الساعات'],
  ['calque', 'الثاني والعشرين، 2018', 'الحادي والعشرين ألفان', 'الحادي والعشرين من ألف', 'سبتمبر10'],
  ['punctuation of no Arabic newspaper', '16. نوفمبر', '08/12, 15', 'يناير-1'],
  [
    'percentage without its number, or turned round',
    'بالمائة 10',
    'بالمائة 210',
    'نسبة 10',
    'نسبة 210',
    'نسبة اثنين',
  ],
  [
    'wrong in the data',
    'الأربعاء , 22 يناير',
    '322 ألف',
    'اثني عشر مليار',
    ' 4 مايو',
    '4.800',
    ' 2000دولار',
    '10000دولار',
    'ساعة واحد',
  ],
  // What the annotation guidelines leave out or cut otherwise
  ['told from the text: no value', 'آخر يوم', 'اليوم الماضي', 'اليوم التالي'],
  ['a duration behind a preposition, not a date', 'قبل شهر', 'قبل بضعة', 'قبل يومين', 'قبل عامين', 'من الآن'],
  ['a period, not a duration', 'طوال'],
  [
    'counted weekdays',
    'أول يوم جمعة',
    'يوم الجمعة من',
    'الأحد القادم',
    'الأحد الثاني',
    'الأحد الأول',
    'الأحد الخامس',
  ],
  ['counted weekdays', 'الثلاثاء الثالث'],
  ['a bare number for a day of the month', 'عدت إلى', 'عدت لل', 'عدت في 2', 'عدت يوم الجمعة', 'سأعود في 15 '],
  // Mathematics
  ['powers', '^', '0e1', '1e1', '2e1', '2e+', '2e-', '23e1', '32e'],
  [
    'fractions',
    'على ثلاثة',
    'على عشر',
    'على مائة',
    'على مئة',
    'على واحد',
    'على خمسة',
    'على 3',
    'على 20',
    'على ألف',
  ],
  [
    'fractions',
    'جزء',
    'أجزاء',
    'أخماس',
    'أثمان',
    'ارباع',
    ' ثمن ',
    'دزين',
    'دستة',
    'دستات',
    '4/5',
    '3/4',
    '1/4',
  ],
  [
    'fractions',
    ' خمس ',
    ' وخمس ',
    ' خمسين ',
    ' وخمسين ',
    'وعشرونات',
    'واحد من',
    'مائة من',
    'ثلاثة من',
    '1 في',
    '1 من',
  ],
  ['signs', 'سالب', 'ناقص', 'فاصلة', ' -', ' .'],
  [
    'numbers as nobody writes them',
    '3 مئة',
    '3 مائة',
    '322 مائة',
    'تسعون مائة',
    '90 - ',
    '95 مائة',
    '\u202a',
  ],
];

const isCounted = ({ Input }: Case): boolean => {
  const text = ` ${fold(Input)} `;
  return !NOT_COUNTED.some(([, ...phrases]) =>
    phrases.some((phrase) => Input.includes(phrase) || (fold(phrase) !== '' && text.includes(fold(phrase)))),
  );
};

const load = (file: string): Case[] =>
  JSON.parse(readFileSync(path.join(SPECS, file), 'utf8').replace(/^\uFEFF/, '')) as Case[];

const single = ({ Results }: Case): boolean => Results.length === 1;

const TABLE: readonly {
  readonly what: string;
  readonly file: string;
  /** Share of the counted sentences that hold, as measured. */
  readonly floor: number;
  readonly holds: (one: Case, found: readonly Found[]) => boolean;
}[] = [
  {
    what: 'dates, by their value',
    file: 'DateTime/Arabic/DateParser.json',
    floor: 0.75,
    holds: ({ Results: [result] }, found) => {
      const wanted = [result?.Value?.FutureResolution?.date, result?.Value?.PastResolution?.date];
      return found.some((one) => one.label === 'DATE' && wanted.includes(iso(one)));
    },
  },
  {
    what: 'durations, by their value',
    file: 'DateTime/Arabic/DurationParser.json',
    floor: 0.94,
    holds: ({ Results: [result] }, found) =>
      found.some((one) => iso(one) !== '' && iso(one) === result?.Value?.Timex),
  },
  {
    what: 'percentages, by their value',
    file: 'Number/Arabic/PercentModel.json',
    floor: 1,
    holds: ({ Results: [result] }, found) =>
      found.some((one) => one.label === 'PERCENT' && `${number(one)}%` === result?.Resolution?.value),
  },
  {
    what: 'numbers, by their value',
    file: 'Number/Arabic/NumberModel.json',
    floor: 0.98,
    holds: ({ Results: [result] }, found) =>
      found.some(
        (one) =>
          Math.abs(number(one) - Number(result?.Resolution?.value)) < 1e-9 * Math.abs(number(one)) + 1e-12,
      ),
  },
];

describe.skipIf(!existsSync(SPECS))(
  'expressions: the sentences of Recognizers-Text (../shared/data/dates)',
  () => {
    it.each(TABLE)('$what: at least $floor of those counted', ({ file, floor, holds }) => {
      const cases = load(file).filter(single).filter(isCounted);
      const failed = cases.filter((one) => !holds(one, read(one)));
      const rate = (cases.length - failed.length) / cases.length;
      const shown = failed.map((one) => `${one.Input} → ${JSON.stringify(read(one))}`).join('\n');
      expect(rate, `${failed.length} of ${cases.length} fail:\n${shown}`).toBeGreaterThanOrEqual(floor);
    });
  },
);

/** The blocks "examples (HEAD) [ "phrase", … ]" of a Duckling corpus: what is meant, and how it may be said. */
function readExamples(file: string): { readonly head: string; readonly phrase: string }[] {
  const blocks = readFileSync(path.join(DUCKLING, file), 'utf8').split('examples (').slice(1);
  return blocks.flatMap((block) => {
    const head = block.slice(0, block.indexOf(')'));
    return block.split('"').flatMap((phrase, i) => (i % 2 === 1 ? [{ head, phrase }] : []));
  });
}

const UNITS: Readonly<Record<string, string>> = {
  ...{ Second: 'PT_S', Minute: 'PT_M', Hour: 'PT_H', Day: 'P_D', Week: 'P_W', Month: 'P_M', Year: 'P_Y' },
};

const EXAMPLES: readonly {
  readonly what: string;
  readonly file: string;
  readonly floor: number;
  /** Whether the findings give what the head means; null for heads that are not counted. */
  readonly holds: (head: readonly string[], found: readonly Found[]) => boolean | null;
}[] = [
  {
    what: 'numerals',
    file: 'Numeral_Corpus.hs',
    floor: 0.94,
    holds: ([kind, wanted], found) =>
      kind === 'NumeralValue' && !wanted?.startsWith('(-')
        ? found.some((one) => Math.abs(number(one) - Number(wanted)) < 1e-9)
        : null,
  },
  {
    // A unit by itself ("شهر") is no mention of a duration in our guidelines.
    what: 'durations',
    file: 'Duration_Corpus.hs',
    floor: 0.71,
    holds: ([kind, count, unit], found) =>
      kind === 'DurationData'
        ? found.some((one) => iso(one) === UNITS[unit ?? '']?.replace('_', count ?? ''))
        : null,
  },
  {
    what: 'amounts of money with a code',
    file: 'AmountOfMoney_Corpus.hs',
    floor: 0.88,
    holds: ([kind, code, amount], found) =>
      kind === 'simple' && code !== 'Pound' && code !== 'Cent'
        ? found.some(
            ({ value }) =>
              value?.type === 'money' &&
              value.currency === (code === 'Dollar' ? 'USD' : code) &&
              value.amount === Number(amount),
          )
        : null,
  },
];

describe.skipIf(!existsSync(DUCKLING))('expressions: the examples of Duckling (../shared/data/dates)', () => {
  it.each(EXAMPLES)('$what: at least $floor of those counted', ({ file, floor, holds }) => {
    const results = readExamples(file).flatMap(({ head, phrase }) => {
      const held = holds(head.split(' '), read({ Input: phrase, Results: [] }));
      return held === null ? [] : [{ head, phrase, held }];
    });
    const failed = results.filter(({ held }) => !held);
    const shown = failed.map(({ head, phrase }) => `${phrase} is ${head}`).join('\n');
    const rate = (results.length - failed.length) / results.length;
    expect(rate, `${failed.length} of ${results.length} fail:\n${shown}`).toBeGreaterThanOrEqual(floor);
  });
});
