import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';
import type { Layer } from './segments.ts';

const TEXT = 'زار وزير النقل حلب';
const layer = (start: number, end: number, label: string): Layer => ({
  start,
  end,
  kind: 'annotation',
  label,
});
const drawn = (layers: Layer[]): string =>
  segmentsOf(TEXT, layers)
    .map(({ text, layers: over }) =>
      over.length === 0 ? text : `[${over.map(({ label }) => label).join('+')} ${text}]`,
    )
    .join('');

describe('the words under annotations', () => {
  it.each<[string, Layer[]]>([
    ['زار وزير النقل حلب', []],
    ['زار [OCC وزير النقل] حلب', [layer(4, 14, 'OCC')]],
    ['زار [OCC وزير ][OCC+ORG النقل] حلب', [layer(9, 14, 'ORG'), layer(4, 14, 'OCC')]],
    ['زار [A وزير ][A+B النقل][B  حلب]', [layer(4, 14, 'A'), layer(9, 18, 'B')]],
    ['زار وزير النقل [GPE حلب]', [layer(15, 90, 'GPE'), layer(-9, -2, 'X'), layer(3, 3, 'Y')]],
  ])('%s', (expected, layers) => expect(drawn(layers)).toBe(expected));

  it('are all there, each under what covers it', () => {
    const layers = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 })));
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), layers, (text, spans) => {
        const given = spans.map(([start, end], i) => layer(start, end, String(i)));
        let from = 0;
        for (const { text: words, layers: over } of segmentsOf(text, given)) {
          const covering = given.filter(({ start, end }) => start <= from && from + words.length <= end);
          expect(over.map(({ label }) => label).sort()).toEqual(covering.map(({ label }) => label).sort());
          expect(text.startsWith(words, from)).toBe(true);
          from += words.length;
        }
        expect(from).toBe(text.length);
      }),
    );
  });
});
