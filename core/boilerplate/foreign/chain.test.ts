import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { readLine } from '../../lexicon/article.ts';
import { readShape } from '../lines/shape.ts';
import { atOnce } from '../../text/steps.ts';
import type { LineShape } from '../lines/shape.ts';
import { SLOTS } from '../lines/slots.ts';
import { foreignOdds, sumChain } from './chain.ts';
import { parseWeights, PRIOR, serialiseWeights } from './foreign-weights.ts';
import { LEARNT } from './weights.ts';

const weights = parseWeights(LEARNT);
const shape = (text: string): LineShape => readShape(readLine(text, lexicon));
const oddsOf = (title: string, lines: readonly string[]): number[] => [
  ...atOnce(foreignOdds(shape(title), lines.map(shape), weights, PRIOR)),
];

const TITLE = 'افتتاح طريق جديد بين القريتين';
const OWN = [
  'قال الوزير إن الطريق الجديد سيفتح أمام السيارات في نهاية الشهر بعد أعمال دامت عامين.',
  'وأضاف أن كلفته بلغت خمسة ملايين دينار دفعتها البلدية من ميزانيتها الخاصة.',
  'وكانت الأعمال قد توقفت مرتين بسبب الأمطار التي هطلت على المنطقة في الشتاء.',
  'وشكر الوزير العمال على صبرهم وقال إنهم أصحاب الفضل في إنجاز المشروع.',
];
const TEASERS = [
  'أعلن نادي المدينة، الأحد، أنه تعاقد مع حارس مرمى جديد لموسم واحد',
  'أكدت وزارة الزراعة، الإثنين، أن محصول الزيتون هذا العام هو الأوفر منذ عشر سنوات',
  'كشفت شركة ألمانية، السبت، عن سيارة كهربائية تسير ألف كيلومتر',
];

describe('foreignOdds', () => {
  it('tells teasers from the text above them', () => {
    const odds = oddsOf(TITLE, [...OWN, ...TEASERS]);
    for (const [i, text] of OWN.entries()) expect(odds[i], text).toBeLessThan(0.2);
    for (const [i, text] of TEASERS.entries()) expect(odds[OWN.length + i], text).toBeGreaterThan(0.8);
  });

  it('never takes the first line for another article’s', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OWN, ...TEASERS), { minLength: 1, maxLength: 8 }), (lines) => {
        const odds = oddsOf(TITLE, lines);
        expect(odds[0]).toBeLessThan(0.01);
        for (const one of odds) expect(one >= 0 && one <= 1 + 1e-9, String(one)).toBe(true);
      }),
    );
  });

  it('has nothing to say of no lines', () => {
    expect(atOnce(foreignOdds(null, [], weights, PRIOR))).toHaveLength(0);
  });
});

describe('sumChain', () => {
  it('sums over every way to label the lines', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const scored = fc.array(number, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(scored, fc.tuple(number, number, number, number), (list, steps) => {
        const scores = Float64Array.from(list);
        const { forward, backward, total } = sumChain(scores, Float64Array.from(steps));
        let all = 0;
        const foreign = list.map(() => 0);
        for (let way = 0; way < 2 ** list.length; way++) {
          const labels = list.map((_, i) => (way >> i) & 1);
          let score = 0;
          for (const [i, label] of labels.entries()) {
            if (label === 1) score += list[i] as number;
            if (i > 0) score += steps[2 * (labels[i - 1] as number) + label] as number;
          }
          const odds = Math.exp(score);
          all += odds;
          for (const [i, label] of labels.entries())
            if (label === 1) foreign[i] = (foreign[i] as number) + odds;
        }
        expect(total).toBeCloseTo(Math.log(all), 6);
        for (const [i, odds] of foreign.entries())
          expect(
            Math.exp((forward[2 * i + 1] as number) + (backward[2 * i + 1] as number) - total),
          ).toBeCloseTo(odds / all, 6);
      }),
    );
  });
});

describe('the weights', () => {
  it('come back as they were written, as finely as a byte can tell', () => {
    const number = fc.float({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 4, maxLength: 40 }), (list) => {
        const written = { steps: Float32Array.from(list.slice(0, 4)), slots: new Float32Array(SLOTS) };
        written.slots.set(list.slice(4));
        const read = parseWeights(serialiseWeights(written));
        const step = Math.max(...list.map(Math.abs)) / 127;
        for (const [i, weight] of [...written.steps, ...written.slots].entries())
          expect(Math.abs(([...read.steps, ...read.slots][i] as number) - weight)).toBeLessThan(
            step / 2 + 1e-6,
          );
      }),
      { numRuns: 5 },
    );
  });

  it.each(['', '0.1', '0.1 ff', LEARNT.slice(0, -1)])('are refused when damaged (%#)', (written) => {
    expect(() => parseWeights(written)).toThrow('learn the weights again');
  });
});
